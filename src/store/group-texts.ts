import { ValuePacker } from '../decode/value-bytes.ts';
import { CodeMap } from './code-map.ts';
import { Dictionary } from './dictionary.ts';

/** A text of each group. There may be as many as access keys: they are kept as bytes. */
export type GroupTexts = {
  /** The distinct texts; code 0 is the empty one. */
  readonly texts: Dictionary;
  /** By group the code of its text. */
  readonly codes: Uint32Array;
};

/** Groups that are gone through between two yields. */
const piece = 1 << 12;

/** Collects a text of each group, in pieces of a few milliseconds: yields between them. */
export function* textsOfGroups(
  count: number,
  textOf: (group: number) => string,
): Generator<void, GroupTexts> {
  const texts = new Dictionary();
  const codes = new Uint32Array(count);
  const packer = new ValuePacker();
  for (let first = 0; first < count; first += piece) {
    const named: number[] = [];
    for (let group = first; group < Math.min(count, first + piece); group++) {
      const text = textOf(group);
      if (text === '') continue;
      packer.add(text);
      named.push(group);
    }
    const map = new CodeMap();
    texts.learn(packer.take(), map);
    // Its own code 0 is the empty text, which is not among what was collected.
    for (const [index, group] of named.entries()) codes[group] = map.codes[index + 1]!;
    yield;
  }
  return { texts, codes };
}

/** The text of a group. */
export function textOfGroup({ texts, codes }: GroupTexts, group: number): string {
  return texts.valueAt(codes[group]!);
}
