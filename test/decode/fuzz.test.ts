import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sniff } from '../../src/decode/sniff.ts';
import { checkMutations, packedSampleOf, type Sample, sampleOf } from './check-mutations.ts';

// `npm run fuzz` sets FUZZ_SECONDS: a long run with another seed each time, which a failure prints. Without it, a short one that is always the same.
const seconds = Number(process.env.FUZZ_SECONDS ?? 0);
const parameters = (share: number) =>
  seconds > 0
    ? {
        numRuns: 1_000_000_000,
        interruptAfterTimeLimit: seconds * 1000 * share,
        markInterruptAsFailure: false,
      }
    : {
        numRuns: 1500,
        seed: 20260304,
        interruptAfterTimeLimit: 16_000 * share,
        markInterruptAsFailure: false,
      };
const timeout = 60_000 + seconds * 2000;

const root = join(import.meta.dirname, '../..');
function fixtures(folder: string): { name: string; bytes: Uint8Array }[] {
  return readdirSync(join(root, folder))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => ({ name, bytes: readFileSync(join(root, folder, name)) }))
    .filter(({ bytes }) => bytes.length > 0);
}

/** Some of the files that ship with the program, unpacked. */
function shipped(): { name: string; bytes: Uint8Array }[] {
  return readdirSync(join(root, 'samples'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json.gz'))
    .toSorted()
    .filter((_, i) => i % 40 === 0)
    .map((name) => ({ name, bytes: readFileSync(join(root, 'samples', name)) }))
    .map(({ name, bytes }) => ({ name, bytes: gunzipSync(bytes).subarray(0, 40_000) }));
}

const isPacked = (bytes: Uint8Array) => sniff(bytes) !== 'text';
const files = [...fixtures('test/fixtures/shapes'), ...fixtures('test/fixtures/damage')];
const plain: Sample[] = [...files.filter(({ bytes }) => !isPacked(bytes)), ...shipped()].map(
  ({ name, bytes }) => sampleOf(name, bytes),
);
const packed: Sample[] = files
  .filter(({ bytes }) => isPacked(bytes))
  .map(({ name, bytes }) => packedSampleOf(name, bytes));

test('no mutation of any sample loses a record whose bytes were untouched', { timeout }, () => {
  expect(plain.reduce((sum, { records }) => sum + records.length, 0)).toBeGreaterThan(150);
  checkMutations(plain, parameters(0.75));
});

test('no mutation of a packed sample makes reading fail or miscount', { timeout }, () => {
  checkMutations(packed, parameters(0.25));
});
