import type { CloudTrailRecord } from '../../src/record/json.ts';

/** The user of it, as a record names her. */
export const alice = {
  type: 'IAMUser',
  userName: 'alice',
  arn: 'arn:aws:iam::111122223333:user/alice',
  accountId: '111122223333',
  accessKeyId: 'AKIAEXAMPLE000000001',
};
const deploy = {
  type: 'AssumedRole',
  arn: 'arn:aws:sts::111122223333:assumed-role/Deploy/alice',
  accountId: '111122223333',
  accessKeyId: 'ASIAEXAMPLE000000002',
  sessionContext: {
    sessionIssuer: { type: 'Role', userName: 'Deploy', arn: 'arn:aws:iam::111122223333:role/Deploy' },
    attributes: { creationDate: '2026-03-04T09:10:00Z', mfaAuthenticated: 'false' },
  },
};
const service = { type: 'AWSService', invokedBy: 'autoscaling.amazonaws.com' };

type Call = {
  readonly at: string;
  readonly what: string;
  readonly who: object;
  readonly error?: string;
  readonly more?: object;
};

const calls: readonly Call[] = [
  { at: '2026-03-03T22:00:00Z', what: 's3:ListBuckets', who: alice },
  {
    at: '2026-03-04T09:09:00Z',
    what: 'sts:AssumeRole',
    who: alice,
    more: { readOnly: false, responseElements: { credentials: { accessKeyId: 'ASIAEXAMPLE000000002' } } },
  },
  {
    at: '2026-03-04T09:14:02Z',
    what: 'kinesis:CreateStream',
    who: deploy,
    more: {
      readOnly: false,
      requestParameters: { streamName: 'orders-copy', shardCount: 1, tags: { team: 'media', cost: '1.0' } },
      responseElements: null,
    },
  },
  {
    at: '2026-03-04T09:14:09Z',
    what: 'kinesisvideo:CreateSignalingChannel',
    who: deploy,
    error: 'AccessDenied',
    more: { readOnly: false, requestParameters: { channelName: 'lobby-cam' }, responseElements: null },
  },
  {
    at: '2026-03-04T09:15:00Z',
    what: 'kinesis:DescribeStream',
    who: deploy,
    more: { requestParameters: { streamName: 'orders' } },
  },
  { at: '2026-03-04T09:16:00Z', what: 'ec2:DescribeInstances', who: service },
  {
    at: '2026-03-04T09:17:00Z',
    what: 's3:GetObject',
    who: deploy,
    error: 'NoSuchKey',
    more: { requestParameters: { bucketName: 'b', key: 'k' } },
  },
  {
    at: '2026-03-04T09:18:00Z',
    what: 'iam:CreateAccessKey',
    who: alice,
    error: 'AccessDenied',
    more: { readOnly: false },
  },
  { at: '2026-03-04T09:20:00Z', what: 'ec2:DescribeInstances', who: service },
];

/** A short incident over two days: a user, a role that it takes, two denied calls, one failure that is noise, a service. */
export const incident: readonly CloudTrailRecord[] = calls.map(({ at, what, who, error, more }, i) => {
  const [name = '', eventName = ''] = what.split(':');
  return {
    eventVersion: '1.08',
    eventID: `10000000-0000-4000-8000-00000000000${i}`,
    eventTime: at,
    eventSource: `${name}.amazonaws.com`,
    eventName,
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.7',
    userAgent: 'aws-cli/2.15.30',
    userIdentity: who,
    recipientAccountId: '111122223333',
    readOnly: true,
    eventType: 'AwsApiCall',
    requestParameters: null,
    responseElements: null,
    requestID: `r-${i}`,
    ...(error === undefined ? {} : { errorCode: error, errorMessage: 'User is not authorized' }),
    ...more,
  } as CloudTrailRecord;
});
