import { expect, test } from 'vitest';
import { denialIn, denialInWords, denialOf } from '../../src/record/denial.ts';

const start =
  'User: arn:aws:sts::111122223333:assumed-role/Deploy/ci is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::logs/a"';
const arn = 'arn:aws:organizations::111122223333:policy/o-abc/service_control_policy/p-1';

test.each([
  [
    `${start} because no identity-based policy allows the s3:GetObject action`,
    'no identity-based policy allows s3:GetObject',
  ],
  [
    `${start} because no resource-based policy allows the s3:GetObject action`,
    'no resource-based policy allows s3:GetObject',
  ],
  [
    `${start} because no session policy allows the s3:GetObject action`,
    'no session policy allows s3:GetObject',
  ],
  [
    `${start} because no permissions boundary allows the s3:GetObject action`,
    'no permissions boundary allows s3:GetObject',
  ],
  [
    `${start} because no service control policy allows the s3:GetObject action`,
    'no service control policy allows s3:GetObject',
  ],
  [
    `${start} because no VPC endpoint policy allows the s3:GetObject action`,
    'no VPC endpoint policy allows s3:GetObject',
  ],
  [
    `${start} with an explicit deny in a service control policy`,
    'denied explicitly by a service control policy',
  ],
  [
    `${start} with an explicit deny in a service control policy: ${arn}`,
    `denied explicitly by a service control policy ${arn}`,
  ],
  [
    `${start} with an explicit deny in a resource control policy`,
    'denied explicitly by a resource control policy',
  ],
  [
    `${start} with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/No.`,
    'denied explicitly by an identity-based policy arn:aws:iam::111122223333:policy/No',
  ],
  [`${start} with an explicit deny`, 'denied explicitly by a policy'],
  [start, 'not authorized to perform s3:GetObject'],
  [
    'You are not authorized to perform this operation. Encoded authorization failure message: ywUZb4ww98QmH',
    'denied; the reason is encoded (aws sts decode-authorization-message reads it)',
  ],
  ['Access Denied', 'denied; the record does not say why'],
])('reads the reason in %s', (message, words) => {
  expect(denialInWords(denialIn(message))).toBe(words);
});

test('gives every part of the reason', () => {
  const errorMessage = `${start} with an explicit deny in a service control policy: ${arn}`;
  expect(denialOf({ errorCode: 'AccessDenied', errorMessage })).toEqual({
    policyKind: 'service control policy',
    explicit: true,
    policyArn: arn,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::logs/a',
    encoded: false,
  });
});

test('knows no reason where nothing was denied', () => {
  expect(denialOf({ errorCode: 'ValidationException', errorMessage: start })).toBeUndefined();
});
