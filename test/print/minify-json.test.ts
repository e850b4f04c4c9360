import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minifyJson } from '../../src/print/minify-json.ts';

test.each([
  ['{"a":1}', '{"a":1}'],
  ['{ "a" : 1 }', '{"a":1}'],
  ['{\r\n\t"a" : [ 1 , 2.50 , -0 , 1e+2 ]\n}\n', '{"a":[1,2.50,-0,1e+2]}'],
  ['{"a": "b c", "d ": " \\" e \\\\" , "f":"\\\\\\" g"}', '{"a":"b c","d ":" \\" e \\\\","f":"\\\\\\" g"}'],
  ['{"a":12345678901234567890, "a":1, "\\/":"\\u0041"}', '{"a":12345678901234567890,"a":1,"\\/":"\\u0041"}'],
  ['  ', ''],
])('%j becomes %j', (json, minified) => {
  expect(minifyJson(json)).toBe(minified);
});

test('JSON of any value, however indented, becomes what JSON.stringify writes without', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(1, '\t', ' \n'), (value, indent) => {
      expect(minifyJson(JSON.stringify(value, undefined, indent as number))).toBe(JSON.stringify(value));
    }),
  );
});
