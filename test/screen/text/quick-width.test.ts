import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { quickWidth } from '../../../src/screen/text/quick-width.ts';

test('every character of the basic plane is as wide as the library says', () => {
  const wrong: string[] = [];
  for (let code = 0x20; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    if (quickWidth(character) !== stringWidth(character)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test('so is every text, with looks and without', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('e\u0301', '漢字', '👍🏽', '✗ …', '\x1b[1m', '\x1b[0;31m', '🇩🇪', 'ᄀ'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(quickWidth(text)).toBe(stringWidth(text));
    }),
  );
});
