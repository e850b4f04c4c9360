import type { Problem } from '../decode/problem.ts';
import { visibleText } from '../screen/visible.ts';
import { printSheet } from './print-sheet.ts';
import type { Destination, Sheet, SheetFormat } from './sheet.ts';

/**
 * What could not be read, was mended or passed over, in pieces of text. As a table one a line, as compilers write it:
 * `file:offset: kind: message`; a program gets `file`, `offset` (null when the problem is the whole file), `kind`, `message`.
 */
export function printProblems(
  problems: readonly Problem[],
  format: SheetFormat | 'ndjson' | 'json',
  destination: Destination,
): AsyncIterable<string> {
  if (format === 'table') return pieces(problems.map((problem) => `${problemLine(problem)}\n`));
  if (format === 'ndjson')
    return pieces(problems.map((problem) => `${JSON.stringify(forPrograms(problem))}\n`));
  if (format === 'json') return pieces([`${JSON.stringify(problems.map(forPrograms), undefined, 1)}\n`]);
  return printSheet(problemSheet(problems), format, destination);
}

function problemLine({ path, offset, kind, message }: Problem): string {
  const place = offset === undefined ? path : `${path}:${offset}`;
  return `${visibleText(place)}: ${kind}: ${visibleText(message)}`;
}

function forPrograms({ path, offset, kind, message }: Problem) {
  return { file: path, offset: offset ?? null, kind, message };
}

function problemSheet(problems: readonly Problem[]): Sheet {
  return {
    columns: [
      { name: 'file', title: 'FILE', cut: 'middle' },
      { name: 'offset', title: 'OFFSET', right: true },
      { name: 'kind', title: 'KIND' },
      { name: 'message', title: 'MESSAGE' },
    ],
    blocks: () => [
      problems.map(({ path, offset, kind, message }) => [
        path,
        offset === undefined ? '' : String(offset),
        kind,
        message,
      ]),
    ],
  };
}

async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}
