import { expect, test } from 'vitest';
import type { CloudTrailRecord } from '../../src/record/json.ts';
import { outcomeOf } from '../../src/record/outcome.ts';

const ok = { outcome: 'ok', error: '', noise: false };
const rows: readonly [string, CloudTrailRecord, object][] = [
  ['nothing went wrong', {}, ok],
  ['an empty code', { errorCode: '', errorMessage: '' }, ok],
  ['null codes', { errorCode: null, errorMessage: null, responseElements: null }, ok],
  ['a message alone', { errorMessage: 'Failed authentication' }, { outcome: 'failed', error: 'Failure' }],
  [
    'a failed console sign-in',
    { responseElements: { ConsoleLogin: 'Failure' } },
    { outcome: 'failed', error: 'Failure' },
  ],
  [
    'a failed MFA check',
    { responseElements: { CheckMfa: 'Failure' } },
    { outcome: 'failed', error: 'Failure' },
  ],
  [
    'a failed switch of roles',
    { responseElements: { SwitchRole: 'Failure' } },
    { outcome: 'failed', error: 'Failure' },
  ],
  [
    'a failed password recovery',
    { responseElements: { PasswordRecoveryRequested: 'Failure' } },
    { outcome: 'failed', error: 'Failure' },
  ],
  [
    'a failed sign-in to Identity Center',
    { serviceEventDetails: { UserAuthentication: 'Failure' } },
    { outcome: 'failed', error: 'Failure' },
  ],
  ['a successful console sign-in', { responseElements: { ConsoleLogin: 'Success' } }, ok],
  ['another word Failure in a response', { responseElements: { status: 'Failure' } }, ok],
  [
    'a code without permission in it',
    { errorCode: 'ValidationException' },
    { outcome: 'failed', error: 'ValidationException' },
  ],
];

test.each(rows)('tells %s', (_, record, outcome) => {
  expect(outcomeOf(record)).toMatchObject(outcome);
});

test.each([
  'AccessDenied',
  'AccessDeniedException',
  'accessdenied',
  'Client.UnauthorizedOperation',
  'Server.AccessDenied',
  'UnauthorizedOperation',
  'UnauthorizedException',
  'Unauthorized',
  'NotAuthorizedException',
  'NotAuthorized',
  'ForbiddenException',
  'Forbidden',
  'VpceAccessDenied',
  'AuthFailure',
  'ExplicitDenyException',
])('takes %s for a denial', (errorCode) => {
  expect(outcomeOf({ errorCode }).outcome).toBe('denied');
});

test.each([
  'NoSuchAccessDenied',
  'ThrottlingException',
  'InvalidClientTokenId',
  'Failed',
  'TrailNotFoundException',
  'ResourceNotFoundException',
])('takes %s for a failure, not a denial', (errorCode) => {
  expect(outcomeOf({ errorCode }).outcome).toBe('failed');
});

test.each([
  ['NoSuchBucketPolicy', 'GetBucketPolicy', true, true],
  ['NoSuchBucketPolicy', 'GetBucketPolicy', undefined, true],
  ['Client.InvalidVpcID.NotFound', 'DescribeVpcs', true, true],
  ['ThrottlingException', 'DescribeParameters', true, true],
  ['Client.RequestLimitExceeded', 'DescribeInstances', 'true', true],
  ['Client.DryRunOperation', 'DescribeInstances', true, true],
  ['Client.DryRunOperation', 'RunInstances', false, false],
  ['TrailNotFoundException', 'StopLogging', false, false],
  ['TrailNotFoundException', 'StopLogging', undefined, false],
  ['AccessDenied', 'GetBucketPolicy', true, false],
  ['', 'GetBucketPolicy', true, false],
] as const)('code %s of %s with readOnly %s: noise is %s', (errorCode, eventName, readOnly, noise) => {
  expect(outcomeOf({ errorCode, eventName, ...(readOnly === undefined ? {} : { readOnly }) }).noise).toBe(
    noise,
  );
});
