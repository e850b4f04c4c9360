import type { Progress } from '../load/loading.ts';
import { parseQuery } from '../query/parse.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { answerQuestion, changeQuestion } from './change/ask.ts';
import type { Settings, State } from './state.ts';

/** What the screen begins with. */
export type InitialOptions = {
  readonly columns: number;
  readonly rows: number;
  readonly settings: Settings;
  readonly snapshot: Snapshot;
  readonly progress: Progress;
  /** The query given on the command line; empty for none. */
  readonly query: string;
  /** Marks and notes kept from earlier runs. */
  readonly marks: ReadonlyMap<string, string>;
  /** Queries kept from earlier runs, newest first. */
  readonly queries: readonly string[];
  /** The order of the list; undefined: by time. */
  readonly sort?: State['list']['sort'];
  /** The columns of the list; undefined: the usual ones. */
  readonly columnsShown?: State['list']['columns'];
  /** What is said until the first key is pressed; undefined: nothing. */
  readonly message?: State['message'];
};

/** The first state. What it needs of the world is asked for with the first action that is taken, whichever that is. */
export function initialState(options: InitialOptions): State {
  const all = parseQuery('').query!;
  const start = { line: 0, top: 0 };
  const state: State = {
    size: { columns: options.columns, rows: options.rows },
    settings: options.settings,
    load: { snapshot: options.snapshot, progress: options.progress },
    question: {
      text: '',
      typed: all,
      error: undefined,
      chips: [],
      lens: undefined,
      query: all,
      answers: new Map(),
      searching: undefined,
      matches: new Uint32Array(),
      undecided: 0,
    },
    list: {
      lines: new Uint32Array(),
      sort: options.sort,
      context: false,
      selected: -1,
      position: -1,
      wanted: -1,
      following: true,
      top: 0,
      field: 'event',
      columns: options.columnsShown,
      rangeFrom: undefined,
    },
    detail: {
      records: [],
      asked: -1,
      failure: undefined,
      view: 'parameters',
      wrap: false,
      folds: new Map(),
      request: start,
      response: start,
      find: '',
    },
    input: undefined,
    popup: undefined,
    focus: 'list',
    full: false,
    timeline: { shown: false, bin: 0, rangeFrom: undefined },
    chipCursor: 0,
    history: { past: [], future: [] },
    evidence: { marks: options.marks, queries: options.queries },
    family: undefined,
    exporting: undefined,
    message: options.message,
  };
  const { state: answered } =
    options.query === '' ? answerQuestion(state) : changeQuestion(state, { text: options.query });
  return { ...answered, question: { ...answered.question, searching: undefined } };
}
