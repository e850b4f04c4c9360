import type { Loading } from '../load/loading.ts';
import type { Action } from '../screen/action.ts';
import { pictureOf } from '../screen/draw.ts';
import type { Effect } from '../screen/effect.ts';
import { type InitialOptions, initialState } from '../screen/initial-state.ts';
import type { Key } from '../screen/key.ts';
import { actionFor } from '../screen/keys.ts';
import { reduce } from '../screen/reduce.ts';
import type { State } from '../screen/state.ts';
import { ScreenBox } from './components/screen-box.tsx';
import { readFrame } from './frame.ts';
import type { FrameLog } from './frame-log.ts';
import { createFrameWriter } from './frame-writer.ts';
import { createInkStage } from './ink-stage.ts';
import { listenToKeys } from './listen-to-keys.ts';
import { createEffects, type EffectWorld } from './perform-effects.ts';
import { plainPage } from './plain.ts';
import type { Terminal } from './terminal.ts';
import { type ThemeName, themes } from './theme.ts';

/** What the screen opens with. */
export type ScreenOptions = {
  readonly loading: Loading;
  /** The query to begin with, settings, and what earlier runs kept. */
  readonly start: Omit<InitialOptions, 'columns' | 'rows' | 'snapshot' | 'progress'>;
  readonly terminal: Terminal;
  readonly theme: ThemeName;
  readonly exportEvents: EffectWorld['exportEvents'];
  readonly keep: EffectWorld['keep'];
  /** Where each painted frame is reported; undefined: nowhere. */
  readonly frameLog?: FrameLog | undefined;
};

/**
 * Runs the screen until the user quits. The one loop: keys and reports → actions → state → effects, and the newest state →
 * picture → frame → bytes, once for all the actions of a turn.
 */
export function runScreen(options: ScreenOptions): Promise<void> {
  const { loading, terminal, frameLog } = options;
  const theme = themes[options.theme];
  const { promise, resolve } = Promise.withResolvers<void>();
  const size = terminal.size();
  const stage = createInkStage(size.columns, size.rows);
  const writer = createFrameWriter(terminal.output, (report) => frameLog?.painted(report));
  const first = initialState({
    ...options.start,
    ...size,
    snapshot: loading.snapshot(),
    progress: loading.progress(),
  });
  let { state } = first;
  let drawn: State | undefined;
  /** Away: the terminal is the shell's, or shows a text plainly until the next key. */
  let mode: 'screen' | 'plain' | 'stopped' | 'closed' = 'screen';
  let frameDue: NodeJS.Immediate | undefined;

  const send = (action: Action) => {
    if (mode === 'closed') return;
    const next = reduce(state, action);
    state = next.state;
    for (const effect of next.effects) perform(effect);
    requestFrame();
  };
  const requestFrame = () => {
    // After everything that has come in by now: many keys in one read make one frame.
    if (mode === 'screen') frameDue ??= setImmediate(drawFrame);
  };
  const drawFrame = () => {
    frameDue = undefined;
    if (mode !== 'screen' || (state === drawn && writer.isCurrent())) return;
    const startMs = performance.now();
    drawn = state;
    const picture = pictureOf(state);
    const text = stage.draw(<ScreenBox picture={picture} theme={theme} />);
    const frame = readFrame(text, picture.columns, picture.rows, picture.cursor, writer.newest());
    frameLog?.drawn(performance.now() - startMs);
    writer.show(frame);
  };

  const handleKeys = (keys: readonly Key[]) => {
    if (mode === 'plain') return showScreen();
    for (const key of keys) {
      frameLog?.keyPressed();
      const action = actionFor(state, key);
      if (action !== undefined) send(action);
      if (mode !== 'screen') return;
    }
  };
  const takeSize = () => {
    const { columns, rows } = terminal.size();
    stage.resize(columns, rows);
    writer.forget();
    send({ kind: 'resized', columns, rows });
  };
  const showScreen = () => {
    if (mode === 'closed') return;
    mode = 'screen';
    terminal.enter();
    takeSize();
  };
  const showPlain = (text: string) => {
    mode = 'plain';
    terminal.leave(true);
    terminal.output.write(plainPage(text));
  };
  const close = () => {
    if (mode === 'closed') return;
    mode = 'closed';
    clearImmediate(frameDue);
    unsubscribe();
    keys.close();
    effects.close();
    writer.stop();
    stage.close();
    terminal.leave();
    resolve();
  };
  const perform = (effect: Effect) => {
    switch (effect.kind) {
      case 'quit':
        return close();
      case 'suspend':
        mode = 'stopped';
        return terminal.suspend();
      case 'redraw':
        return writer.forget();
      case 'show-plain':
        return showPlain(effect.text);
      default:
        return effects.perform(effect);
    }
  };

  const keys = listenToKeys(handleKeys);
  const effects = createEffects({
    loading,
    exportEvents: options.exportEvents,
    keep: options.keep,
    sendBytes: (bytes) => terminal.output.write(bytes),
    send,
  });
  const unsubscribe = loading.subscribe(() => {
    send({ kind: 'loaded', snapshot: loading.snapshot(), progress: loading.progress() });
  });
  terminal.listen({ input: keys.read, resized: takeSize, resumed: showScreen });
  terminal.enter();
  for (const effect of first.effects) perform(effect);
  drawFrame();
  return promise;
}
