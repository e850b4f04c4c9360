import { fold } from './value-predicate.ts';

const remembered = new WeakMap<readonly string[], string[]>();

/**
 * The values of a list in the form in which texts are compared, by index; made once for each value of a list that is
 * only appended to.
 *
 * @param count How many of the values are wanted.
 */
export function foldedValues(values: readonly string[], count: number): readonly string[] {
  const folded = remembered.get(values) ?? [];
  remembered.set(values, folded);
  for (let index = folded.length; index < count; index++) folded.push(fold(values[index]!));
  return folded;
}
