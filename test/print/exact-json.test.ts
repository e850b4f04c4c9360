import { expect, test } from 'vitest';
import { parseExactly, textAt } from '../../src/print/exact-json.ts';

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
