import fc from 'fast-check';
import { createDecoder } from '../../src/decode/decode.ts';
import { type DecodedEvent, eventsOf } from './events-of.ts';

/** A file that mutations start from. */
export type Sample = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The records in it and the bytes that make them, which must not be touched. */
  readonly records: readonly { readonly start: number; readonly end: number; readonly json: string }[];
  /** Bytes at the beginning without which nothing can be read (a CSV's header): left alone. */
  readonly headLength: number;
};

/** What is done to a sample: `length` bytes from `start` (modulo the sample's length) on are replaced. */
type Mutation = { readonly start: number; readonly length: number; readonly insert: Uint8Array };

/** A sample in which every record is known by its place. */
export function sampleOf(name: string, bytes: Uint8Array): Sample {
  const isCsv = name.endsWith('.csv');
  // A row is told by the line's ends around it, of up to two bytes.
  const margin = isCsv ? 2 : 0;
  return {
    name,
    bytes,
    records: decode(bytes)
      .filter(({ repaired, event }) => repaired === undefined && event !== '')
      .map(({ fileStart, fileEnd, json }) => ({
        start: fileStart - margin / 2,
        end: fileEnd + margin,
        json: JSON.stringify(JSON.parse(json)),
      })),
    headLength: isCsv ? bytes.indexOf(0x0a) + 1 : 0,
  };
}

/** A sample whose bytes are packed, so that no record in it has a place: only failing and miscounting are looked for. */
export function packedSampleOf(name: string, bytes: Uint8Array): Sample {
  return { name, bytes, records: [], headLength: 0 };
}

/**
 * Mutates samples (cuts, flips, inserts of what does most harm, splices) and holds that reading never fails, always counts right, and
 * loses no record whose own bytes were untouched.
 */
export function checkMutations(samples: readonly Sample[], parameters: fc.Parameters<unknown>): void {
  const cases = fc.tuple(
    fc.nat(samples.length - 1),
    fc.array(mutationsFrom(samples), { minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(cases, ([i, mutations]) => {
      const sample = samples[i]!;
      const mutant = mutate(sample, mutations);
      const left = decode(mutant.bytes).map(({ json }) => JSON.stringify(JSON.parse(json)));
      for (const { json } of mutant.untouched) {
        const at = left.indexOf(json);
        if (at === -1)
          throw new Error(`lost from ${sample.name}: ${json}\nin ${mutant.bytes.toString('utf8')}`);
        left.splice(at, 1);
      }
    }),
    parameters,
  );
}

function mutate(
  sample: Sample,
  mutations: readonly Mutation[],
): { bytes: Buffer; untouched: Sample['records'] } {
  let bytes = Buffer.from(sample.bytes);
  let untouched = sample.records;
  for (const { start, length, insert } of mutations) {
    const from = sample.headLength + (start % (bytes.length - sample.headLength + 1));
    const to = Math.min(bytes.length, from + length);
    bytes = Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(to)]);
    const shift = insert.length - (to - from);
    untouched = untouched
      .filter((record) => record.end <= from || record.start >= to)
      .map((record) =>
        record.end <= from ? record : { ...record, start: record.start + shift, end: record.end + shift },
      );
  }
  return { bytes, untouched };
}

function mutationsFrom(samples: readonly Sample[]): fc.Arbitrary<Mutation> {
  const start = fc.nat(1 << 20);
  const nothing = fc.constant(new Uint8Array(0));
  const harmful = fc
    .constantFrom(
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '\n',
      '\0',
      '“',
      '\\"',
      '"}',
      '{"',
      '{"eventVersion":"1.0"',
      '}]}',
      '{"Records":[',
      ',{',
      '"a":',
      '\\u12',
      '{\\"',
      "'",
      '//',
      '/*',
      '...',
    )
    .map((text) => Buffer.from(text));
  const splice = fc
    .tuple(fc.nat(samples.length - 1), start, fc.integer({ min: 1, max: 3000 }))
    .map(([i, from, length]) => {
      const { bytes } = samples[i]!;
      const at = from % bytes.length;
      return bytes.slice(at, at + length);
    });
  const cut = fc.record({ start, length: fc.integer({ min: 1, max: 2000 }), insert: nothing });
  const cutRest = fc.record({ start, length: fc.constant(1 << 30), insert: nothing });
  const flip = fc.record({
    start,
    length: fc.constant(1),
    insert: fc.uint8Array({ minLength: 1, maxLength: 1 }),
  });
  const harm = fc.record({ start, length: fc.constantFrom(0, 0, 1), insert: harmful });
  const noise = fc.record({ start, length: fc.nat(40), insert: fc.uint8Array({ maxLength: 40 }) });
  const spliced = fc.record({ start, length: fc.nat(800), insert: splice });
  return fc.oneof(cut, cutRest, flip, harm, noise, spliced);
}

/** The events of some bytes. Throws when reading failed or the account does not close. */
function decode(bytes: Uint8Array): DecodedEvent[] {
  const decoded = createDecoder(0, { maxInflatedBytes: 1e8 }).decode({ path: 'mutant', bytes });
  const events = eventsOf([decoded]);
  const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const records = sumOf(decoded.reports.map((report) => report.records));
  const lost = sumOf(decoded.reports.map((report) => report.lost));
  const lostByProblem = sumOf(decoded.problems.map(({ recordsLost }) => recordsLost));
  const failed = decoded.problems.find(({ kind }) => kind === 'unreadable' || kind === 'out-of-memory');
  if (failed !== undefined) throw new Error(`reading failed: ${failed.message}`);
  if (records !== events.length)
    throw new Error(`${records} records reported, ${events.length} events given`);
  if (lost !== lostByProblem) throw new Error(`${lost} lost in the report, ${lostByProblem} in the problems`);
  return events;
}
