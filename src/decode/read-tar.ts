import { type ArchiveDamage, isReadable, type TakeMember } from './archive.ts';
import { decodeUtf8 } from './decode-utf8.ts';

const blockLength = 512;

/** Reads the files in a tar: ustar, with the long names of GNU and pax. Links, folders and devices are passed over. */
export function readTar(bytes: Uint8Array, take: TakeMember): ArchiveDamage {
  let longName: string | undefined;
  for (let at = 0; at + blockLength <= bytes.length; ) {
    const header = bytes.subarray(at, at + blockLength);
    if (header[0] === 0) return undefined; // the end is marked by empty blocks
    const size = sizeOf(header);
    if (Number.isNaN(size) || !hasChecksum(header)) {
      return { kind: 'corrupt', message: `the tar is damaged at byte ${at}: what follows is not read` };
    }
    const start = at + blockLength;
    const end = start + size;
    const type = String.fromCharCode(header[156]!);
    const content = bytes.subarray(start, Math.min(end, bytes.length));
    if (type === 'L') longName = fieldOf(content, 0, content.length);
    else if (type === 'x') longName = paxPathOf(content) ?? longName;
    else if (type !== 'g') {
      const name = longName ?? nameOf(header);
      longName = undefined;
      const isFile = type === '0' || type === '\0' || type === '7';
      if (isFile && isReadable(name)) {
        const isCut = end > bytes.length;
        const damage = { kind: 'truncated', message: 'the archive is cut short within this file' } as const;
        take({ name, bytes: content.slice(), damage: isCut ? damage : undefined });
      }
    }
    if (end > bytes.length) return { kind: 'truncated', message: 'the tar is cut short: read up to the cut' };
    at = start + Math.ceil(size / blockLength) * blockLength;
  }
  return undefined;
}

function nameOf(header: Uint8Array): string {
  const prefix = fieldOf(header, 345, 155);
  const name = fieldOf(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Octal digits, or for giants base 256, marked by the highest bit. */
function sizeOf(header: Uint8Array): number {
  if ((header[124]! & 0x80) !== 0) {
    let size = 0;
    for (let i = 128; i < 136; i++) size = size * 256 + header[i]!;
    return Number.isSafeInteger(size) ? size : Number.NaN;
  }
  const digits = fieldOf(header, 124, 12).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

/** Whether the header's checksum is right: the sum of its bytes, those of the checksum taken as spaces. */
function hasChecksum(header: Uint8Array): boolean {
  let sum = 0;
  for (let i = 0; i < blockLength; i++) sum += i >= 148 && i < 156 ? 0x20 : header[i]!;
  return sum === Number.parseInt(fieldOf(header, 148, 8).trim(), 8);
}

/** The text of a field, up to its first zero byte. */
function fieldOf(bytes: Uint8Array, start: number, length: number): string {
  const zero = bytes.subarray(start, start + length).indexOf(0);
  return decodeUtf8(bytes, start, start + (zero === -1 ? length : zero));
}

/** The path in a pax header, which is lines of `length key=value`. */
function paxPathOf(content: Uint8Array): string | undefined {
  return /^\d+ path=(.*)$/m.exec(decodeUtf8(content))?.[1];
}
