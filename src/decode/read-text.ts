import type { Batch } from './batch.ts';
import type { Dictionaries } from './batch-builder.ts';
import type { FileAccount } from './file-account.ts';
import { type FileBytes, FileRecords } from './file-records.ts';
import { type Findings, readCarefully } from './read-carefully.ts';
import { isCsv, readCsv } from './read-csv.ts';
import { readPlainly } from './read-plainly.ts';
import { excerptOf } from './text.ts';

/**
 * Reads a file's inflated bytes: what CloudTrail itself writes on the strict path; from the first thing on that is anything else,
 * on the careful path. Gives the batches; what there is to say is noted in the account.
 */
export function readText(file: FileBytes, dictionaries: Dictionaries, account: FileAccount): Batch[] {
  const { bytes, placeOf = (offset: number) => offset } = file;
  const records = new FileRecords(file, dictionaries);
  const start = startOfText(bytes);
  const plain = readPlainly(bytes, start, bytes.length, (record, from, to) =>
    records.addInPlace(record, from, to),
  );
  for (let i = 0; i < records.count; i++) account.count(plain.what ?? '', false);
  if (plain.offset >= bytes.length && plain.open === '') {
    if (records.count === 0 && plain.what !== undefined) account.countEmpty(plain.what);
    return records.finish();
  }

  const findings: Findings = {
    take({ record, place, json, mends }, what) {
      account.count(what, mends.length > 0);
      if (json === undefined) records.addInPlace(record, place.start, place.end);
      else {
        const filePlace = { start: placeOf(place.start), end: placeOf(place.end) };
        const fileMends = mends.map((mend) => ({ ...mend, offset: placeOf(mend.offset) }));
        records.addWritten(record, json, filePlace, fileMends);
      }
    },
    pass: (what, pointsTo) => account.pass(what, pointsTo),
    damage: (kind, message, offset, excerpt, lost) =>
      account.add(kind, message, placeOf(offset), excerpt, lost),
  };
  if (plain.offset === start && plain.open === '' && isCsv(bytes, start)) readCsv(bytes, start, findings);
  else
    readCarefully(
      { bytes, place: undefined, what: '', level: 0 },
      plain.offset,
      plain.open === '' ? undefined : plain,
      findings,
    );
  return records.finish();
}

/** What a file is in which nothing was recognised. */
export function describeUnknown(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'empty file';
  const head = bytes.subarray(0, 1000);
  if (head.includes(0)) return 'binary file';
  const text = excerptOf(head, startOfText(head)).trimStart();
  if (text === '') return 'empty file';
  return text.startsWith('{') || text.startsWith('[') ? 'JSON' : 'text';
}

/** Steps over a UTF-8 byte-order mark. */
function startOfText(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
