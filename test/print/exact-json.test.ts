import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExactly, pickExactly, textAt } from '../../src/print/exact-json.ts';

const record = `{"requestParameters":{"size":12345678901234567890,"ratio":1.50,"small":1e2,"plain":7,"bucketName":"logs",
  "none":null,"empty":"","flag":false,"list":[{"k":"a"},{"k":"b"}],"policy":"{\\"Statement\\":[{\\"Action\\":\\"*\\"}]}"}}`;

test.each([
  [['size'], '12345678901234567890'],
  [['ratio'], '1.50'],
  [['small'], '1e2'],
  [['plain'], '7'],
  [['bucketName'], 'logs'],
  [['none'], ''],
  [['missing'], ''],
  [['flag'], 'false'],
  [['list', '[]', 'k'], 'a, b'],
  [['list'], '[{"k":"a"},{"k":"b"}]'],
  [['policy', 'Statement', '[]', 'Action'], '*'],
])('the text at %j is %j', (path, text) => {
  expect(textAt(parseExactly(record)!, ['requestParameters', ...path])).toBe(text);
});

test('what is not JSON is no record', () => {
  expect(parseExactly('{"a":1.5')).toBeUndefined();
});

test('picking keys gives what parsing the whole gives', () => {
  const key = fc.oneof(fc.constantFrom('a', 'b', 'requestID', '__proto__', 'q"\\', '\u00e9'), fc.string());
  const indents = fc.constantFrom(undefined, 1, '\t');
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue()), indents, (value, indent) => {
      const json = JSON.stringify(value, undefined, indent);
      for (const wanted of Object.keys(value)) {
        const picked = pickExactly(json, new Set([wanted])) as { [key: string]: unknown };
        expect(JSON.stringify(picked[wanted])).toBe(JSON.stringify(value[wanted]));
      }
      expect(pickExactly(json, new Set())).toEqual({});
    }),
  );
});

test.each([
  ['{"a":1,"a":"2"}', { a: '2' }],
  ['{"\\u0061":"b"}', { a: 'b' }],
  [' { "x" : { "a" : 1 } , "a" : [ ] } ', { a: [] }],
  ['{"x":{"a":1},"a":2,"y":{"a":3}}', { a: 2 }],
  ['{"x":{"a":1}}', {}],
  ['{"a":1,"b":["a"],"c":"a"}', { a: 1 }],
  ['{"a":1,"b":"\\"a\\":2}"}', { a: 1 }],
  ['{"a":1,"\\u0061":2}', { a: 2 }],
  ['{}', {}],
  ['[]', undefined],
  ['{"a":1', undefined],
])('a picked out of %j is %j', (json, picked) => {
  expect(pickExactly(json, new Set(['a']))).toEqual(picked);
});
