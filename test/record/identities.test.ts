import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CloudTrailRecord } from '../../src/record/json.ts';
import { summarize } from '../../src/record/summarize.ts';
import { whoInWords } from '../../src/record/words.ts';

/** A case is a file in `identities/`: a record that holds what is known of the caller, and what we say of it. */
type Case = {
  readonly about: string;
  readonly record: CloudTrailRecord;
  readonly principal: string;
  readonly who: string;
  readonly credentials: string;
  readonly notes: readonly string[];
};

const folder = new URL('identities/', import.meta.url);
const cases = readdirSync(folder).map(
  (name): Case => JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);

test.each(cases)('names the caller: $about', ({ record, principal }) => {
  expect(summarize(record).identity.principal).toBe(principal);
});

test.each(cases)('says in words who called: $about', ({ record, who, credentials, notes }) => {
  expect(whoInWords(record)).toEqual({ who, credentials, notes });
});
