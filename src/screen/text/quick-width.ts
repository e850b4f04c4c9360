import stringWidth from 'string-width';

/**
 * The width of a text in terminal cells, as the library string-width counts it, without its cost where the text has only
 * characters that take one cell each. In the published program Ink measures with it as well: half of what a frame
 * took was measuring.
 */

/**
 * Letters, punctuation, arrows, lines and blocks of which each is one cell and
 * none joins with its neighbour: what stands between the brackets of a RegExp.
 */
export const oneCellCharacters = String.raw` -~\xa0-\xac\xae-\u02ff\u0391-\u0482\u048a-\u04ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u23ce\u2500-\u25fc\u2691\u2713\u2717`;

const oneCellEach = new RegExp(`^[${oneCellCharacters}]*$`);
const looks = /\x1b\[[\d;]*m/g;

const known = new Map<string, number>();
const mostKnown = 4096;

/** True when each character of the text stands for itself in one cell: it can be cut anywhere. */
export function isOneCellEach(text: string): boolean {
  return oneCellEach.test(text);
}

/** Cells that the text takes; SGR sequences take none. */
export function quickWidth(text: string): number {
  if (oneCellEach.test(text)) return text.length;
  const bare = text.includes('\x1b') ? text.replace(looks, '') : text;
  if (oneCellEach.test(bare)) return bare.length;
  let width = known.get(bare);
  if (width === undefined) {
    width = stringWidth(bare);
    if (known.size >= mostKnown) known.clear();
    known.set(bare, width);
  }
  return width;
}

/** In place of string-width for libraries: other ways of counting are left to the original. */
export default function widthOf(text: string, options?: Parameters<typeof stringWidth>[1]): number {
  return options === undefined && typeof text === 'string' ? quickWidth(text) : stringWidth(text, options);
}
