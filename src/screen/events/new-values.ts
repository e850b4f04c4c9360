import { quoted } from '../../query/edit.ts';
import type { FieldName } from '../../record/fields.ts';
import type { Snapshot } from '../../store/snapshot.ts';

/** What is new when one stretch of time is taken as normal: principals, addresses and calls not seen in it. */
export type NewValues = {
  /** A query for the events with one of them; empty when nothing is new. */
  readonly text: string;
  readonly count: number;
  /** How many were left out, for a query of thousands of values helps nobody. */
  readonly left: number;
};

const comparedFields: readonly FieldName[] = ['principal', 'source_ip', 'event'];
const mostPerField = 200;

/** The values that occur outside a stretch of time (half-open, ms since 1970 UTC) but not in it, as a query. */
export function newValues(snapshot: Snapshot, startMs: number, endMs: number): NewValues {
  const parts: string[] = [];
  let count = 0;
  let left = 0;
  for (const field of comparedFields) {
    const values = unseenValues(snapshot, field, startMs, endMs);
    count += values.length;
    left += Math.max(0, values.length - mostPerField);
    if (values.length === 0) continue;
    parts.push(
      `${field}:${values
        .slice(0, mostPerField)
        .map((value) => `=${quoted(value)}`)
        .join(',')}`,
    );
  }
  return { text: parts.length > 1 ? `(${parts.join(' | ')})` : (parts[0] ?? ''), count, left };
}

function unseenValues(snapshot: Snapshot, field: FieldName, startMs: number, endMs: number): string[] {
  const column = snapshot.column(field);
  if (column === undefined) return [];
  const normal = new Uint8Array(column.valueCount);
  const other = new Uint8Array(column.valueCount);
  for (const event of snapshot.order) {
    const timeMs = snapshot.timeMs[event]!;
    const code = column.codes[column.via === undefined ? event : column.via[event]!]!;
    (timeMs >= startMs && timeMs < endMs ? normal : other)[code] = 1;
  }
  const unseen: string[] = [];
  for (let code = 1; code < normal.length; code++) {
    if (other[code] === 1 && normal[code] === 0 && column.values[code] !== '')
      unseen.push(column.values[code]!);
  }
  return unseen;
}
