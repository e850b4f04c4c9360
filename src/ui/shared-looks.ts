import {
  type AnsiCode,
  ansiCodesToString,
  diffAnsiCodes,
  reduceAnsiCodesIncremental,
} from '@alcalzone/ansi-tokenize';

/**
 * Looks are few and change often: each is one list of codes, so that two are compared by identity and what turns one into
 * another is worked out once.
 */

/** What turns one look into another. */
export type LookChange = {
  /** The sequences, as Ink would write them. */
  readonly sequences: string;
  /** The look afterwards: that which was wanted, its codes in the order in which they came into force. */
  readonly look: AnsiCode[];
};

/** No look at all. */
export const plainLook: AnsiCode[] = [];

// A log cannot make looks, but a library may hand in any.
const mostLooks = 1000;
const looks = new Map<string, AnsiCode[]>();
let changes = new WeakMap<AnsiCode[], Map<AnsiCode[], LookChange>>();

/** The one list for all looks of these codes in this order. */
export function sharedLook(codes: AnsiCode[]): AnsiCode[] {
  if (codes.length === 0) return plainLook;
  let key = '';
  for (const { code, endCode } of codes) key += `${code}\n${endCode}\n`;
  const known = looks.get(key);
  if (known !== undefined) return known;
  if (looks.size >= mostLooks) {
    looks.clear();
    changes = new WeakMap();
  }
  looks.set(key, codes);
  return codes;
}

/** The change between two looks that are shared ones. */
export function changeLook(from: AnsiCode[], to: AnsiCode[]): LookChange {
  const known = changes.get(from) ?? new Map<AnsiCode[], LookChange>();
  changes.set(from, known);
  let change = known.get(to);
  if (change === undefined) {
    const codes = diffAnsiCodes(from, to);
    change = {
      sequences: ansiCodesToString(codes),
      look: sharedLook(reduceAnsiCodesIncremental(from, codes)),
    };
    known.set(to, change);
  }
  return change;
}

/**
 * The parameter that ends what an SGR parameter begins, itself for one that
 * ends something; undefined for any but attributes and the 16 colours.
 */
export function endOfCode(code: number): number | undefined {
  if (code === 1 || code === 2) return 22;
  if ([3, 4, 7, 8, 9].includes(code)) return 20 + code;
  if ([22, 23, 24, 27, 28, 29, 39, 49].includes(code)) return code;
  if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) return 39;
  if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) return 49;
  return undefined;
}
