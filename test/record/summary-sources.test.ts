import { expect, test } from 'vitest';
import type { CloudTrailRecord, Json } from '../../src/record/json.ts';
import { summarize } from '../../src/record/summarize.ts';
import { Flag } from '../../src/record/summary.ts';
import { partKeys, readResponseKeys, textKeys, unusualKeys } from '../../src/record/summary-sources.ts';
import { makesSomething, targetOf } from '../../src/record/target.ts';
import { namesNothing, targetRank } from '../../src/record/target-keys.ts';
import { records } from './records.ts';

test.each(records)('the summary of $title comes from the listed sources alone', ({ record }) => {
  expect(withoutTextSearch(narrowed(record))).toEqual(withoutTextSearch(record));
});

/** The summary without the flag that follows from every string of the record. */
function withoutTextSearch(record: CloudTrailRecord): object {
  const summary = summarize(record);
  return { ...summary, flags: summary.flags & ~Flag.suspiciousText };
}

/** The record without everything that the lists say is not read. */
function narrowed(record: CloudTrailRecord): CloudTrailRecord {
  const kept = [...textKeys, ...partKeys, ...unusualKeys].filter((key) => record[key] !== undefined);
  const narrow: Record<string, Json> = Object.fromEntries(kept.map((key) => [key, record[key]!]));
  narrow.requestParameters = onlyKeys(narrow.requestParameters, (key) => targetRank(key) !== namesNothing);
  const namesWithout = targetOf({ ...narrow, responseElements: null });
  if (namesWithout !== '' || !makesSomething(String(record.eventName))) {
    const response = onlyKeys(narrow.responseElements, (key) => readResponseKeys.test(key));
    if (targetOf(record) === namesWithout) narrow.responseElements = response;
  }
  return narrow;
}

function onlyKeys(value: Json | undefined, wanted: (key: string) => boolean): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value ?? null;
  return Object.fromEntries(Object.entries(value).filter(([key]) => wanted(key))) as Json;
}
