import type { Json } from '../../src/record/json.ts';
import type { EventSummary } from '../../src/record/summary.ts';

/** A record as it may arrive, and the part of its summary that matters in it. */
type Row = {
  readonly title: string;
  readonly record: { readonly [key: string]: Json };
  readonly summary: Partial<EventSummary>;
};

const none = Number.NaN;
const nothing = {
  timeMs: none,
  timeText: '',
  event: '',
  source: '',
  service: '',
  outcome: 'ok',
  error: '',
} as const;

/** Records of every odd shape that has been met, one row each. */
export const records: readonly Row[] = [
  { title: 'an empty object', record: {}, summary: { ...nothing, eventId: '', target: '', flags: 8 } },
  {
    title: 'a plain record',
    record: {
      eventTime: '2026-03-01T09:15:00Z',
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      awsRegion: 'eu-west-1',
      sourceIPAddress: '198.51.100.7',
      userAgent: '[aws-cli/2.15.0]',
      eventID: 'e-1',
      readOnly: true,
      eventType: 'AwsApiCall',
      eventCategory: 'Data',
      recipientAccountId: '111122223333',
      sharedEventID: 's-1',
      requestParameters: { bucketName: 'logs', key: 'a/b' },
      responseElements: null,
      resources: [
        { type: 'AWS::S3::Object', ARN: 'arn:aws:s3:::logs/a/b' },
        { type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::logs' },
      ],
    },
    summary: {
      timeMs: Date.UTC(2026, 2, 1, 9, 15),
      timeText: '',
      service: 's3',
      source: 's3.amazonaws.com',
      event: 'GetObject',
      region: 'eu-west-1',
      source_ip: '198.51.100.7',
      user_agent: '[aws-cli/2.15.0]',
      eventId: 'e-1',
      read_only: 'true',
      event_type: 'AwsApiCall',
      category: 'Data',
      account: '111122223333',
      sharedEventId: 's-1',
      target: 'arn:aws:s3:::logs/a/b',
      outcome: 'ok',
      error: '',
      flags: 0,
      issuedKey: '',
    },
  },
  {
    title: 'spaces around source and name',
    record: { eventSource: ' kinesisvideo.amazonaws.com', eventName: 'CreateStream ' },
    summary: { source: 'kinesisvideo.amazonaws.com', service: 'kinesisvideo', event: 'CreateStream' },
  },
  { title: 'readOnly as a string', record: { readOnly: 'false' }, summary: { read_only: 'false' } },
  { title: 'readOnly as something else', record: { readOnly: 'maybe' }, summary: { read_only: '' } },
  { title: 'a user agent in a list', record: { userAgent: ['a', 'b'] }, summary: { user_agent: 'a, b' } },
  {
    title: 'an address in an object',
    record: { sourceIPAddress: { ip: '::1' } },
    summary: { source_ip: '{"ip":"::1"}' },
  },
  {
    title: 'parameters as JSON in a string',
    record: { requestParameters: '{"bucketName":"logs"}', responseElements: 'null' },
    summary: { target: 'logs', outcome: 'ok' },
  },
  {
    title: 'parameters as lists',
    record: {
      requestParameters: ['x'],
      responseElements: [1, 2],
      resources: 'none',
      additionalEventData: 'text',
    },
    summary: { target: '', outcome: 'ok', issuedKey: '' },
  },
  {
    title: 'objects where texts belong',
    record: {
      eventName: {},
      eventSource: [],
      awsRegion: 7,
      errorCode: null,
      errorMessage: false,
      eventID: 12,
    },
    summary: { event: '', source: '', region: '7', eventId: '12' },
  },
  {
    title: 'a time that cannot be read',
    record: { eventTime: '2018-05-25:17:06Z' },
    summary: { timeMs: none, timeText: '2018-05-25:17:06Z', flags: 8 },
  },
  {
    title: 'a time in seconds',
    record: { eventTime: 1424476529.5 },
    summary: { timeMs: 1424476529500, flags: 0 },
  },
  {
    title: 'an insight',
    record: {
      eventTime: '2026-03-01T09:15:00Z',
      recipientAccountId: '111122223333',
      eventCategory: 'Insight',
      eventType: 'AwsCloudTrailInsight',
      insightDetails: {
        state: 'Start',
        eventSource: 'ec2.amazonaws.com',
        eventName: 'RunInstances',
        insightType: 'ApiCallRateInsight',
      },
    },
    summary: { event: 'RunInstances', service: 'ec2', category: 'Insight', account: '111122223333' },
  },
  {
    title: 'an aggregated record of one resource and several calls',
    record: {
      eventVersion: '1.0',
      accountId: '111122223333',
      eventId: 'a-1',
      eventCategory: 'Aggregated',
      eventType: 'AwsAggregatedEvent',
      eventSource: 's3.amazonaws.com',
      timeWindow: {
        windowStart: '2026-03-01T09:15:00Z',
        windowEnd: '2026-03-01T09:20:00Z',
        windowSize: 'PT5M',
      },
      summary: {
        primaryDimension: { dimension: 'resourceARN', statistics: [{ name: 'arn:aws:s3:::logs', value: 4 }] },
        details: [
          {
            dimension: 'eventName',
            statistics: [
              { name: 'GetObject', value: 3 },
              { name: 'PutObject', value: 1 },
            ],
          },
        ],
      },
    },
    summary: {
      timeMs: Date.UTC(2026, 2, 1, 9, 15),
      eventId: 'a-1',
      account: '111122223333',
      target: 'arn:aws:s3:::logs',
      event: 'AwsAggregatedEvent',
    },
  },
  {
    title: 'an aggregated record of one call',
    record: {
      eventCategory: 'Aggregated',
      summary: {
        primaryDimension: { dimension: 'eventName', statistics: [{ name: 'GetObject', value: 3 }] },
      },
    },
    summary: { event: 'GetObject', target: '' },
  },
  {
    title: 'a service event about a key',
    record: { eventType: 'AwsServiceEvent', eventName: 'RotateKey', serviceEventDetails: { keyId: 'k-1' } },
    summary: { target: 'k-1', outcome: 'ok' },
  },
  {
    title: "the caller's account when the receiver is not named",
    record: { userIdentity: { type: 'IAMUser', accountId: '444455556666', userName: 'alice' } },
    summary: { account: '444455556666' },
  },
  {
    title: 'a role that was assumed',
    record: {
      eventName: 'AssumeRole',
      requestParameters: { roleArn: 'arn:aws:iam::1:role/Deploy', roleSessionName: 'ci' },
      responseElements: { credentials: { accessKeyId: 'ASIA1', sessionToken: 't' } },
    },
    summary: { issuedKey: 'ASIA1', target: 'arn:aws:iam::1:role/Deploy' },
  },
  {
    title: 'an access key that was made',
    record: {
      eventName: 'CreateAccessKey',
      responseElements: { accessKey: { accessKeyId: 'AKIA1', userName: 'bob' } },
    },
    summary: { issuedKey: 'AKIA1' },
  },
  {
    title: 'an access key that AWS hides',
    record: { responseElements: { credentials: { accessKeyId: 'HIDDEN_DUE_TO_SECURITY_REASONS' } } },
    summary: { issuedKey: '' },
  },
  {
    title: 'a console session',
    record: { eventTime: '2026-03-01T09:15:00Z', sessionCredentialFromConsole: 'true' },
    summary: { flags: 2 },
  },
  {
    title: 'a console user agent',
    record: { eventTime: '2026-03-01T09:15:00Z', userAgent: 'console.ec2.amazonaws.com' },
    summary: { flags: 2 },
  },
  {
    title: 'a failed sign-in without a code',
    record: {
      eventTime: '2026-03-01T09:15:00Z',
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      errorMessage: 'Failed authentication',
      responseElements: { ConsoleLogin: 'Failure' },
    },
    summary: { outcome: 'failed', error: 'Failure', flags: 2 + 32 },
  },
  {
    title: 'a name that reads backwards',
    record: { eventTime: '2026-03-01T09:15:00Z', requestParameters: { list: [{ '\u202eexe': 1 }] } },
    summary: { flags: 4 },
  },
];
