import { thief } from '../actors/thief.ts';
import { accounts } from '../estate.ts';
import type { Happening } from '../record.ts';
import { step } from '../step.ts';
import { probing } from './probing.ts';

const { platform } = accounts;

/** Look around with the stolen key. */
export const arrival: readonly Happening[] = [
  step('08:57:12', thief.alice, 'us-east-1', 'sts:GetCallerIdentity'),
  step('08:57:31', thief.alice, 'us-east-1', 'iam:ListAttachedUserPolicies', {
    request: { userName: 'alice' },
  }),
  step('08:57:39', thief.alice, 'us-east-1', 'iam:ListGroupsForUser', { request: { userName: 'alice' } }),
  step('08:57:52', thief.alice, 'us-east-1', 'iam:GetPolicyVersion', {
    request: { policyArn: `arn:aws:iam::${platform}:policy/Developers`, versionId: 'v7' },
  }),
  step('08:58:20', thief.alice, 'us-east-1', 's3:ListBuckets', { request: { Host: 's3.amazonaws.com' } }),
  ...probing,
  step('09:00:40', thief.alice, 'us-east-1', 'kinesis:ListStreams', { request: { limit: 100 } }),
  step('09:02:11', thief.alice, 'us-east-1', 'kinesis:DescribeStreamSummary', {
    request: { streamName: 'orders' },
  }),
];
