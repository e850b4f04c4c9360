import type { Batch } from './batch.ts';
import { excerptOf } from './decode-utf8.ts';
import type { FileAccount } from './file-account.ts';
import { type FileBytes, FileRecords } from './file-records.ts';
import type { Findings } from './findings.ts';
import { readCarefully, startsAsJson } from './read-carefully.ts';
import { isCsv, readCsv } from './read-csv.ts';
import { readPlainly } from './read-plainly.ts';
import type { RecordScanner } from './scan-record.ts';

/**
 * Reads a file's inflated bytes: what CloudTrail itself writes on the strict path; from the first thing on that is
 * anything else, on the careful path. Gives the batches; what there is to say is noted in the account.
 */
export function readText(file: FileBytes, scanner: RecordScanner, account: FileAccount): Batch[] {
  const { bytes, placeOf = (offset: number) => offset } = file;
  const records = new FileRecords(file, scanner);
  account.describeOtherwise(describeUnknown(bytes));
  const start = startOfText(bytes);
  const add = (offset: number, what: string, mended: boolean, addRecord: () => void) => {
    try {
      addRecord();
      account.count(what, mended);
    } catch (error) {
      // Nested by the ten thousand: whoever wrote that wanted to see a program fall over.
      if (!(error instanceof RangeError)) throw error;
      account.add('too-deep', 'a record nested too deep', placeOf(offset), excerptOf(bytes, offset), 1);
    }
  };
  const scan = (at: number, isInArray: boolean) => {
    const before = records.count;
    const stop = records.scanInPlace(at, isInArray);
    for (let i = before; i < records.count; i++) account.count('', false);
    return stop;
  };
  const plain = readPlainly(bytes, start, bytes.length, scan, (record, from, to) => {
    add(from, '', false, () => records.addInPlace(record, from, to));
  });
  const isRead = plain.offset >= bytes.length && plain.open === '';
  if (records.count > 0) account.describe(plain.what ?? '');
  else if (isRead && plain.what !== undefined) account.describeEmpty(plain.what);
  if (isRead) return records.finish();

  const findings: Findings = {
    take({ record, place, json, mends }, what) {
      if (mends.length > 0) {
        const list = [...new Set(mends.map((mend) => mend.what))].join(', ');
        const { offset } = mends[0]!;
        account.add('repaired', `a record was mended: ${list}`, placeOf(offset), excerptOf(bytes, offset));
      }
      add(place.start, what, mends.length > 0, () => {
        if (json === undefined) {
          records.addInPlace(record, place.start, place.end);
          return;
        }
        const filePlace = { start: placeOf(place.start), end: placeOf(place.end) };
        const fileMends = mends.map((mend) => ({ ...mend, offset: placeOf(mend.offset) }));
        records.addWritten(record, json, filePlace, fileMends);
      });
    },
    scan,
    pass: (what, pointsTo) => account.pass(what, pointsTo),
    damage: (kind, message, offset, excerpt, lost) =>
      account.add(kind, message, placeOf(offset), excerpt, lost),
  };
  if (plain.offset === start && plain.open === '' && isCsv(bytes, start)) readCsv(bytes, start, findings);
  else
    readCarefully(
      { bytes, place: undefined, what: '', level: 0, isJson: startsAsJson(bytes, start) },
      plain.offset,
      plain.open === '' ? undefined : plain,
      findings,
    );
  if (plain.what === 'trail file') account.describe(plain.what);
  return records.finish();
}

/** What a file is in which nothing was recognised. */
function describeUnknown(bytes: Uint8Array): string {
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
