import type { Problem } from '../../decode/problem.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Line } from '../picture.ts';
import { rememberLast } from '../remember.ts';
import type { Popup } from '../state.ts';
import { wrapText } from '../text/cell-width.ts';
import { numberText } from '../text/number-text.ts';
import { visibleSpans, visibleText } from '../text/visible.ts';
import { type Box, isLeft } from './box.ts';

// As wide as the longest kind, `not-cloudtrail`, and a blank.
const kindColumns = 15;
const excerptLength = 400;

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
    title: `Problems: ${numberText(problems.length)} of ${numberText(snapshot.problems.length)}`,
    heading: () => [],
    count: problems.length,
    line: (index) => problemLine(problems[index]!),
    selectable: true,
    tables: undefined,
    empty:
      narrow === ''
        ? 'nothing went wrong: every file could be read'
        : `no problem says that: ${backKey} shows all`,
  };
}

function problemLine(problem: Problem): Line {
  const offset = problem.offset === undefined ? '' : ` at byte ${numberText(problem.offset)}`;
  return [
    { text: `${problem.kind} `.padEnd(kindColumns), style: problem.recordsLost > 0 ? 'failed' : 'warning' },
    ...visibleSpans(problem.path, 'strong'),
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
