import { expect, test } from 'vitest';
import { cutMarkOf } from '../../src/record/cut-value.ts';

test.each([
  ['userName', 'HIDDEN_DUE_TO_SECURITY_REASONS', 'hidden'],
  ['userData', '<sensitiveDataRemoved>', 'hidden'],
  ['masterUserPassword', '****', 'hidden'],
  ['userAgent', 'x'.repeat(1024), 'truncated'],
  ['errorMessage', 'ü'.repeat(512), 'truncated'],
  ['errorMessage', 'x'.repeat(900), undefined],
  ['policyDocument', 'x'.repeat(5000), undefined],
  [
    'requestParameters',
    { omitted: true, originalSize: 107_435, reason: 'requestParameters too large' },
    'truncated',
  ],
  ['requestParameters', { bucketName: 'logs' }, undefined],
  ['key', null, undefined],
])('marks the value of %s', (key, value, mark) => {
  expect(cutMarkOf(key, value)).toBe(mark);
});
