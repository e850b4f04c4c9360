import { thief } from '../actors/thief.ts';
import { accounts } from '../estate.ts';
import type { Json } from '../json.ts';
import type { Happening } from '../record.ts';
import { step } from '../step.ts';

const { platform, media, security } = accounts;
const alice = `arn:aws:iam::${platform}:user/alice`;
const scp = `arn:aws:organizations::${security}:policy/o-exampleorg1/service_control_policy/p-keepout1`;

/** Why AWS says no, in its words, for an action. */
type Reason = (action: string) => string;

const noPolicy =
  (kind: string): Reason =>
  (action) =>
    `because no ${kind} allows the ${action} action`;
const explicitDeny =
  (where: string): Reason =>
  () =>
    `with an explicit deny in ${where}`;

const noIdentityPolicy = noPolicy('identity-based policy');
const noBoundary = noPolicy('permissions boundary');
const noResourcePolicy = noPolicy('resource-based policy');

/** What a refusal differs in from a plain AccessDenied in us-east-1 without parameters. */
type Refusal = {
  readonly region?: string;
  readonly request?: Json;
  readonly code?: string;
  /** The IAM action, where the event has another name. */
  readonly action?: string;
};

function refused(clock: string, call: string, on: string, reason: Reason, refusal: Refusal = {}): Happening {
  const action = refusal.action ?? call;
  return step(clock, thief.alice, refusal.region ?? 'us-east-1', call, {
    request: refusal.request ?? null,
    error: [
      refusal.code ?? 'AccessDenied',
      `User: ${alice} is not authorized to perform: ${action} on resource: ${on} ${reason(action)}`,
    ],
  });
}

/** EC2's own way to say no: a code with a prefix, and an encoded reason behind the plain one. */
function refusedByEc2(clock: string, region: string, encoded: string): Happening {
  const action = 'ec2:DescribeInstances';
  const plain = `User: ${alice} is not authorized to perform: ${action} ${noIdentityPolicy(action)}`;
  return step(clock, thief.alice, region, action, {
    request: { maxResults: 100, instancesSet: {}, filterSet: {} },
    error: [
      'Client.UnauthorizedOperation',
      `You are not authorized to perform this operation. ${plain}. Encoded authorization failure message: ${encoded}`,
    ],
  });
}

const finance = { bucketName: 'finance-reports', Host: 'finance-reports.s3.amazonaws.com' };
const exception = 'AccessDeniedException';

/** The thief tries doors with alice's key: a refusal of each kind that AWS words in its own way. */
export const probing: readonly Happening[] = [
  refused('08:58:03', 'iam:ListUsers', `arn:aws:iam::${platform}:user/`, noIdentityPolicy),
  refused('08:58:09', 'iam:GetAccountAuthorizationDetails', '*', noIdentityPolicy),
  refused(
    '08:58:31',
    's3:GetBucketPolicy',
    '"arn:aws:s3:::finance-reports"',
    explicitDeny('a resource-based policy'),
    {
      request: { ...finance, policy: '' },
    },
  ),
  step('08:58:40', thief.alice, 'us-east-1', 's3:ListObjects', {
    request: { ...finance, 'list-type': '2', prefix: '' },
    error: ['AccessDenied', 'Access Denied'],
  }),
  refused('08:58:48', 'secretsmanager:ListSecrets', '*', explicitDeny(`a service control policy: ${scp}`)),
  refusedByEc2('08:59:02', 'us-east-1', '1kQ9EXAMPLEb2Vn7d'),
  refusedByEc2('08:59:10', 'us-west-2', '8sW4EXAMPLEy6Jt0r'),
  step('08:59:17', thief.alice, 'us-west-2', 'ec2:RunInstances', {
    request: { instancesSet: { items: [{ minCount: 1, maxCount: 20 }] }, instanceType: 'p5.48xlarge' },
    error: ['Client.DryRunOperation', 'Request would have succeeded, but DryRun flag is set.'],
  }),
  refused('08:59:30', 'kms:ListKeys', '*', noBoundary),
  refused('08:59:41', 'lambda:ListFunctions20150331', '*', noIdentityPolicy, {
    region: 'eu-west-1',
    code: exception,
    action: 'lambda:ListFunctions',
  }),
  step('08:59:52', thief.alice, 'us-east-1', 'organizations:ListAccounts', {
    error: [exception, "You don't have permissions to access this resource."],
  }),
  refused(
    '09:00:14',
    'medialive:ListChannels',
    `arn:aws:medialive:us-west-2:${platform}:*`,
    noIdentityPolicy,
    {
      region: 'us-west-2',
      request: { maxResults: '20' },
      code: exception,
    },
  ),
  refused(
    '09:00:27',
    'kinesisanalytics:ListApplications',
    `arn:aws:kinesisanalytics:us-east-1:${platform}:application/*`,
    explicitDeny(`an identity-based policy: arn:aws:iam::${platform}:policy/NoAnalyticsForDevelopers`),
    { request: { limit: 50 }, code: exception },
  ),
  step('09:00:58', thief.alice, 'us-east-1', 'secretsmanager:GetSecretValue', {
    request: { secretId: 'orders/db-admin' },
    error: ['ResourceNotFoundException', "Secrets Manager can't find the specified secret."],
  }),
  refused('09:03:15', 'sts:AssumeRole', `arn:aws:iam::${platform}:role/Admin`, noIdentityPolicy),
  refused('09:04:02', 'sts:AssumeRole', `arn:aws:iam::${media}:role/Prod`, noResourcePolicy),
  refused(
    '09:05:20',
    'cloudtrail:StopLogging',
    `arn:aws:cloudtrail:us-east-1:${platform}:trail/main-trail`,
    noIdentityPolicy,
  ),
];
