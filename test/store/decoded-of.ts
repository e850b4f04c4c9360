import type { Decoded } from '../../src/decode/batch.ts';
import { BatchBuilder } from '../../src/decode/batch-builder.ts';
import { hashBytes } from '../../src/decode/content-hash.ts';
import { Dictionaries } from '../../src/decode/dictionaries.ts';
import type { CloudTrailRecord } from '../../src/record/json.ts';
import { summarize } from '../../src/record/summarize.ts';

/** What a decoder gives for a trail file of these records; `spaced` writes them with white space. */
export function decodedOf(
  dictionaries: Dictionaries,
  path: string,
  records: readonly CloudTrailRecord[],
  { spaced = false, hashed = false } = {},
): Decoded {
  const builder = new BatchBuilder(dictionaries);
  const texts = records.map((record) => JSON.stringify(record, undefined, spaced ? 2 : undefined));
  const bytes = new TextEncoder().encode(`{"Records":[${texts.join(',')}]}`);
  let at = '{"Records":['.length;
  records.forEach((record, i) => {
    const end = at + new TextEncoder().encode(texts[i]!).length;
    builder.add(summarize(record), at, end);
    if (hashed) builder.contentHash[i] = hashBytes(new DataView(bytes.buffer), at, end);
    at = end + 1;
  });
  const batch = builder.finish({
    path,
    source: { kept: 'memory', packing: 'none', bytes },
    byteLength: bytes.length,
    verbatim: true,
    baseOffset: 0,
  });
  return { batches: [batch], reports: [reportOf(path, records.length, bytes.length)], problems: [] };
}

function reportOf(path: string, records: number, byteLength: number) {
  return { path, outcome: 'read', what: 'trail file', records, repaired: 0, lost: 0, byteLength } as const;
}

/** The decoders of a test, numbered from 0. */
export function decoders(count: number): Dictionaries[] {
  return Array.from({ length: count }, (_, i) => new Dictionaries(i));
}

/** A record with the fields that most tests need. */
export function recordOf(fields: Partial<CloudTrailRecord> = {}): CloudTrailRecord {
  return {
    eventVersion: '1.08',
    userIdentity: {
      type: 'IAMUser',
      arn: 'arn:aws:iam::111122223333:user/alice',
      accountId: '111122223333',
      userName: 'alice',
    },
    eventTime: '2026-03-01T09:15:00Z',
    eventSource: 'kinesis.amazonaws.com',
    eventName: 'CreateStream',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '192.0.2.1',
    userAgent: 'aws-cli/2.15',
    requestParameters: null,
    responseElements: null,
    ...fields,
  };
}
