import type { Problem } from '../../decode/problem.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { countProblems } from '../events/count-problems.ts';
import type { Line } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { Popup } from '../state.ts';
import { textWidth, wrapText } from '../text/cell-width.ts';
import { numberText, plural } from '../text/number-text.ts';
import { cutSpans } from '../text/spans.ts';
import { visibleSpans, visibleText } from '../text/visible.ts';
import { type Box, isLeft } from './box.ts';

// As wide as the longest kind, `not-cloudtrail`, and a blank.
const kindColumns = 15;
const excerptLength = 400;
const leastPathShare = 0.5;

/** The problems left by a text, in the order in which they came. */
const problemsLeft = rememberLast((snapshot: Snapshot, narrow: string): readonly Problem[] =>
  snapshot.problems.filter((problem) => isLeft(`${problem.kind} ${problem.path} ${problem.message}`, narrow)),
);

/** The list of problems; when one is open, its place. The key named goes back to all of them when none is left. */
export function problemsBox(
  snapshot: Snapshot,
  { narrow, open, cursor }: Extract<Popup, { kind: 'problems' }>,
  backKey: string,
): Box {
  const problems = problemsLeft(snapshot, narrow);
  const problem = problems[cursor];
  if (open && problem !== undefined) return placeBox(problem);
  return {
    title:
      narrow === ''
        ? wholeTitle(snapshot)
        : `Problems: ${numberText(problems.length)} of ${numberText(snapshot.problems.length)}`,
    heading: () => [],
    count: problems.length,
    line: (index, width) => problemLine(problems[index]!, width),
    selectable: true,
    tables: undefined,
    empty:
      narrow === ''
        ? 'nothing went wrong: every file could be read'
        : `no problem says that: ${backKey} shows all`,
  };
}

/** How many there are; those that the first line of the screen does not count stand apart. */
function wholeTitle(snapshot: Snapshot): string {
  const { withLogs, withOthers } = countProblems(snapshot);
  const others = withOthers === 0 ? '' : `, and ${plural(withOthers, 'file')} of other sorts`;
  return `Problems: ${numberText(withLogs)}${others}`;
}

/** A path gives way to what is said of it, down to some share of the line: its end says which file it is. */
function problemLine(problem: Problem, width: number): Line {
  const offset = problem.offset === undefined ? '' : ` at byte ${numberText(problem.offset)}`;
  const room = width - kindColumns;
  const said = textWidth(`${offset}  ${visibleText(problem.message.slice(0, width))}`);
  const pathColumns = Math.max(Math.floor(room * leastPathShare), room - said);
  return [
    { text: `${problem.kind} `.padEnd(kindColumns), style: problem.recordsLost > 0 ? 'failed' : 'warning' },
    ...cutSpans(visibleSpans(problem.path, 'strong'), pathColumns, 'start'),
    { text: `${offset}  `, style: 'dim' },
    ...visibleSpans(problem.message, 'plain'),
  ];
}

function placeBox(problem: Problem): Box {
  const lost = problem.recordsLost === 0 ? 'no record was lost' : `${problem.recordsLost} lost`;
  const facts: readonly [string, string][] = [
    ['file', problem.path],
    ['byte', problem.offset === undefined ? 'the file as a whole' : numberText(problem.offset)],
    ['kind', problem.kind],
    ['records', lost],
    ['what', problem.message],
    ['there stands', (problem.excerpt ?? '').slice(0, excerptLength)],
  ];
  const linesFor = rememberLast((width: number): Line[] =>
    facts
      .filter(([, text]) => text !== '')
      .flatMap(([name, text]) =>
        wrapText(visibleText(text), Math.max(8, width - kindColumns)).map(
          (piece, i): Line => [
            { text: (i === 0 ? name : '').padEnd(kindColumns), style: 'key' },
            { text: piece, style: 'plain' },
          ],
        ),
      ),
  );
  return {
    title: 'Problem',
    heading: (width) => linesFor(width),
    count: 0,
    line: () => [],
    selectable: false,
    tables: undefined,
    empty: '',
  };
}
