import { keys } from '../actors/keys.ts';
import { thief } from '../actors/thief.ts';
import { accounts } from '../estate.ts';
import type { Happening } from '../record.ts';
import { step } from '../step.ts';
import { loot } from './loot.ts';
import { foreignRoot, policyOf } from './policy.ts';

const { media, security, foreign } = accounts;

/** Copies are set up, and doors are wedged open. */
export const settlingIn: readonly Happening[] = [
  step('09:15:00', thief.prod, 'us-east-1', 'kinesis:CreateStream', {
    request: {
      streamName: 'customers-copy',
      shardCount: 4,
      streamModeDetails: { streamMode: 'PROVISIONED' },
    },
  }),
  step('09:16:24', thief.prod, 'us-east-1', 'kinesis:PutResourcePolicy', {
    request: {
      resourceARN: loot.copyStream,
      policy: policyOf({
        Sid: 'readers',
        Effect: 'Allow',
        Principal: foreignRoot,
        Action: ['kinesis:DescribeStreamSummary', 'kinesis:GetRecords', 'kinesis:GetShardIterator'],
        Resource: loot.copyStream,
      }),
    },
  }),
  step('09:18:40', thief.prod, 'us-east-1', 'kinesisanalytics:DescribeApplication', {
    request: { applicationName: 'customers-enrich', includeAdditionalDetails: true },
  }),
  step('09:21:37', thief.prod, 'us-east-1', 'kinesisanalytics:UpdateApplication', {
    request: {
      applicationName: 'customers-enrich',
      currentApplicationVersionId: 12,
      applicationConfigurationUpdate: {
        environmentPropertyUpdates: {
          propertyGroups: [
            {
              propertyGroupId: 'Sink',
              propertyMap: {
                'stream.arn': loot.copyStream,
                'mirror.arn': `arn:aws:kinesis:us-east-1:${foreign}:stream/mirror`,
              },
            },
          ],
        },
      },
    },
    response: {
      applicationDetail: {
        applicationARN: `arn:aws:kinesisanalytics:us-east-1:${media}:application/customers-enrich`,
        applicationName: 'customers-enrich',
        applicationStatus: 'UPDATING',
        applicationVersionId: 13,
        runtimeEnvironment: 'FLINK-1_20',
      },
    },
  }),
  step('09:27:15', thief.prod, 'us-east-1', 'iam:ListUsers', { request: { maxItems: 100 } }),
  step('09:27:58', thief.prod, 'us-east-1', 'iam:ListAccessKeys', { request: { userName: 'media-ci' } }),
  step('09:28:33', thief.prod, 'us-east-1', 'iam:CreateAccessKey', {
    request: { userName: 'media-ci' },
    response: {
      accessKey: {
        accessKeyId: keys.mediaCiPlanted,
        status: 'Active',
        userName: 'media-ci',
        createDate: 'Mar 4, 2026, 9:28:33 AM',
      },
    },
  }),
  step('09:31:06', thief.prod, 'us-east-1', 'iam:PutUserPolicy', {
    request: {
      userName: 'media-ci',
      policyName: 'ci-tmp',
      policyDocument: policyOf({ Effect: 'Allow', Action: '*', Resource: '*' }),
    },
  }),
  step('09:33:50', thief.prod, 'us-east-1', 'iam:CreateUser', {
    request: { userName: 'svc-backup' },
    error: [
      'AccessDenied',
      `User: arn:aws:sts::${media}:assumed-role/Prod/alice is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::${media}:user/svc-backup with an explicit deny in a service control policy: arn:aws:organizations::${security}:policy/o-exampleorg1/service_control_policy/p-nousers9`,
    ],
  }),
  step('09:36:12', thief.prod, 'us-east-1', 'iam:UpdateAssumeRolePolicy', {
    request: {
      roleName: 'MediaArchive',
      policyDocument: policyOf(
        { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${media}:role/Prod` }, Action: 'sts:AssumeRole' },
        { Effect: 'Allow', Principal: foreignRoot, Action: 'sts:AssumeRole' },
      ),
    },
  }),
  step('09:44:28', thief.prod, 'us-east-1', 'ec2:DescribeVolumes', {
    request: {
      volumeSet: {},
      filterSet: { items: [{ name: 'tag:Name', valueSet: { items: [{ value: 'orders-db*' }] } }] },
    },
  }),
  step('09:52:17', thief.prod, 'us-east-1', 'ec2:CreateSnapshot', {
    request: { volumeId: loot.ordersVolume, description: 'nightly' },
    response: {
      snapshotId: loot.sharedSnapshot,
      volumeId: loot.ordersVolume,
      volumeSize: 512,
      status: 'pending',
      ownerId: media,
      encrypted: false,
      startTime: 1772617937000,
    },
  }),
  step('10:02:44', thief.prod, 'us-east-1', 'ec2:ModifySnapshotAttribute', {
    request: {
      snapshotId: loot.sharedSnapshot,
      attributeType: 'CREATE_VOLUME_PERMISSION',
      createVolumePermission: { add: { items: [{ userId: foreign }] } },
    },
    response: { requestId: '1f6f4c8e-2f51-4f5e-bb0f-0d1a7b2c3d4e', _return: true },
  }),
  step('10:05:20', thief.prod, 'us-east-1', 'kms:PutKeyPolicy', {
    request: {
      keyId: loot.mediaKey,
      policyName: 'default',
      policy: policyOf({ Effect: 'Allow', Principal: foreignRoot, Action: 'kms:Decrypt', Resource: '*' }),
      bypassPolicyLockoutSafetyCheck: false,
    },
    error: [
      'AccessDenied',
      `User: arn:aws:sts::${media}:assumed-role/Prod/alice is not authorized to perform: kms:PutKeyPolicy on resource: ${loot.mediaKey} because no resource-based policy allows the kms:PutKeyPolicy action`,
    ],
  }),
  step('10:11:31', thief.prod, 'us-east-1', 'iam:CreateLoginProfile', {
    request: { userName: 'media-ci', passwordResetRequired: false },
    response: {
      loginProfile: {
        userName: 'media-ci',
        passwordResetRequired: false,
        createDate: 'Mar 4, 2026, 10:11:31 AM',
      },
    },
  }),
];
