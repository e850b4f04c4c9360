import type { Loading } from '../load/loading.ts';
import { prepareAnswers, prepareQueries } from '../query/prepare.ts';
import type { Action } from '../screen/action.ts';
import { pictureOf } from '../screen/draw.ts';
import type { Effect } from '../screen/effect.ts';
import { type InitialOptions, initialState } from '../screen/initial-state.ts';
import type { Key } from '../screen/key.ts';
import { actionFor, keysMeant } from '../screen/keys.ts';
import { lensQueries } from '../screen/lenses.ts';
import { reduce } from '../screen/reduce.ts';
import type { State } from '../screen/state.ts';
import type { FrameLog } from './frame-log.ts';
import { createFramePace } from './frame-pace.ts';
import { createIdleWork } from './idle-work.ts';
import { listenToKeys } from './listen-to-keys.ts';
import { createPaintedStage } from './painted-stage.tsx';
import { createEffects, type EffectWorld } from './perform-effects.ts';
import { plainPage } from './plain.ts';
import { createSpokenStage } from './spoken-stage.ts';
import type { Terminal } from './terminal.ts';
import { type ThemeName, themes } from './theme.ts';

/** What the screen opens with. */
export type ScreenOptions = {
  readonly loading: Loading;
  /** The query to begin with, settings, and what earlier runs kept. */
  readonly start: Omit<InitialOptions, 'columns' | 'rows' | 'snapshot' | 'progress'>;
  readonly terminal: Terminal;
  readonly theme: ThemeName;
  /** Writes events to a file that the user names. */
  readonly exportEvents: EffectWorld['exportEvents'];
  /** Keeps marks, queries and hints for later runs. */
  readonly keep: EffectWorld['keep'];
  /** Fewer frames, for a slow line; by itself when the line turns out to be slow. */
  readonly lean?: boolean;
  /** Lines for a screen reader in place of frames. */
  readonly spoken?: boolean;
  /** Where each painted frame is reported; undefined: nowhere. */
  readonly frameLog?: FrameLog | undefined;
};

// A step shows another record, which has to be taken out first: one frame with both is sooner done than two.
const recordPatienceMs = 8;

/**
 * Runs the screen until the user quits. The one loop: keys and reports → actions → state → effects, and the newest state →
 * picture → frame, once for all the actions of a turn.
 */
export function runScreen(options: ScreenOptions): Promise<void> {
  const { loading, terminal, frameLog } = options;
  const { promise, resolve } = Promise.withResolvers<void>();
  const pace = createFramePace(options.lean === true);
  const idleWork = createIdleWork();
  const stage = options.spoken
    ? createSpokenStage(terminal)
    : createPaintedStage(
        terminal,
        themes[options.theme],
        ({ writeMs }) => pace.painted(performance.now(), writeMs),
        frameLog,
      );
  let state = initialState({
    ...options.start,
    ...terminal.size(),
    snapshot: loading.snapshot(),
    progress: loading.progress(),
  });
  let shown: State | undefined;
  /** Plain: a text is shown outside the screen until the next key. Stopped: the terminal is the shell's. */
  let mode: 'screen' | 'plain' | 'stopped' | 'closed' = 'screen';
  let frameTimer: NodeJS.Timeout | undefined;
  let frameSoon: NodeJS.Immediate | undefined;

  const send = (action: Action) => {
    if (mode === 'closed') return;
    const step = reduce(state, action);
    state = step.state;
    for (const effect of step.effects) perform(effect);
    requestFrame();
  };
  const requestFrame = () => {
    if (mode !== 'screen' || frameSoon !== undefined) return;
    const delayMs = Math.max(pace.delayMs(performance.now()), effects.isReading() ? recordPatienceMs : 0);
    if (delayMs > 0) {
      frameTimer ??= setTimeout(drawFrame, delayMs);
      return;
    }
    // After everything that has come in by now: many keys in one read make one frame.
    clearTimeout(frameTimer);
    frameSoon = setImmediate(drawFrame);
  };
  const drawFrame = () => {
    frameTimer = undefined;
    frameSoon = undefined;
    if (mode !== 'screen' || state === shown) return;
    shown = state;
    stage.show(pictureOf(state));
  };

  const handleKeys = (keys: readonly Key[]) => {
    if (mode === 'plain') return showScreen();
    idleWork.keyPressed();
    for (const key of keys) {
      frameLog?.keyPressed();
      for (const meant of keysMeant(state, key)) {
        const action = actionFor(state, meant);
        if (action !== undefined) send(action);
        if (mode !== 'screen') return;
      }
    }
  };
  const forgetScreen = () => {
    shown = undefined;
    stage.forget();
  };
  const takeSize = () => {
    forgetScreen();
    send({ kind: 'resized', ...terminal.size() });
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
    mode = 'closed';
    unsubscribe();
    idleWork.stop();
    keys.close();
    effects.close();
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
        return forgetScreen();
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
  // So that the first question of each kind is as quick as the second.
  loading.done.then(() => {
    if (mode === 'closed') return;
    const snapshot = loading.snapshot();
    idleWork.begin(prepareAnswers(snapshot));
    idleWork.begin(prepareQueries(lensQueries(state.settings.zone, state.settings.lenses), snapshot));
  });
  terminal.listen({ input: keys.read, resized: takeSize, resumed: showScreen });
  // The first action, the size, is also what asks for the record that the screen opens on.
  showScreen();
  return promise;
}
