import type { Problem } from '../decode/problem.ts';
import { visibleText } from '../screen/text/visible.ts';
import { printJson, printJsonLines } from './print-json.ts';
import { printSheet } from './print-sheet.ts';
import type { Destination, PrintFormat, Sheet } from './sheet.ts';

/**
 * What could not be read, was mended or passed over, in pieces of text. As a table one a line, as compilers write it:
 * `file:offset: kind: message`; a program gets `file`, `offset` (null when the problem is the whole file), `kind`, `message`.
 */
export function printProblems(
  problems: readonly Problem[],
  format: PrintFormat,
  destination: Destination,
): AsyncIterable<string> {
  if (format === 'table') return problemLines(problems);
  if (format === 'ndjson') return printJsonLines(problems.map(forPrograms));
  if (format === 'json') return printJson(problems.map(forPrograms));
  return printSheet(problemSheet(problems), format, destination);
}

async function* problemLines(problems: readonly Problem[]): AsyncGenerator<string> {
  for (const { path, offset, kind, message } of problems) {
    const place = offset === undefined ? path : `${path}:${offset}`;
    yield `${visibleText(place)}: ${kind}: ${visibleText(message)}\n`;
  }
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
