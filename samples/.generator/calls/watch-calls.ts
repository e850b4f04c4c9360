import { accounts } from '../estate.ts';
import { hexOf } from '../random.ts';
import { type Calls, refused, throttled } from './call.ts';

/** Identities, and everything that watches. */
export const watchCalls: Calls = {
  'iam:ListUsers': { request: () => ({ maxItems: 100 }), failures: [throttled(0.03)] },
  'iam:ListRoles': { request: () => ({ maxItems: 100 }) },
  'iam:GetRole': {
    request: ({ random, estate }) => ({ roleName: random.pick([...estate.roles, 'LegacyImport']) }),
    failures: [
      [
        0.08,
        'NoSuchEntityException',
        (_, request: { roleName: string }) => `The role with name ${request.roleName} cannot be found.`,
      ],
    ],
  },
  'iam:ListAttachedRolePolicies': {
    request: ({ random, estate }) => ({ roleName: random.pick(estate.roles) }),
  },
  'iam:GetUser': {
    request: ({ random, estate }) => ({ userName: random.pick(estate.users) }),
    failures: [refused(0.12, 'AccessDenied', 'iam:GetUser')],
  },
  'iam:ListAccessKeys': { request: ({ random, estate }) => ({ userName: random.pick(estate.users) }) },
  'iam:GetAccountSummary': {},
  'iam:PassRole': { request: ({ random, estate }) => ({ roleName: random.pick(estate.roles) }) },
  'iam:GenerateCredentialReport': {
    response: () => ({ state: 'STARTED' }),
    failures: [refused(0.2, 'AccessDenied', 'iam:GenerateCredentialReport')],
  },
  'sts:GetCallerIdentity': {},
  'sts:DecodeAuthorizationMessage': { request: () => ({ encodedMessage: 'HIDDEN_DUE_TO_SECURITY_REASONS' }) },
  'cloudtrail:DescribeTrails': { request: () => ({ includeShadowTrails: true, trailNameList: [] }) },
  'cloudtrail:GetTrailStatus': {
    request: ({ account }) => ({
      name:
        account === accounts.platform
          ? 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main-trail'
          : 'media-trail',
    }),
  },
  'cloudtrail:LookupEvents': {
    request: ({ random }) => ({
      maxResults: 50,
      lookupAttributes: [
        {
          attributeKey: 'EventName',
          attributeValue: random.pick(['ConsoleLogin', 'CreateAccessKey', 'PutBucketPolicy']),
        },
      ],
    }),
    failures: [throttled(0.1)],
  },
  'cloudtrail:GetEventSelectors': { request: () => ({ trailName: 'main-trail' }) },
  'logs:CreateLogStream': {
    request: ({ label, random, estate }) => ({
      logGroupName: `/aws/lambda/${random.pick(estate.functions)}`,
      logStreamName: `2026/03/04/[$LATEST]${hexOf(label, 32)}`,
    }),
  },
  'logs:DescribeLogGroups': {
    request: () => ({ logGroupNamePrefix: '/aws/lambda/' }),
    failures: [throttled(0.03)],
  },
  'logs:StartQuery': {
    request: () => ({
      logGroupName: '/aws/lambda/order-intake',
      queryString: 'HIDDEN_DUE_TO_SECURITY_REASONS',
      startTime: 1772611200,
      endTime: 1772614800,
    }),
    response: ({ label }) => ({ queryId: hexOf(label, 32) }),
    failures: [refused(0.2, 'AccessDeniedException', 'logs:StartQuery')],
  },
  'monitoring:GetMetricData': {
    request: () => ({
      metricDataQueries: [],
      startTime: 'Mar 4, 2026, 8:00:00 AM',
      endTime: 'Mar 4, 2026, 9:00:00 AM',
    }),
    failures: [throttled(0.03)],
  },
  'monitoring:DescribeAlarms': { request: () => ({ maxRecords: 100 }) },
  'config:PutEvaluations': {
    request: () => ({ resultToken: 'HIDDEN_DUE_TO_SECURITY_REASONS', testMode: false }),
    response: () => ({ failedEvaluations: [] }),
  },
  'config:SelectResourceConfig': {
    request: () => ({ expression: "SELECT resourceId WHERE resourceType = 'AWS::S3::Bucket'" }),
  },
  'securityhub:GetFindings': {
    request: () => ({
      MaxResults: 100,
      Filters: { RecordState: [{ Comparison: 'EQUALS', Value: 'ACTIVE' }] },
    }),
  },
  'guardduty:ListFindings': {
    request: () => ({ detectorId: '12abc34d567e8fa901bc2d34e56789f0', maxResults: 50 }),
  },
};
