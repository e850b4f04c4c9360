import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ValuePacker } from '../../src/decode/value-bytes.ts';
import { CodeMap } from '../../src/store/code-map.ts';
import { Dictionary } from '../../src/store/dictionary.ts';

/** Teaches the values as a decoder does, in parts, and gives the store's code of each. */
function learn(dictionary: Dictionary, parts: readonly (readonly string[])[]): number[] {
  const map = new CodeMap();
  const packer = new ValuePacker();
  for (const part of parts) {
    for (const text of part) packer.add(text);
    dictionary.learn(packer.take(), map);
  }
  const codes = new Uint32Array(parts.flat().length);
  map.translate(
    codes.map((_, i) => i + 1),
    codes,
    0,
  );
  return [...codes];
}

const text = fc.string({ minLength: 1, unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });

test('equal values share a code, and every code gives its value, one by one or all at once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(text, fc.constantFrom('a', 'b', 'größe')))), (parts) => {
      const dictionary = new Dictionary();
      const codes = learn(dictionary, parts);
      const distinct = ['', ...new Set(parts.flat())];
      expect(codes).toEqual(parts.flat().map((value) => distinct.indexOf(value)));
      expect(distinct.map((_, code) => dictionary.valueAt(code))).toEqual(distinct);
      expect(dictionary.values).toEqual(distinct);
      expect(distinct.map((_, code) => dictionary.valueAt(code))).toEqual(distinct);
      expect(distinct.map((value) => dictionary.find(value))).toEqual(distinct.map((_, code) => code));
      expect(dictionary.find('no such value')).toBeUndefined();
    }),
  );
});

test('the list of values stays the same one while more are learnt', () => {
  const dictionary = new Dictionary();
  const many = Array.from({ length: 3000 }, (_, i) => (i % 700 === 3 ? `schlüssel-${i}` : `key-${i}`));
  learn(dictionary, [many.slice(0, 1000)]);
  const { values } = dictionary;
  learn(dictionary, [many.slice(500)]);
  expect(dictionary.values).toBe(values);
  expect(values).toEqual(['', ...many]);
});

test('bytes that were handed out stay as they were while more are learnt', () => {
  const dictionary = new Dictionary();
  learn(dictionary, [['one', 'two']]);
  const { bytes, ends } = dictionary.packed()!;
  learn(dictionary, [Array.from({ length: 3000 }, (_, i) => `value-${i}`)]);
  expect(Buffer.from(bytes).toString('utf8', 0, ends[2])).toBe('onetwo');
  expect(dictionary.valueAt(3002)).toBe('value-2999');
});
