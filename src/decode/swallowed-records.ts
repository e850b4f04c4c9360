import { findRecords, type Search } from './find-records.ts';
import { isArray, isObject, type JsonNode, membersOf } from './json-node.ts';

/**
 * The places of whole records inside an object that has swallowed them: where a cut took the end of one record and the
 * beginning of the next, the records that follow have become elements of some list in the first. Pairs of start and end;
 * empty when it is as it should be.
 */
export function swallowedRecords(object: JsonNode): number[] {
  if (!isObject(object) || object.place !== undefined || !holdsTwo(object)) return [];
  const places: number[] = [];
  const search: Search = {
    take: ({ json, place }) => {
      if (json === undefined) places.push(place.start, place.end);
    },
    pass: () => {},
    readText: () => false,
    tooDeep: () => {},
    skip: () => {},
  };
  const members = membersOf(object);
  if (!members.has('eventVersion')) return [];
  for (const value of members.values())
    if (isObject(value) || isArray(value)) findRecords(value, search, '', 0);
  return places;
}

/** Whether the key that every record begins with stands in the object more than once. */
function holdsTwo({ bytes, start, end }: JsonNode): boolean {
  const object = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  const first = object.indexOf('"eventVersion"');
  return first !== -1 && object.includes('"eventVersion"', first + 1);
}
