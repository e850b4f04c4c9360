import type { Batch, DocumentSource } from './batch.ts';
import type { FileAccount } from './file-account.ts';
import { finishBatch, maxDocumentBytes } from './file-records.ts';
import { inflationCap } from './inflated.ts';
import type { RecordScanner } from './scan-record.ts';

/**
 * Reads a gzip file as CloudTrail delivers it to S3: a trail file with nothing between and after its records that does not
 * belong there. Gives undefined for any other, of which nothing is read then.
 */
export function readTrailFile(
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  maxInflatedBytes: number,
  scanner: RecordScanner,
  account: FileAccount,
): Batch | undefined {
  const { builder } = scanner;
  builder.clear();
  const maxLength = Math.min(maxDocumentBytes, inflationCap(bytes.length, maxInflatedBytes));
  const byteLength = scanTrailFile(scanner, bytes, maxLength);
  if (byteLength === undefined) return undefined;
  for (let i = 0; i < builder.length; i++) account.count('trail file', false);
  const source: DocumentSource = { kept: 'memory', packing: 'gzip', bytes };
  return finishBatch(builder, { path, source, byteLength, verbatim: true, baseOffset: 0 });
}

function scanTrailFile(scanner: RecordScanner, bytes: Uint8Array, maxLength: number): number | undefined {
  try {
    return scanner.scanTrailFile(bytes, maxLength, scanner.builder);
  } catch (error) {
    // A record nested too deep: that is said when the file is read as any other.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
