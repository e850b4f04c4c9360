import { recordKeys } from '../record/top-level-keys.ts';
import type { Range } from './file-records.ts';
import type { Found } from './find-records.ts';
import { isRecord } from './is-record.ts';
import { keyAfter } from './lenient-text.ts';
import { repairRecord } from './repair-record.ts';
import type { SalvagedRecord } from './salvage-gap.ts';

/**
 * Where a stray brace ended a record too early, the record with the rest of it put back:
 *
 *     {"eventVersion":"1.08","eventName":"A"},"awsRegion":"eu-west-1"}   ,{
 *     |<-------------- found ------------->|<-------- gap --------->|
 *
 * `gap` is what follows the record up to the next whole value, or up to the end of the text when `isEnd`. Undefined when
 * nothing in it goes on with the record, and for a record that does not stand in the bytes as it is.
 */
export function rejoinRecord(
  bytes: Uint8Array,
  found: Found,
  gap: Range,
  isEnd: boolean,
): SalvagedRecord | undefined {
  const { place, record, json } = found;
  if (json !== undefined) return undefined;
  const next = keyAfter(bytes, gap.start, gap.end);
  if (next === undefined || !recordKeys.has(next) || Object.hasOwn(record, next)) return undefined;
  const mended = repairRecord(bytes, place.start, gap.end, !isEnd);
  if (mended.object === undefined || mended.end <= place.end || !isRecord(mended.object)) return undefined;
  if (Object.keys(mended.object).length <= Object.keys(record).length) return undefined;
  return {
    kind: 'record',
    start: place.start,
    end: mended.end,
    record: mended.object,
    json: mended.json,
    mends: mended.mends,
  };
}
