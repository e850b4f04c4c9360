import { createHash } from 'node:crypto';

/**
 * A source of repeatable numbers. Each part of the generator has its own, named after what it draws for, so that
 * a change in one part leaves every other part's events as they are.
 */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  /** A whole number from `start` up to, not including, `end`. */
  readonly between: (start: number, end: number) => number;
  /** True in this share of the draws. */
  readonly chance: (share: number) => boolean;
  /** One of the values, each as likely. */
  readonly pick: <T>(values: readonly T[]) => T;
  /** One of the values, as likely as its weight says. */
  readonly weighted: <T>(values: readonly (readonly [T, number])[]) => T;
};

/** The repeatable source with this name (the mulberry32 generator, seeded from the name). */
export function randomOf(name: string): Random {
  let state = createHash('sha256').update(name).digest().readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (start, end) => start + below(end - start),
    chance: (share) => next() < share,
    pick: (values) => values[below(values.length)]!,
    weighted: (values) => {
      let left = next() * values.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of values) {
        left -= weight;
        if (left < 0) return value;
      }
      return values.at(-1)![0];
    },
  };
}

/** The UUID that always belongs to this text. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(`uuid ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Upper-case letters and the digits 2 to 7, as AWS's ids have them, that always belong to this text. */
export function lettersOf(text: string, length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bytes = createHash('sha512').update(`letters ${text}`).digest();
  return Array.from({ length }, (_, at) => alphabet[bytes[at]! % 32]).join('');
}

/** Hexadecimal digits that always belong to this text, at most 64. */
export function hexOf(text: string, length: number): string {
  return createHash('sha256').update(`hex ${text}`).digest('hex').slice(0, length);
}

/** An access key id of 20 letters: `AKIA` long-lived, `ASIA` temporary; EXAMPLE stands in it, the end tells keys apart. */
export function accessKeyOf(prefix: 'AKIA' | 'ASIA', text: string): string {
  return `${prefix}EXAMPLE${lettersOf(text, 9)}`;
}
