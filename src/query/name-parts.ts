/**
 * Names as people abbreviate them: `CreateAccessKey` has the parts Create, Access, Key, and is typed `crak`, `cak`
 * or `creakey`.
 */

/** The indices at which the parts of a name begin: at capitals, digits, and after anything that is no letter or digit. */
export function partStarts(name: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < name.length; at++) if (beginsPart(name, at)) starts.push(at);
  return starts;
}

/** True when a part of the name begins at an index. Of a run of capitals the last belongs to the small letters after it. */
export function beginsPart(name: string, at: number): boolean {
  const kind = kindOf(name.charCodeAt(at));
  if (kind === 'other') return false;
  if (at === 0) return true;
  const before = kindOf(name.charCodeAt(at - 1));
  if (before === 'other') return true;
  if (kind === 'upper') return before !== 'upper' || kindOf(name.charCodeAt(at + 1)) === 'lower';
  return (kind === 'digit') !== (before === 'digit');
}

function kindOf(unit: number): 'upper' | 'lower' | 'digit' | 'other' {
  if (unit >= 65 && unit <= 90) return 'upper';
  if (unit >= 48 && unit <= 57) return 'digit';
  return (unit >= 97 && unit <= 122) || unit > 127 ? 'lower' : 'other';
}

/** Words shorter than this are no abbreviations: nearly every name would have their letters. */
const shortestAbbreviation = 3;
/** Words up to this long must begin where the name does; longer ones may begin at any part. */
const longestAnchored = 4;

/**
 * Where the letters of a word stand in a name of which it is an abbreviation: a few first letters of some of its
 * parts, in order, of two parts at least. Undefined when it is none.
 *
 * @param word In small letters.
 * @returns Half-open ranges of the name, in order.
 */
export function abbreviationRanges(word: string, name: string): [number, number][] | undefined {
  if (word.length < shortestAbbreviation || name.length < word.length) return undefined;
  const folded = name.toLowerCase();
  if (folded.length !== name.length || !holdsInOrder(word, folded)) return undefined;
  const starts = partStarts(name);
  const firsts = word.length <= longestAnchored ? starts.slice(0, 1) : starts;
  for (let first = 0; first < firsts.length; first++) {
    const ranges = rangesFrom(word, 0, folded, starts, first);
    if (ranges !== undefined && ranges.length > 1) return ranges;
  }
  return undefined;
}

/** A cheap look before the search: most names do not even hold the letters. */
function holdsInOrder(word: string, name: string): boolean {
  let at = -1;
  for (let index = 0; index < word.length; index++) {
    at = name.indexOf(word.charAt(index), at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Takes as many letters as fit from the part, then goes on with a later part; takes fewer when that leads nowhere. */
function rangesFrom(
  word: string,
  from: number,
  name: string,
  starts: readonly number[],
  part: number,
): [number, number][] | undefined {
  const start = starts[part]!;
  const end = starts[part + 1] ?? name.length;
  let taken = 0;
  while (from + taken < word.length && start + taken < end && name[start + taken] === word[from + taken])
    taken++;
  if (from + taken === word.length) return [[start, start + taken]];
  for (; taken > 0; taken--) {
    for (let next = part + 1; next < starts.length; next++) {
      const rest = rangesFrom(word, from + taken, name, starts, next);
      if (rest !== undefined) return [[start, start + taken], ...rest];
    }
  }
  return undefined;
}
