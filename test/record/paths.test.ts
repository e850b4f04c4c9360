import { expect, test } from 'vitest';
import type { Json } from '../../src/record/json.ts';
import { valuesAt } from '../../src/record/paths.ts';

const policy = '{"Statement":[{"Action":["s3:*","ec2:*"]},{"Action":"*"}]}';
const record: Json = {
  requestParameters: {
    bucketName: 'logs',
    tags: [{ key: 'a' }, { key: 'b' }],
    policyDocument: policy,
    empty: null,
  },
  responseElements: { role: { assumeRolePolicyDocument: encodeURIComponent(policy) } },
  requestId: '{not json',
};

test.each([
  ['requestParameters.bucketName', ['logs']],
  ['requestParameters.tags.[].key', ['a', 'b']],
  ['requestParameters.tags.key', []],
  ['requestParameters.policyDocument', [policy]],
  ['requestParameters.policyDocument.Statement.[].Action', [['s3:*', 'ec2:*'], '*']],
  ['requestParameters.policyDocument.Statement.[].Action.[]', ['s3:*', 'ec2:*', '*']],
  ['responseElements.role.assumeRolePolicyDocument.Statement.[].Action.[]', ['s3:*', 'ec2:*', '*']],
  ['requestParameters.empty', [null]],
  ['requestParameters.empty.[]', []],
  ['requestParameters.toString', []],
  ['requestId.x', []],
  ['nothing.at.all', []],
])('finds the values at %s', (path, values) => {
  expect(valuesAt(record, path.split('.'))).toEqual(values);
});
