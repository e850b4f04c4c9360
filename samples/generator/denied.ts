import type { Json } from './json.ts';
import type { Happening } from './record.ts';
import { thief } from './thief.ts';

const alice = 'arn:aws:iam::111122223333:user/alice';
const notAllowed = (who: string, action: string, on: string, why: string) =>
  `User: ${who} is not authorized to perform: ${action} on resource: ${on} ${why}`;
const noPolicy = (kind: string, action: string) => `because no ${kind} policy allows the ${action} action`;
const scp = 'arn:aws:organizations::777788889999:policy/o-exampleorg1/service_control_policy/p-keepout1';

/** One refused try: when, what, where, and how AWS says no. */
type Refusal = readonly [
  clock: string,
  call: string,
  region: string,
  request: Json,
  code: string,
  message: string,
];

/** The thief tries doors with alice's key: one refusal of each kind that AWS words differently. */
const refusals: readonly Refusal[] = [
  [
    '08:58:03',
    'iam:ListUsers',
    'us-east-1',
    null,
    'AccessDenied',
    notAllowed(
      alice,
      'iam:ListUsers',
      'arn:aws:iam::111122223333:user/',
      noPolicy('identity-based', 'iam:ListUsers'),
    ),
  ],
  [
    '08:58:09',
    'iam:GetAccountAuthorizationDetails',
    'us-east-1',
    null,
    'AccessDenied',
    notAllowed(
      alice,
      'iam:GetAccountAuthorizationDetails',
      '*',
      noPolicy('identity-based', 'iam:GetAccountAuthorizationDetails'),
    ),
  ],
  [
    '08:58:31',
    's3:GetBucketPolicy',
    'us-east-1',
    { bucketName: 'finance-reports', Host: 'finance-reports.s3.amazonaws.com', policy: '' },
    'AccessDenied',
    notAllowed(
      alice,
      's3:GetBucketPolicy',
      '"arn:aws:s3:::finance-reports"',
      'with an explicit deny in a resource-based policy',
    ),
  ],
  [
    '08:58:40',
    's3:ListObjects',
    'us-east-1',
    { bucketName: 'finance-reports', Host: 'finance-reports.s3.amazonaws.com', 'list-type': '2', prefix: '' },
    'AccessDenied',
    'Access Denied',
  ],
  [
    '08:58:48',
    'secretsmanager:ListSecrets',
    'us-east-1',
    null,
    'AccessDenied',
    notAllowed(
      alice,
      'secretsmanager:ListSecrets',
      '*',
      `with an explicit deny in a service control policy: ${scp}`,
    ),
  ],
  [
    '08:59:02',
    'ec2:DescribeInstances',
    'us-east-1',
    { maxResults: 100, instancesSet: {}, filterSet: {} },
    'Client.UnauthorizedOperation',
    `You are not authorized to perform this operation. User: ${alice} is not authorized to perform: ec2:DescribeInstances ${noPolicy('identity-based', 'ec2:DescribeInstances')}. Encoded authorization failure message: 1kQ9EXAMPLEb2Vn7d`,
  ],
  [
    '08:59:10',
    'ec2:DescribeInstances',
    'us-west-2',
    { maxResults: 100, instancesSet: {}, filterSet: {} },
    'Client.UnauthorizedOperation',
    `You are not authorized to perform this operation. User: ${alice} is not authorized to perform: ec2:DescribeInstances ${noPolicy('identity-based', 'ec2:DescribeInstances')}. Encoded authorization failure message: 8sW4EXAMPLEy6Jt0r`,
  ],
  [
    '08:59:17',
    'ec2:RunInstances',
    'us-west-2',
    { instancesSet: { items: [{ minCount: 1, maxCount: 20 }] }, instanceType: 'p5.48xlarge' },
    'Client.DryRunOperation',
    'Request would have succeeded, but DryRun flag is set.',
  ],
  [
    '08:59:30',
    'kms:ListKeys',
    'us-east-1',
    null,
    'AccessDenied',
    notAllowed(alice, 'kms:ListKeys', '*', 'because no permissions boundary allows the kms:ListKeys action'),
  ],
  [
    '08:59:41',
    'lambda:ListFunctions20150331',
    'eu-west-1',
    null,
    'AccessDeniedException',
    notAllowed(alice, 'lambda:ListFunctions', '*', noPolicy('identity-based', 'lambda:ListFunctions')),
  ],
  [
    '08:59:52',
    'organizations:ListAccounts',
    'us-east-1',
    null,
    'AccessDeniedException',
    "You don't have permissions to access this resource.",
  ],
  [
    '09:00:14',
    'medialive:ListChannels',
    'us-west-2',
    { maxResults: '20' },
    'AccessDeniedException',
    notAllowed(
      alice,
      'medialive:ListChannels',
      'arn:aws:medialive:us-west-2:111122223333:*',
      noPolicy('identity-based', 'medialive:ListChannels'),
    ),
  ],
  [
    '09:00:27',
    'kinesisanalytics:ListApplications',
    'us-east-1',
    { limit: 50 },
    'AccessDeniedException',
    notAllowed(
      alice,
      'kinesisanalytics:ListApplications',
      'arn:aws:kinesisanalytics:us-east-1:111122223333:application/*',
      'with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/NoAnalyticsForDevelopers',
    ),
  ],
  [
    '09:00:58',
    'secretsmanager:GetSecretValue',
    'us-east-1',
    { secretId: 'orders/db-admin' },
    'ResourceNotFoundException',
    "Secrets Manager can't find the specified secret.",
  ],
  [
    '09:03:15',
    'sts:AssumeRole',
    'us-east-1',
    null,
    'AccessDenied',
    notAllowed(
      alice,
      'sts:AssumeRole',
      'arn:aws:iam::111122223333:role/Admin',
      noPolicy('identity-based', 'sts:AssumeRole'),
    ),
  ],
  [
    '09:04:02',
    'sts:AssumeRole',
    'us-east-1',
    null,
    'AccessDenied',
    notAllowed(
      alice,
      'sts:AssumeRole',
      'arn:aws:iam::444455556666:role/Prod',
      'because no resource-based policy allows the sts:AssumeRole action',
    ),
  ],
  [
    '09:05:20',
    'cloudtrail:StopLogging',
    'us-east-1',
    null,
    'AccessDenied',
    notAllowed(
      alice,
      'cloudtrail:StopLogging',
      'arn:aws:cloudtrail:us-east-1:111122223333:trail/main-trail',
      noPolicy('identity-based', 'cloudtrail:StopLogging'),
    ),
  ],
];

/** The refused tries before a role was won. */
export const probing: readonly Happening[] = refusals.map(
  ([clock, call, region, request, code, message]) => ({
    time: `2026-03-04T${clock}Z`,
    actor: thief.alice,
    call,
    region,
    label: `${clock} ${call}`,
    request,
    error: [code, message],
  }),
);
