import type { Loading, RecordText } from '../load/loading.ts';
import { messageOf } from '../load/reason.ts';
import type { PathValues } from '../query/path-values.ts';
import type { Report } from '../screen/action.ts';
import type { Effect } from '../screen/effect.ts';
import type { Message } from '../screen/state.ts';
import { clipboardWorld, copyText } from './clipboard.ts';

/** Values at a path come in as many parts as there are documents; they are shown at most so often. */
const betweenCountsMs = 150;

/** What came of an export: a message for the status line, or that a file of that name is there already. */
export type ExportResult = Message | 'file-exists';

/** What the effects need of the world. */
export type EffectWorld = {
  readonly loading: Loading;
  /** Writes the events to a file. Never rejects: what went wrong is the message. */
  readonly exportEvents: (effect: Extract<Effect, { kind: 'export' }>) => Promise<ExportResult>;
  /** Keeps state for the next run. */
  readonly keep: (name: Extract<Effect, { kind: 'keep' }>['name'], value: unknown) => void;
  /** Sends bytes to the terminal, past the frames. */
  readonly sendBytes: (bytes: string) => void;
  /** Takes the answers. */
  readonly send: (report: Report) => void;
};

/** Effects that change nothing about the screen itself; the others are the loop's. */
export type WorldEffect = Exclude<Effect, { kind: 'show-plain' | 'redraw' | 'suspend' | 'quit' }>;

/** Effects being carried out. */
export type Effects = {
  perform(effect: WorldEffect): void;
  /** True while a record is being taken out: its answer is a matter of milliseconds. */
  isReading(): boolean;
  close(): void;
};

/** Carries effects out and sends back what came of them. `close` ends what is under way. */
export function createEffects(world: EffectWorld): Effects {
  const { loading, send } = world;
  const reading = new Set<number>();
  const timers = new Set<NodeJS.Timeout>();
  let search: { readonly key: string; readonly abort: AbortController } | undefined;
  let values: AbortController | undefined;

  const read = async (event: number) => {
    if (reading.has(event)) return;
    reading.add(event);
    const { version } = loading.snapshot();
    const report = await loading.readRecord(event).then(
      (record): Report => ({ kind: 'record-read', event, version, record }),
      (failure): Report => ({ kind: 'record-failed', event, version, message: messageOf(failure) }),
    );
    reading.delete(event);
    send(report);
  };
  const gather = async (effect: Extract<Effect, { kind: 'gather-records' }>) => {
    const records: RecordText[] = [];
    try {
      for await (const record of loading.readRecords(effect.events)) records.push(record);
    } catch (failure) {
      send(warning(messageOf(failure)));
    }
    send({ kind: 'records-gathered', for: effect.for, records });
  };
  const cancelSearch = () => {
    search?.abort.abort();
    search = undefined;
  };
  const searchRecords = async ({ key, test, events }: Extract<Effect, { kind: 'search-records' }>) => {
    if (search?.key === key) return;
    cancelSearch();
    const mine = { key, abort: new AbortController() };
    search = mine;
    try {
      await loading.searchRecords(
        test,
        events,
        (tested, passed) => {
          if (search === mine) send({ kind: 'search-part', key, tested, passed });
        },
        mine.abort.signal,
      );
    } catch (failure) {
      if (search === mine) send(warning(messageOf(failure)));
    }
    if (search !== mine) return;
    search = undefined;
    send({ kind: 'search-done', key });
  };
  const cancelValues = () => {
    values?.abort();
    values = undefined;
  };
  const readValues = async ({ path, events }: Extract<Effect, { kind: 'read-values' }>) => {
    cancelValues();
    const mine = new AbortController();
    values = mine;
    let found: PathValues[] = [];
    let sentMs = performance.now();
    const sendFound = () => {
      if (values === mine && found.length > 0) send({ kind: 'values-part', path, found });
      found = [];
      sentMs = performance.now();
    };
    try {
      await loading.readValues(
        path,
        events,
        (part) => {
          found.push(part);
          // Each part has all values counted again.
          if (performance.now() - sentMs >= betweenCountsMs) sendFound();
        },
        mine.signal,
      );
    } catch (failure) {
      if (values === mine) send(warning(messageOf(failure)));
      return;
    }
    sendFound();
    if (values !== mine) return;
    values = undefined;
    send({ kind: 'values-done', path });
  };
  const copy = async ({ text, what, waysOut }: Extract<Effect, { kind: 'copy' }>) => {
    send({ kind: 'told', message: await copyText(text, what, waysOut, clipboardWorld(world.sendBytes)) });
  };
  const exportEvents = async (effect: Extract<Effect, { kind: 'export' }>) => {
    const result = await world.exportEvents(effect);
    send(
      result === 'file-exists'
        ? { kind: 'file-exists', path: effect.path }
        : { kind: 'told', message: result },
    );
  };
  const wait = (delayMs: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      send({ kind: 'family-waited' });
    }, delayMs);
    timers.add(timer);
  };

  return {
    perform(effect) {
      switch (effect.kind) {
        case 'read-record':
          return void read(effect.event);
        case 'gather-records':
          return void gather(effect);
        case 'search-records':
          return void searchRecords(effect);
        case 'cancel-search':
          return cancelSearch();
        case 'read-values':
          return void readValues(effect);
        case 'cancel-values':
          return cancelValues();
        case 'copy':
          return void copy(effect);
        case 'export':
          return void exportEvents(effect);
        case 'keep':
          return world.keep(effect.name, effect.value);
        case 'wait':
          return wait(effect.delayMs);
      }
    },
    isReading: () => reading.size > 0,
    close() {
      cancelSearch();
      cancelValues();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function warning(text: string): Report {
  return { kind: 'told', message: { text, tone: 'warning' } };
}
