import { isSpace } from './skip-object.ts';

/** What walking over a JSON value gave. */
export type Walk = {
  /** Whether a complete, well-formed value stands there. */
  readonly whole: boolean;
  /** One past the value; when it is not whole, the offset at which it broke. */
  readonly end: number;
  /** Why it broke, in words; empty when whole. */
  readonly reason: string;
  /**
   * Of a broken value, the largest values within it that are whole all the same (objects, arrays and strings), in order:
   * pairs of start and end. Empty when whole, unless the value was opened by others: then they are what is in it.
   */
  readonly parts: readonly number[];
  /** The deepest nesting met. */
  readonly depth: number;
};

/** What is to be told of a value whose beginning was read by others. */
export type Opening = { readonly open: '' | '[' | '{[' | '{'; readonly afterValue: boolean };

/** The reason of a value that the end of the bytes cut off. */
export const endReached = 'the end comes too early';

/** Remembers which brackets have been passed as brackets, so that no byte is walked over again and again. */
export type Seen = { has(offset: number): boolean; add(offset: number): void };

/** A set of offsets below `length`: a bit each. */
export function createSeen(length: number): Seen {
  const bits = new Uint8Array((length >> 3) + 1);
  return {
    has: (offset) => (bits[offset >> 3]! & (1 << (offset & 7))) !== 0,
    add: (offset) => {
      bits[offset >> 3]! |= 1 << (offset & 7);
    },
  };
}

/** What may come next: a value, the first value or a closing bracket, a key, and so on. */
const Next = { value: 0, firstValue: 1, key: 2, firstKey: 3, colon: 4, comma: 5 } as const;

const complaints = [
  'a value is missing',
  'a value is missing',
  'a key is missing',
  'a key is missing',
  'a colon is missing',
  'a comma is missing',
];

/**
 * Walks over the value at `start` by the letter of JSON's grammar, without making anything of it and without recursion,
 * so that no nesting is too deep. All brackets passed are added to `seen`.
 */
export function walkValue(
  bytes: Uint8Array,
  start: number,
  end: number,
  seen: Seen,
  opening?: Opening,
): Walk {
  /** Opening bytes of the containers around the cursor, and how many parts were known when each began. */
  const stack: number[] = [];
  const partCounts: number[] = [];
  const starts: number[] = [];
  const parts: number[] = [];
  let next: number = Next.value;
  let depth = 0;
  let at = start;
  const brokenAt = (offset: number, reason: string): Walk => ({
    whole: false,
    end: offset,
    reason,
    parts,
    depth,
  });

  if (opening !== undefined) {
    for (const bracket of opening.open) {
      stack.push(bracket === '[' ? 0x5b : 0x7b);
      partCounts.push(0);
      starts.push(-1);
    }
    next = opening.afterValue ? Next.comma : opening.open.endsWith('[') ? Next.firstValue : Next.key;
  }

  for (;;) {
    while (at < end && isSpace(bytes[at]!)) at++;
    if (at >= end) return brokenAt(end, endReached);
    const byte = bytes[at]!;
    let closed = -1; // where a value that ends here began
    if (byte === 0x22) {
      if (next === Next.colon || next === Next.comma) return brokenAt(at, complaints[next]!);
      const close = walkString(bytes, at, end);
      if (close < 0) return brokenAt(~close, ~close >= end ? endReached : 'a string is broken');
      if (next === Next.key || next === Next.firstKey) next = Next.colon;
      else closed = at;
      if (closed === -1) {
        at = close;
        continue;
      }
      at = close;
    } else if (byte === 0x7b || byte === 0x5b) {
      if (next !== Next.value && next !== Next.firstValue) return brokenAt(at, complaints[next]!);
      seen.add(at);
      stack.push(byte);
      partCounts.push(parts.length);
      starts.push(at);
      depth = Math.max(depth, stack.length);
      next = byte === 0x7b ? Next.firstKey : Next.firstValue;
      at++;
      continue;
    } else if (byte === 0x7d || byte === 0x5d) {
      const open = stack[stack.length - 1];
      const isDue = next === Next.comma || next === (byte === 0x7d ? Next.firstKey : Next.firstValue);
      if (open !== byte - 2) return brokenAt(at, 'a closing bracket is missing or one is too many');
      if (!isDue)
        return brokenAt(
          at,
          next === Next.value || next === Next.key ? 'a comma is too many' : complaints[next]!,
        );
      stack.pop();
      const partCount = partCounts.pop()!;
      closed = starts.pop()!;
      if (closed >= 0) parts.length = partCount;
      at++;
    } else if (byte === 0x2c || byte === 0x3a) {
      if (next !== (byte === 0x2c ? Next.comma : Next.colon)) return brokenAt(at, complaints[next]!);
      next = byte === 0x3a || stack[stack.length - 1] === 0x5b ? Next.value : Next.key;
      at++;
      continue;
    } else {
      if (next !== Next.value && next !== Next.firstValue) return brokenAt(at, complaints[next]!);
      const close = walkScalar(bytes, at, end);
      if (close === -1) return brokenAt(at, 'a value is not JSON');
      at = close;
      closed = -2; // too small to be worth keeping
    }
    if (stack.length === 0)
      return { whole: true, end: at, reason: '', parts: opening === undefined ? [] : parts, depth };
    if (closed >= 0) parts.push(closed, at);
    next = Next.comma;
  }
}

/** One past the closing quote; when the string breaks, the bitwise complement of the offset. */
export function walkString(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start + 1; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === 0x22) return i + 1;
    if (byte < 0x20) return ~i;
    if (byte !== 0x5c) continue;
    const letter = bytes[++i];
    if (i >= end) break;
    if (letter === 0x75) {
      for (let digit = 1; digit <= 4; digit++)
        if (i + digit >= end || !isHex(bytes[i + digit]!)) return ~Math.min(i + digit, end);
      i += 4;
    } else if (!isSimpleEscape(letter!)) {
      return ~i;
    }
  }
  return ~end;
}

function isHex(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
}

/** `"` `\` `/` `b` `f` `n` `r` `t` */
function isSimpleEscape(byte: number): boolean {
  return (
    byte === 0x22 ||
    byte === 0x5c ||
    byte === 0x2f ||
    byte === 0x62 ||
    byte === 0x66 ||
    byte === 0x6e ||
    byte === 0x72 ||
    byte === 0x74
  );
}

const scalar = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** One past a number, true, false or null; -1 when it is none of them. */
function walkScalar(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isScalarByte(bytes[at]!)) at++;
  if (at === start || at - start > 400) return -1;
  return scalar.test(String.fromCharCode(...bytes.subarray(start, at))) ? at : -1;
}

function isScalarByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}
