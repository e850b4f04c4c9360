import { decodeUtf8 } from './decode-utf8.ts';
import { endsValue, quoteLength, spaceLength } from './lenient-text.ts';

/** A value that began without an opening quote. */
export type BareValue = {
  /** The value as JSON. */
  readonly json: string;
  /** Where reading goes on: always beyond where it began. */
  readonly end: number;
  /** What was wrong with it, in words; undefined for what is JSON. */
  readonly mend: string | undefined;
};

/** Words that stand for literals of JSON in other languages. */
const otherWords: { readonly [word: string]: string | undefined } = {
  True: 'true',
  False: 'false',
  None: 'null',
  undefined: 'null',
  NaN: 'null',
};

/**
 * Reads a value without an opening quote: a number, a literal, or text
 * up to its closing quote, the next comma, bracket or line.
 */
export function readBareValue(bytes: Uint8Array, start: number, limit: number): BareValue {
  let at = start;
  while (at < limit && !endsValue(bytes[at]!) && quoteLength(bytes, at) === 0) at++;
  const word = decodeUtf8(bytes, start, at).trim();
  const quote = at < limit ? quoteLength(bytes, at) : 0;
  if (quote > 0) return { json: JSON.stringify(word), end: at + quote, mend: 'a missing opening quote' };
  const end = at > start ? at : start + Math.max(1, spaceLength(bytes, start));
  if (isScalar(word)) return { json: word, end, mend: undefined };
  const literal = otherWords[word];
  if (literal !== undefined) return { json: literal, end, mend: 'a word that is not JSON' };
  return { json: JSON.stringify(word), end, mend: 'a value without quotes' };
}

function isScalar(word: string): boolean {
  return /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word);
}
