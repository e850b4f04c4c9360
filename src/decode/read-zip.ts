import { Unzip, type UnzipFileInfo, UnzipInflate, UnzipPassThrough, unzipSync } from 'fflate';
import { type ArchiveDamage, isReadable, type TakeMember } from './archive.ts';
import { inflationCap } from './inflated.ts';

/** Members inflated at once: few enough that a large archive is never in memory as a whole. */
const groupBytes = 32 * 1024 * 1024;

/** An entry of the directory takes at least this many bytes, and as many again before its file. */
const minEntryLength = 76;

/** Bytes given to the stream at once when an archive is damaged. */
const pieceLength = 4096;

/** Reads the files in a zip. Of one that is cut or has lost its directory, every file up to the damage. */
export function readZip(bytes: Uint8Array, maxInflatedBytes: number, take: TakeMember): ArchiveDamage {
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, { filter: (entry) => isReadable(entry.name) && entries.push(entry) < 0 });
  } catch {
    readDamaged(bytes, maxInflatedBytes, take);
    return { kind: 'truncated', message: 'the zip is cut short or damaged: read as far as it goes' };
  }
  if (entries.length > bytes.length / minEntryLength) {
    readDamaged(bytes, maxInflatedBytes, take);
    return { kind: 'corrupt', message: 'the zip directory is damaged: read as far as it goes' };
  }
  let group: UnzipFileInfo[] = [];
  let groupLength = 0;
  const finishGroup = () => {
    if (group.length > 0) takeGroup(bytes, group, take);
    group = [];
    groupLength = 0;
  };
  for (const entry of entries) {
    const refusal = refusalOf(entry, bytes.length, maxInflatedBytes);
    if (refusal !== undefined) {
      finishGroup();
      take({ name: entry.name, bytes: undefined, damage: refusal });
      continue;
    }
    if (groupLength + entry.originalSize > groupBytes) finishGroup();
    group.push(entry);
    groupLength += entry.originalSize;
  }
  finishGroup();
  return undefined;
}

/** No deflated byte gives more than this many: what claims to is damaged. */
const maxDeflateRatio = 1032;

/** Why an entry is not to be inflated; its sizes are only what the directory claims. */
function refusalOf(entry: UnzipFileInfo, zipLength: number, maxInflatedBytes: number): ArchiveDamage {
  if (entry.compression !== 0 && entry.compression !== 8) {
    const message = 'compressed or encrypted in a way that cannot be read: unpack the zip first';
    return { kind: 'unsupported', message };
  }
  if (entry.size > zipLength || entry.originalSize > (entry.size + 1) * maxDeflateRatio) {
    return { kind: 'corrupt', message: 'its sizes in the zip directory cannot be right' };
  }
  if (entry.originalSize <= inflationCap(entry.size, maxInflatedBytes)) return undefined;
  const message = `inflates to ${entry.originalSize} bytes: taken for a decompression bomb and not read`;
  return { kind: 'too-large', message };
}

function takeGroup(bytes: Uint8Array, group: readonly UnzipFileInfo[], take: TakeMember): void {
  const names = new Set(group.map(({ name }) => name));
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => names.has(name) });
    for (const { name } of group) take({ name, bytes: files[name], damage: undefined });
  } catch {
    if (group.length > 1) {
      // Halves, since each try reads the whole directory.
      const middle = group.length >> 1;
      takeGroup(bytes, group.slice(0, middle), take);
      takeGroup(bytes, group.slice(middle), take);
      return;
    }
    const damage = { kind: 'corrupt', message: 'damaged or encrypted: it cannot be inflated' } as const;
    take({ name: group[0]!.name, bytes: undefined, damage });
  }
}

/** Reads member after member by their own headers, without the directory at the end. */
function readDamaged(bytes: Uint8Array, maxInflatedBytes: number, take: TakeMember): void {
  let current: { name: string; chunks: Uint8Array[]; length: number } | undefined;
  const unzip = new Unzip((file) => {
    const member = { name: file.name, chunks: [] as Uint8Array[], length: 0 };
    if (!isReadable(file.name)) return;
    current = member;
    const cap = inflationCap(file.size ?? bytes.length, maxInflatedBytes);
    file.ondata = (error, chunk, final) => {
      if (error || current !== member) return;
      member.chunks.push(chunk);
      member.length += chunk.length;
      if (member.length > cap) {
        current = undefined;
        const damage = { kind: 'too-large', message: 'taken for a decompression bomb and not read' } as const;
        take({ name: member.name, bytes: undefined, damage });
        file.terminate();
      } else if (final) {
        current = undefined;
        take({ name: member.name, bytes: Buffer.concat(member.chunks), damage: undefined });
      }
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  try {
    for (let at = 0; at < bytes.length; at += pieceLength)
      unzip.push(bytes.subarray(at, at + pieceLength), false);
  } catch {
    // What came before the damage has been taken already.
  }
  if (current === undefined) return;
  const damage = {
    kind: 'truncated',
    message: 'the archive is cut short or damaged within this file',
  } as const;
  take({ name: current.name, bytes: Buffer.concat(current.chunks), damage });
}
