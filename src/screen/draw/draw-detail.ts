import type { RecordText } from '../../load/loading.ts';
import { identityKey } from '../../query/marked-events.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { recordOf } from '../detail/detail-content.ts';
import type { Line, Span } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { State } from '../state.ts';
import { textWidth } from '../text/cell-width.ts';
import { numberText } from '../text/number-text.ts';
import { cutSpans } from '../text/spans.ts';
import { visibleSpans, visibleText } from '../text/visible.ts';
import { fromLine, parsedRecord, resultLine, whenLine, whoLine } from './detail-words.ts';
import { matchNumber } from './match-number.ts';

/** The line that begins the detail: which event this is, and where it stands. */
export function drawDetailTitle(state: State): Line {
  const { list, load, size } = state;
  const { snapshot } = load;
  const event = list.selected;
  if (event < 0) return rule('', [], size.columns);
  const parts = [`event ${numberText((snapshot.rank[event] ?? 0) + 1)}`];
  const copies = snapshot.copies(event).length;
  if (copies > 1) parts.push(`${copies} copies`);
  const number = matchNumber(state);
  if (number !== undefined)
    parts.push(`${numberText(number)} of ${numberText(state.question.matches.length)}`);
  return rule(snapshot.text('event', event) ?? '', parts, size.columns);
}

/** Who, what, when and from where, in words; what went wrong comes first. As many lines as there is room for. */
export function drawDetailHeader(state: State, rows: number): Line[] {
  const event = state.list.selected;
  if (event < 0) return Array.from({ length: rows }, () => []);
  const record = recordOf(state.detail, event);
  const note =
    state.evidence.marks.size === 0
      ? undefined
      : state.evidence.marks.get(identityKey(state.load.snapshot, event));
  const lines = headerLines(
    state.load.snapshot,
    event,
    record,
    state.settings.zone,
    note,
    rows,
    state.size.columns,
    state.settings.accounts ?? noNames,
    state.load.progress.done,
  );
  return Array.from({ length: rows }, (_, row) => lines[row] ?? []);
}

const noNames: ReadonlyMap<string, string> = new Map();

const headerLines = rememberLast(
  (
    snapshot: Snapshot,
    event: number,
    record: RecordText | undefined,
    zone: string,
    note: string | undefined,
    rows: number,
    columns: number,
    accounts: ReadonlyMap<string, string>,
    loaded: boolean,
  ): Line[] => {
    const known = {
      snapshot,
      event,
      record: record === undefined ? {} : parsedRecord(record),
      read: record !== undefined,
      zone,
      accounts,
      loaded,
    };
    const lines = [resultLine(known, note), whoLine(known), fromLine(known, rows < 4), whenLine(known)];
    return lines.slice(0, rows).map((line) => cutSpans(line, columns));
  },
);

const between = ' · ';
/** Lines and blanks around title and notes. */
const aroundTitle = 14;

/** ` ── Title ───────── note · note ──`: notes that would cost the title letters are left out, the first ones first. */
function rule(title: string, notes: readonly string[], columns: number): Line {
  const titleColumns = textWidth(visibleText(title.slice(0, 500)));
  const first = notes.findIndex((_, i) => {
    const noteColumns = textWidth(notes.slice(i).join(between));
    return titleColumns + noteColumns + aroundTitle <= columns;
  });
  const note = first < 0 ? '' : notes.slice(first).join(between);
  const shown =
    title === ''
      ? []
      : cutSpans(
          visibleSpans(title.slice(0, 500), 'title'),
          Math.max(0, columns - textWidth(note) - aroundTitle),
        );
  const left: Span[] = [{ text: ' ── ', style: 'border' }, ...shown, { text: ' ', style: 'border' }];
  const used = left.reduce((sum, span) => sum + textWidth(span.text), 0);
  const right = note === '' ? '' : ` ${note} ──`;
  const line = '─'.repeat(Math.max(0, columns - used - textWidth(right) - 1));
  return cutSpans([...left, { text: line, style: 'border' }, { text: right, style: 'dim' }], columns);
}
