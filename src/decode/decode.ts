import type { Member } from './archive.ts';
import type { Batch, Decoded, DocumentSource } from './batch.ts';
import { Dictionaries } from './dictionaries.ts';
import { FileAccount } from './file-account.ts';
import { packed } from './file-records.ts';
import { inflateGzip } from './inflate-gzip.ts';
import { inflateZstd } from './inflate-zstd.ts';
import { inflationCap } from './inflated.ts';
import type { FileReport, Problem } from './problem.ts';
import { readTar } from './read-tar.ts';
import { readText } from './read-text.ts';
import { readTrailFile } from './read-trail-file.ts';
import { readUtf16 } from './read-utf16.ts';
import { readZip } from './read-zip.ts';
import { releaseInflated } from './release.ts';
import { RecordScanner } from './scan-record.ts';
import { type ByteKind, sniff } from './sniff.ts';

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
  /** All that came of the file: an archive gives a batch and a report for each member. Never throws. */
  decode(input: DecoderInput): Decoded;
};

/** A decoder. `id` tells its batches from those of others, one for each thread. */
export function createDecoder(id: number, options: DecoderOptions): Decoder {
  const scanner = new RecordScanner(new Dictionaries(id));
  return {
    decode(input) {
      const decoding = new Decoding(scanner, options, input.bytes.length);
      decoding.decodeFile(input, 0);
      return decoding;
    },
  };
}

/** Archives in archives, and compressed files in compressed files: deeper than this is not looked. */
const maxLevel = 6;

/** However small an archive, its members may inflate to this much in all. */
const alwaysAllowedBytes = 256 * 1024 * 1024;

/** One file on its way to batches: what came of it so far, and how much it may still inflate to. */
class Decoding implements Decoded {
  readonly batches: Batch[] = [];
  readonly reports: FileReport[] = [];
  readonly problems: Problem[] = [];
  readonly #scanner: RecordScanner;
  readonly #maxInflatedBytes: number;
  #room: number;

  constructor(scanner: RecordScanner, options: DecoderOptions, packedLength: number) {
    this.#scanner = scanner;
    this.#maxInflatedBytes = options.maxInflatedBytes;
    this.#room = Math.max(alwaysAllowedBytes, inflationCap(packedLength, Number.MAX_SAFE_INTEGER));
  }

  /** Decodes a file or a member of an archive, `level` archives deep. */
  decodeFile(input: DecoderInput, level: number, damage?: Member['damage']): void {
    const account = new FileAccount(input.path, input.bytes.length);
    if (damage) account.add(damage.kind, damage.message, undefined);
    let isContainer = false;
    try {
      isContainer = this.#read(input, level, account);
    } catch (error) {
      // Nothing in a file can make reading fail, save that there is no memory for it.
      const message = error instanceof RangeError ? 'too large for the memory there is' : String(error);
      account.add(error instanceof RangeError ? 'out-of-memory' : 'unreadable', message, undefined);
    }
    // The members of a sound archive speak for themselves.
    if (isContainer && account.isClean) return;
    const { report, problems } = account.close();
    this.reports.push(report);
    this.problems.push(...problems);
  }

  /** Reads bytes of any kind. True when they were an archive with members. */
  #read(input: DecoderInput, level: number, account: FileAccount): boolean {
    const { path, bytes, origin } = input;
    const kind = sniff(bytes);
    if (level > maxLevel && kind !== 'text') {
      account.add('too-deep', `archives in archives, more than ${maxLevel} deep: unpack it first`, undefined);
      return false;
    }
    switch (kind) {
      case 'gzip':
      case 'zstd':
        return this.#readPacked(input, kind, level, account);
      case 'zip':
      case 'tar':
        return this.#readArchive(input, kind, level, account);
      case 'parquet':
        account.pass('Parquet file (not supported: export it as JSON)', 0);
        return false;
      case 'utf16le':
      case 'utf16be': {
        const utf16 = readUtf16(bytes, kind === 'utf16be');
        const file = { path, bytes: utf16.bytes, source: packed(utf16.bytes), placeOf: utf16.placeOf };
        this.batches.push(...readText(file, this.#scanner, account));
        return false;
      }
      case 'text': {
        const source: DocumentSource = origin
          ? { kept: 'disk', packing: 'none', start: 0, end: bytes.length, ...origin }
          : packed(bytes);
        this.batches.push(...readText({ path, bytes, source }, this.#scanner, account));
        return false;
      }
    }
  }

  #readPacked(input: DecoderInput, kind: 'gzip' | 'zstd', level: number, account: FileAccount): boolean {
    const { path, bytes } = input;
    const limit = Math.min(this.#maxInflatedBytes, this.#room);
    const batch = kind === 'gzip' ? readTrailFile(input, limit, this.#scanner, account) : undefined;
    if (batch !== undefined) {
      this.#room -= batch.document.byteLength;
      this.batches.push(batch);
      return false;
    }
    const inflate = kind === 'gzip' ? inflateGzip : inflateZstd;
    const { bytes: inflated, damage } = inflate(bytes, limit);
    if (damage) account.add(damage.kind, damage.message, undefined);
    if (inflated === undefined) return false;
    this.#room -= inflated.length;
    if (sniff(inflated) !== 'text') return this.#read({ path, bytes: inflated }, level + 1, account);
    const source: DocumentSource = { kept: 'memory', packing: kind, bytes };
    this.batches.push(...readText({ path, bytes: inflated, source }, this.#scanner, account));
    releaseInflated(inflated);
    return false;
  }

  #readArchive(
    input: DecoderInput,
    kind: ByteKind & ('zip' | 'tar'),
    level: number,
    account: FileAccount,
  ): boolean {
    let members = 0;
    const take = ({ name, bytes = new Uint8Array(0), damage }: Member) => {
      members++;
      const path = `${input.path}/${name}`;
      this.#room -= bytes.length;
      if (this.#room < 0)
        damage ??= { kind: 'too-large', message: 'the archive inflates to too much: not read' };
      this.decodeFile({ path, bytes: this.#room < 0 ? new Uint8Array(0) : bytes }, level + 1, damage);
    };
    const damage =
      kind === 'tar' ? readTar(input.bytes, take) : readZip(input.bytes, this.#maxInflatedBytes, take);
    if (damage) account.add(damage.kind, damage.message, undefined);
    if (members === 0) account.describeEmpty(`${kind} archive without files`);
    else account.describeArchive(`${kind} archive`);
    return members > 0;
  }
}
