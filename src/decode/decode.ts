import type { Decoded, DocumentSource } from './batch.ts';
import { Dictionaries } from './batch-builder.ts';
import { type FileBytes, FileRecords, packed } from './file-records.ts';
import { inflateGzip } from './inflate-gzip.ts';
import { inflateZstd } from './inflate-zstd.ts';
import type { FileReport, Problem } from './problem.ts';
import { readPlainly } from './read-plainly.ts';
import { sniff } from './sniff.ts';
import { excerptOf } from './text.ts';

/** A file's bytes as they came. */
export type DecoderInput = {
  /** The file as given. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The file on disk that the bytes are the whole of; undefined when they cannot be read again (standard input). */
  readonly origin?: { readonly file: string; readonly size: number; readonly mtimeMs: number };
};

/** Limits of a decoder. */
export type DecoderOptions = {
  /** Inflated bytes of one file beyond which it is taken for a decompression bomb. */
  readonly maxInflatedBytes: number;
};

/** Turns files into batches whose codes count in dictionaries of its own: its batches must reach the store in order. */
export type Decoder = {
  /** All that came of the file. Never throws. */
  decode(input: DecoderInput): Decoded;
};

/** A decoder. `id` tells its batches from those of others, one for each thread. */
export function createDecoder(id: number, options: DecoderOptions): Decoder {
  const dictionaries = new Dictionaries(id);
  return { decode: (input) => decodeFile(input, dictionaries, options) };
}

type Findings = { batches: Decoded['batches'][number][]; reports: FileReport[]; problems: Problem[] };

function decodeFile(input: DecoderInput, dictionaries: Dictionaries, options: DecoderOptions): Decoded {
  const findings: Findings = { batches: [], reports: [], problems: [] };
  const { path, bytes, origin } = input;
  const kind = sniff(bytes);
  if (kind === 'gzip' || kind === 'zstd') {
    const inflate = kind === 'gzip' ? inflateGzip : inflateZstd;
    const inflated = inflate(bytes, options.maxInflatedBytes);
    const problems: Problem[] = [];
    if (inflated.damage) problems.push({ path, offset: undefined, ...inflated.damage, recordsLost: 0 });
    const source: DocumentSource = { kept: 'memory', packing: kind, bytes };
    readText(
      { path, bytes: inflated.bytes ?? new Uint8Array(0), source },
      bytes.length,
      problems,
      dictionaries,
      findings,
    );
  } else {
    const source: DocumentSource = origin
      ? { kept: 'disk', packing: 'none', start: 0, end: bytes.length, ...origin }
      : packed(bytes);
    readText({ path, bytes, source }, bytes.length, [], dictionaries, findings);
  }
  return findings;
}

function readText(
  file: FileBytes,
  byteLength: number,
  problems: Problem[],
  dictionaries: Dictionaries,
  findings: Findings,
): void {
  const { path, bytes } = file;
  const records = new FileRecords(file, dictionaries);
  const stop = readPlainly(bytes, startOfText(bytes), bytes.length, (record, start, end) =>
    records.addInPlace(record, start, end),
  );
  if (stop.offset < bytes.length) {
    const excerpt = excerptOf(bytes, stop.offset);
    problems.push({
      path,
      offset: stop.offset,
      kind: 'not-json',
      message: 'no CloudTrail record from here on',
      excerpt,
      recordsLost: 0,
    });
  }
  findings.batches.push(...records.finish());
  findings.problems.push(...problems);
  const known = stop.what !== undefined;
  findings.reports.push({
    path,
    outcome: problems.length === 0 && known ? 'read' : known ? 'problems' : 'not-cloudtrail',
    what: stop.what ?? 'not CloudTrail',
    records: records.count,
    repaired: records.repaired,
    lost: 0,
    byteLength,
  });
}

/** Steps over a UTF-8 byte-order mark. */
function startOfText(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
