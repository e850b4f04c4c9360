import fc from 'fast-check';
import { expect, test } from 'vitest';
import { abbreviationRanges, longestAnchored, withoutVowelsRanges } from '../../src/query/name-parts.ts';
import { isShortened } from '../../src/query/shortened-name.ts';

// Few letters, so that a word often fits by chance; signs, digits and letters beyond ASCII, as names have them.
const name = fc
  .array(fc.constantFrom('a', 'e', 'b', 'c', 'A', 'B', 'C', 'E', '-', '/', '1', '2', 'é', 'É', 'İ'), {
    minLength: 1,
    maxLength: 18,
  })
  .map((chars) => chars.join(''));
const word = fc
  .array(fc.constantFrom('a', 'e', 'b', 'c', '-', '1', '2', 'é'), { minLength: 1, maxLength: 7 })
  .map((chars) => chars.join(''));

test('a name can be shortened to a word where the places of its letters can be told', () => {
  fc.assert(
    fc.property(word, name, (word, name) => {
      const folded = name.toLowerCase();
      // What stands in a name as it is typed is no abbreviation, though its letters stand there in order.
      fc.pre(!folded.includes(word));
      expect(isShortened(word, name, folded, false)).toBe(abbreviationRanges(word, name) !== undefined);
      if (word.length > longestAnchored)
        expect(isShortened(word, name, folded, true)).toBe(withoutVowelsRanges(word, name) !== undefined);
    }),
    { numRuns: 5000 },
  );
});

test.each(['CreateAccessKey'.repeat(3), 'É-'.repeat(20)])('a word longer than most, in %s', (name) => {
  const folded = name.toLowerCase();
  expect(isShortened(folded, `x-${name}`, `x-${folded}`, false)).toBe(true);
  expect(isShortened(`${folded}z`, `x-${name}-`, `x-${folded}-`, false)).toBe(false);
});
