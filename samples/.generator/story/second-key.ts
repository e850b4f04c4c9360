import { keys } from '../actors/keys.ts';
import { thief } from '../actors/thief.ts';
import { assumeRole } from '../assume-role.ts';
import { accounts } from '../estate.ts';
import type { Happening } from '../record.ts';
import { step } from '../step.ts';
import { loot } from './loot.ts';
import { foreignRoot, policyOf } from './policy.ts';

const { media, foreign } = accounts;

/** The role whose trust policy was changed, taken from the thief's own account; only this account's record is here. */
const throughTheBackDoor = assumeRole({
  clock: '12:31:20',
  actor: thief.ownAccount,
  account: media,
  role: 'MediaArchive',
  session: 'sync',
  key: keys.outside,
}).slice(1);

const masters = { bucketName: 'media-masters', Host: 'media-masters.s3.us-east-1.amazonaws.com' };

/** What is done with the planted key, when the sessions have run out. */
export const secondKey: readonly Happening[] = [
  step('12:03:37', thief.planted, 'us-east-1', 'sts:GetCallerIdentity'),
  step('12:05:49', thief.planted, 'us-east-1', 'lambda:GetFunction20150331v2', {
    request: { functionName: 'thumbnailer' },
  }),
  step('12:08:14', thief.planted, 'us-east-1', 'lambda:UpdateFunctionCode20150331v2', {
    request: {
      functionName: 'thumbnailer',
      s3Bucket: `cdn-assets-${foreign}`,
      s3Key: 'thumbnailer.zip',
      publish: true,
      dryRun: false,
    },
    response: {
      functionName: 'thumbnailer',
      functionArn: `${loot.thumbnailerArn}:31`,
      runtime: 'nodejs22.x',
      handler: 'index.handler',
      role: `arn:aws:iam::${media}:role/Thumbnailer`,
      codeSize: 81_442,
      codeSha256: 'mYq0EXAMPLEn3vTtq1m2oZ4u7cRkzF2bq8yJw5tLh0s=',
      version: '31',
      lastUpdateStatus: 'InProgress',
      environment: { variables: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    },
  }),
  step('12:10:02', thief.planted, 'us-east-1', 'lambda:AddPermission20150331v2', {
    request: {
      functionName: 'thumbnailer',
      statementId: 'cdn',
      action: 'lambda:InvokeFunction',
      principal: foreign,
    },
    response: {
      statement: policyOf({
        Sid: 'cdn',
        Effect: 'Allow',
        Principal: foreignRoot,
        Action: 'lambda:InvokeFunction',
        Resource: loot.thumbnailerArn,
      }),
    },
  }),
  step('12:22:30', thief.planted, 'us-east-1', 'secretsmanager:GetSecretValue', {
    request: { secretId: 'media/drm-signing-key' },
  }),
  step('12:24:11', thief.planted, 'us-east-1', 'dynamodb:ListTables', {
    error: [
      'AccessDenied',
      `User: arn:aws:iam::${media}:user/media-ci is not authorized to perform: dynamodb:ListTables on resource: arn:aws:dynamodb:us-east-1:${media}:table/* because no VPC endpoint policy allows the dynamodb:ListTables action`,
    ],
    more: { vpcEndpointId: 'vpce-0f1e2d3c4b5a69788', vpcEndpointAccountId: media },
  }),
  ...throughTheBackDoor,
  step('12:31:52', thief.outside, 'us-east-1', 's3:ListObjects', {
    request: { ...masters, 'list-type': '2', prefix: 'masters/season-5/' },
  }),
  step('12:32:30', thief.outside, 'us-east-1', 's3:GetObject', {
    request: { ...masters, key: 'masters/season-5/subtitles.zip' },
    more: { additionalEventData: { bytesTransferredIn: 0, bytesTransferredOut: 48_211_904 } },
  }),
];
