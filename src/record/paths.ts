import { asObject, type Json } from './json.ts';
import { jsonIn } from './text.ts';

/**
 * The values at a path into a record, in the order of the record; none when the path leads nowhere.
 *
 * A segment is a key, or `[]` for any element of a list (of a value that is no list: the value itself, since
 * policies write one element without its list). Strings that hold JSON are looked through on the way, and at the
 * end they are given as they stand.
 */
export function valuesAt(record: Json, path: readonly string[]): Json[] {
  let values: Json[] = [record];
  for (const segment of path) {
    const next: Json[] = [];
    for (const value of values)
      step(typeof value === 'string' ? (jsonIn(value) ?? value) : value, segment, next);
    values = next;
    if (values.length === 0) break;
  }
  return values;
}

function step(value: Json, segment: string, into: Json[]): void {
  if (segment === '[]') {
    if (Array.isArray(value)) for (const element of value as readonly Json[]) into.push(element);
    else if (value !== null) into.push(value);
    return;
  }
  const object = asObject(value);
  if (object !== undefined && Object.hasOwn(object, segment)) into.push(object[segment]!);
}
