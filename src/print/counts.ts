import { type CombinationCount, compareValues, countCombinations } from '../query/counts.ts';
import { formatTime } from '../record/time.ts';
import type { PrintColumn } from './columns.ts';
import { type EventsToPrint, eventSheet } from './event-sheet.ts';
import { printJson, printJsonLines } from './print-json.ts';
import { printSheet } from './print-sheet.ts';
import type { Destination, PrintFormat, Sheet, SheetLine } from './sheet.ts';

/** The distinct combinations of these columns' values among events, most frequent first, then in order of the values. */
export async function combinationsOf(
  toPrint: EventsToPrint,
  columns: readonly PrintColumn[],
): Promise<readonly CombinationCount[]> {
  const names = columns.map((column) => (column.from === 'field' ? column.field : undefined));
  return names.every((name) => name !== undefined)
    ? countCombinations(toPrint.snapshot, toPrint.events, names)
    : countLines(toPrint, columns);
}

/** The same over texts instead of codes, for columns that only the records have. */
async function countLines(
  toPrint: EventsToPrint,
  columns: readonly PrintColumn[],
): Promise<readonly CombinationCount[]> {
  const found = new Map<string, { values: SheetLine; count: number; firstMs: number; lastMs: number }>();
  let next = 0;
  for await (const block of eventSheet(toPrint, columns, formatTime).blocks()) {
    for (const values of block) {
      const timeMs = toPrint.snapshot.timeMs[toPrint.events[next++]!]!;
      const key = JSON.stringify(values);
      const known = found.get(key) ?? { values, count: 0, firstMs: Number.NaN, lastMs: Number.NaN };
      found.set(key, known);
      known.count++;
      if (Number.isNaN(timeMs)) continue;
      if (!(known.firstMs <= timeMs)) known.firstMs = timeMs;
      if (!(known.lastMs >= timeMs)) known.lastMs = timeMs;
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || compareValues(a.values, b.values));
}

/** Combinations in a format, in pieces of text: the columns' values, then `count`, `first` and `last`. */
export function printCounts(
  combinations: readonly CombinationCount[],
  columns: readonly PrintColumn[],
  format: PrintFormat,
  timeText: (timeMs: number) => string,
  destination: Destination,
): AsyncIterable<string> {
  const values = () => combinations.map((combination) => forPrograms(combination, columns));
  if (format === 'ndjson') return printJsonLines(values());
  if (format === 'json') return printJson(values());
  return printSheet(countSheet(combinations, columns, timeText), format, destination);
}

function countSheet(
  combinations: readonly CombinationCount[],
  columns: readonly PrintColumn[],
  timeText: (timeMs: number) => string,
): Sheet {
  return {
    columns: [
      ...columns,
      { name: 'count', title: 'COUNT', right: true },
      { name: 'first', title: 'FIRST' },
      { name: 'last', title: 'LAST' },
    ],
    blocks: () => [
      combinations.map(({ values, count, firstMs, lastMs }) => [
        ...values,
        String(count),
        timeText(firstMs),
        timeText(lastMs),
      ]),
    ],
  };
}

function forPrograms({ values, count, firstMs, lastMs }: CombinationCount, columns: readonly PrintColumn[]) {
  return {
    ...Object.fromEntries(columns.map((column, i) => [column.name, values[i]!])),
    count,
    first: formatTime(firstMs) || null,
    last: formatTime(lastMs) || null,
  };
}
