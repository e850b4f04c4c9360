import { expect, test } from 'vitest';
import { iamActionsOf } from '../../src/record/iam-actions.ts';
import type { Json } from '../../src/record/json.ts';
import { leastPrivilegeOf } from '../../src/record/least-privilege.ts';

test.each([
  ['s3', 'GetObject', 's3:GetObject'],
  ['s3', 'HeadObject', 's3:GetObject'],
  ['s3', 'ListObjectsV2', 's3:ListBucket'],
  ['s3', 'ListBuckets', 's3:ListAllMyBuckets'],
  ['s3', 'CopyObject', 's3:GetObject s3:PutObject'],
  ['s3', 'GetBucketEncryption', 's3:GetEncryptionConfiguration'],
  ['lambda', 'CreateFunction20150331', 'lambda:CreateFunction'],
  ['lambda', 'UpdateFunctionCode20150331v2', 'lambda:UpdateFunctionCode'],
  ['lambda', 'Invoke', 'lambda:InvokeFunction'],
  ['monitoring', 'GetMetricData', 'cloudwatch:GetMetricData'],
  ['sts', 'GetCallerIdentity', ''],
  ['signin', 'ConsoleLogin', ''],
  ['kinesisvideo', 'GetDataEndpoint', 'kinesisvideo:GetDataEndpoint'],
])('%s %s needs %s', (service, event, actions) => {
  expect(iamActionsOf(`${service}.amazonaws.com`, event).actions.join(' ')).toBe(actions);
});

function call(source: string, eventName: string, more: { [key: string]: Json } = {}) {
  return {
    eventSource: `${source}.amazonaws.com`,
    eventName,
    awsRegion: 'eu-west-1',
    recipientAccountId: '111122223333',
    ...more,
  };
}

test('makes the policy that some calls need, by service and resource', () => {
  const { policy, calls } = leastPrivilegeOf([
    call('s3', 'GetObject', { requestParameters: { bucketName: 'logs', key: 'a' } }),
    call('s3', 'HeadObject', { requestParameters: { bucketName: 'logs', key: 'b' } }),
    call('s3', 'ListObjects', { requestParameters: { bucketName: 'logs' } }),
    call('iam', 'AttachRolePolicy', {
      requestParameters: { policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess', roleName: 'Deploy' },
    }),
    call('iam', 'GetRole', { requestParameters: { roleName: 'Deploy' } }),
    call('kms', 'Decrypt', { resources: [{ ARN: 'arn:aws:kms:eu-west-1:111122223333:key/1' }] }),
    call('sts', 'AssumeRole', { requestParameters: { roleArn: 'arn:aws:iam::111122223333:role/Deploy' } }),
    call('ec2', 'DescribeInstances', { requestParameters: {} }),
  ]);
  expect(calls).toBe(8);
  expect(policy).toEqual({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['ec2:DescribeInstances'], Resource: ['*'] },
      {
        Effect: 'Allow',
        Action: ['iam:AttachRolePolicy', 'iam:GetRole'],
        Resource: ['arn:aws:iam::111122223333:role/Deploy'],
      },
      { Effect: 'Allow', Action: ['kms:Decrypt'], Resource: ['arn:aws:kms:eu-west-1:111122223333:key/1'] },
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::logs/a', 'arn:aws:s3:::logs/b'] },
      { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: ['arn:aws:s3:::logs'] },
      { Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: ['arn:aws:iam::111122223333:role/Deploy'] },
    ],
  });
});

test('says what it does not know', () => {
  const { policy, uncertain } = leastPrivilegeOf([
    call('kinesis', 'PutRecord', { requestParameters: { streamName: 'camera' } }),
    call('kinesis', 'PutRecord', { requestParameters: null }),
    call('lambda', 'CreateFunction20150331', {
      requestParameters: { functionName: 'f', role: 'arn:aws:iam::1:role/R' },
    }),
    call('s3', 'GetObject', { errorCode: 'AccessDenied' }),
    call('apigateway', 'CreateRestApi'),
    { eventType: 'AwsCloudTrailInsight', insightDetails: { eventName: 'GetUser' } },
    call('kms', 'RotateKey', { eventType: 'AwsServiceEvent' }),
  ]);
  expect(policy.Statement).toContainEqual({
    Effect: 'Allow',
    Action: ['kinesis:PutRecord'],
    Resource: ['*'],
  });
  expect(policy.Statement.flatMap((statement) => statement.Action)).not.toContain('s3:GetObject');
  expect(uncertain.join('\n')).toContain('do not name the resource of kinesis:PutRecord every time');
  expect(uncertain.join('\n')).toContain('iam:PassRole');
  expect(uncertain.join('\n')).toContain('1 denied call is left out');
  expect(uncertain.join('\n')).toContain('API Gateway');
  expect(uncertain.join('\n')).toContain('2 events are no calls');
  expect(uncertain.join('\n')).not.toContain('named .');
  expect(policy.Statement.flatMap((statement) => statement.Action)).not.toContain('kms:RotateKey');
});
