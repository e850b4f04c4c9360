/** Repeatable draws: the same seed gives the same numbers on every machine. */
export type Draws = {
  /** 32 random bits. */
  readonly bits: () => number;
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  /** True in this share of the draws. */
  readonly chance: (share: number) => boolean;
  /** One of the values, each as likely. */
  readonly pick: <T>(values: readonly T[]) => T;
  /** A number around 0 with a spread of 1, on the bell curve. */
  readonly bell: () => number;
  /** So many characters of an alphabet. */
  readonly letters: (alphabet: string, length: number) => string;
  /** So many hex digits. */
  readonly hex: (length: number) => string;
  /** A random UUID. */
  readonly uuid: () => string;
};

export const upperLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
export const base64Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A source of draws (xoshiro128++, its state spread from the seed by splitmix32). */
export function drawsFrom(seed: number): Draws {
  const state = new Int32Array(4);
  for (let i = 0; i < 4; i++) {
    seed = (seed + 0x9e3779b9) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    state[i] = mixed ^ (mixed >>> 15);
  }
  const turned = (word: number, by: number) => (word << by) | (word >>> (32 - by));
  const bits = () => {
    const [a, b, c, d] = state as unknown as [number, number, number, number];
    const result = (turned((a + d) | 0, 7) + a) >>> 0;
    state[2] = c ^ a;
    state[3] = d ^ b;
    state[1] = b ^ state[2]!;
    state[0] = a ^ state[3]!;
    state[2]! ^= b << 9;
    state[3] = turned(state[3]!, 11);
    return result;
  };
  const next = () => bits() / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  const hex = (length: number) => {
    let text = '';
    while (text.length < length) text += bits().toString(16).padStart(8, '0');
    return text.slice(0, length);
  };
  return {
    bits,
    below,
    chance: (share) => next() < share,
    pick: (values) => values[below(values.length)]!,
    bell: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    letters: (alphabet, length) => {
      let text = '';
      for (let i = 0; i < length; i++) text += alphabet[below(alphabet.length)];
      return text;
    },
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[below(4)]}${hex(3)}-${hex(12)}`,
  };
}

/** Draws of 0, 1, 2 …, each rarer than the one before: place n is drawn in proportion to 1 / (n + 1) ^ steepness. */
export function ranked(draws: Draws, count: number, steepness: number): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i++) sums[i] = sum += (i + 1) ** -steepness;
  return () => {
    const drawn = (draws.bits() / 2 ** 32) * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! <= drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
