import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDecoder } from '../../src/decode/decode.ts';
import { asObject, asText } from '../../src/record/json.ts';
import { createEventStore } from '../../src/store/event-store.ts';
import { bytesFrom, recordOf } from './samples.ts';

// Real records, which are not part of the project: where they are missing, this is skipped. What is said of them is
// held against a second, naive reading of each record.

const zipFile = join(import.meta.dirname, '../../../shared/corpus/cloudtrail-public.zip');

function loadCorpus() {
  const store = createEventStore({ keepDuplicates: false });
  const decoder = createDecoder(0, { maxInflatedBytes: 1e9 });
  store.append(decoder.decode({ path: 'corpus.zip', bytes: readFileSync(zipFile) }));
  const snapshot = store.snapshot();
  const loaded = { snapshot, recordBytes: bytesFrom(snapshot) };
  return Array.from(snapshot.order, (event) => ({
    record: recordOf(loaded, event),
    outcome: snapshot.text('outcome', event),
    principal: snapshot.text('principal', event) ?? '',
    person: snapshot.text('person', event) ?? '',
    about: `${snapshot.text('file', event)} ${snapshot.text('event_id', event)}`,
  }));
}

test.skipIf(!existsSync(zipFile))('all denials and failed sign-ins of the public corpus are found', () => {
  const events = loadCorpus();
  const saysDenied = /denied|not authorized|unauthorized|forbidden/i;
  const denied = events.filter(({ record }) => saysDenied.test(`${record.errorCode} ${record.errorMessage}`));
  expect(new Set(denied.map(({ record }) => record.errorCode)).size).toBeGreaterThan(1);
  expect(denied.filter(({ outcome }) => outcome !== 'denied')).toEqual([]);
  expect(events.filter(({ outcome }) => outcome === 'denied').length).toBe(denied.length);

  const refused = events.filter(
    ({ record }) => asObject(record.responseElements ?? null)?.ConsoleLogin === 'Failure',
  );
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.filter(({ outcome }) => outcome !== 'failed')).toEqual([]);
});

test.skipIf(!existsSync(zipFile))(
  'every event of the public corpus names its caller, by name where there is one',
  () => {
    const events = loadCorpus();
    const unnamed = events.filter(({ principal, person }) => principal === '' || person === '');
    expect(unnamed).toEqual([]);
    const bare = events.filter(({ record, principal }) => {
      const identity = asObject(record.userIdentity ?? null);
      const issuer = asObject(asObject(identity?.sessionContext ?? null)?.sessionIssuer ?? null);
      const named = [identity?.userName, issuer?.userName, identity?.arn].some(
        (name) => asText(name) !== undefined,
      );
      return /^A(?:ROA|IDA)/.test(principal) && named;
    });
    expect(bare.map(({ about, principal }) => `${principal} ${about}`)).toEqual([]);
  },
);
