import { type Actor, iamUser, principalIdOf } from './actor.ts';
import { actors, agents } from './actors.ts';
import { accounts, addresses, estates } from './estate.ts';
import type { JsonObject } from './json.ts';
import { accessKeyOf, hexOf, uuidOf } from './random.ts';
import type { Delivered, Happening } from './record.ts';
import { thief } from './thief.ts';

const { platform, media, security, vendor, foreign } = accounts;

type Details = Partial<Omit<Happening, 'time' | 'actor' | 'call' | 'region'>>;

const happens = (
  clock: string,
  actor: Actor,
  region: string,
  call: string,
  details: Details = {},
): Happening => ({
  time: `2026-03-04T${clock}Z`,
  actor,
  call,
  region,
  label: `odd ${clock} ${call}`,
  ...details,
});

const caller = (account: string, identity: JsonObject | undefined, from: string, agent: string): Actor => ({
  account,
  ...(identity ? { identity } : {}),
  from,
  agent,
});

const credentials = (key: string) => ({
  accessKeyId: key,
  sessionToken: `IQoJb3JpZ2luX2VjEXAMPLE${hexOf(`token ${key}`, 40)}`,
  expiration: 'Mar 4, 2026, 9:30:00 PM',
});

const assumed = (account: string, role: string, session: string) => ({
  assumedRoleId: `${principalIdOf('AROA', account, role)}:${session}`,
  arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
});

const signIn = (
  clock: string,
  actor: Actor,
  outcome: string,
  mfa: string,
  errorMessage?: string,
): Happening =>
  happens(clock, { ...actor, console: false }, 'us-east-1', 'signin:ConsoleLogin', {
    response: { ConsoleLogin: outcome },
    ...(errorMessage ? { error: ['', errorMessage] as const } : {}),
    more: {
      eventVersion: '1.08',
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home?region=us-east-1',
        MobileVersion: 'No',
        MFAUsed: mfa,
      },
      eventType: 'AwsConsoleSignIn',
    },
  });

const serviceEvent = {
  eventType: 'AwsServiceEvent',
  requestParameters: null,
  responseElements: null,
} as const;
const idcUser: JsonObject = {
  type: 'IdentityCenterUser',
  accountId: platform,
  onBehalfOf: {
    userId: '94f2b4c8-3061-70a2-8d8e-7c1b1a2e0f55',
    identityStoreArn: `arn:aws:identitystore::${platform}:identitystore/d-9367example`,
  },
  credentialId: 'f0a1c2d3e4b5',
};
const unknown: JsonObject = {
  type: 'Unknown',
  principalId: platform,
  arn: '',
  accountId: platform,
  accessKeyId: '',
};

/** How each ordinary session came to be. */
const sessions: readonly Happening[] = [
  signIn(
    '08:19:40',
    caller(media, iamUser(media, 'studio-desk', ''), '192.0.2.61', agents.firefox),
    'Failure',
    'No',
    'Failed authentication',
  ),
  signIn(
    '08:20:05',
    caller(media, iamUser(media, 'studio-desk', ''), '192.0.2.61', agents.firefox),
    'Success',
    'Yes',
  ),
  signIn(
    '08:04:33',
    caller(platform, { ...actors.bob.identity, accessKeyId: '' }, addresses.vpn, agents.firefox),
    'Success',
    'No',
  ),
  signIn(
    '12:51:40',
    caller(
      media,
      {
        type: 'Root',
        principalId: media,
        arn: `arn:aws:iam::${media}:root`,
        accountId: media,
        accessKeyId: '',
      },
      addresses.office,
      agents.firefox,
    ),
    'Success',
    'Yes',
  ),
  happens('12:53:12', actors.root, 'us-east-1', 'account:GetContactInformation', { request: {} }),
  happens('12:54:02', actors.root, 'us-east-1', 'iam:GetAccountSummary'),
  happens(
    '08:10:00',
    { ...actors.erin, identity: iamUser(platform, 'erin', accessKeyOf('AKIA', 'erin long')) },
    'us-east-1',
    'sts:GetSessionToken',
    {
      request: { durationSeconds: 43200, serialNumber: `arn:aws:iam::${platform}:mfa/erin` },
      response: { credentials: credentials(accessKeyOf('ASIA', 'erin session')) },
    },
  ),
  happens('08:20:44', actors.alice, 'us-east-1', 'sts:AssumeRole', {
    request: { roleArn: `arn:aws:iam::${platform}:role/Deploy`, roleSessionName: 'alice' },
    response: {
      credentials: credentials('ASIAEXAMPLEDPLY2A3LC'),
      assumedRoleUser: assumed(platform, 'Deploy', 'alice'),
    },
  }),
  happens(
    '09:01:15',
    caller(
      platform,
      {
        type: 'SAMLUser',
        principalId: 'kHhM5wEXAMPLE/idp=:dave@example.com',
        userName: 'dave@example.com',
        identityProvider: 'kHhM5wEXAMPLE/idp=',
      },
      addresses.home,
      agents.chrome,
    ),
    'us-east-1',
    'sts:AssumeRoleWithSAML',
    {
      request: {
        sAMLAssertionID: '_5d3f4EXAMPLE',
        roleArn: `arn:aws:iam::${platform}:role/Analyst`,
        roleSessionName: 'dave@example.com',
        principalArn: `arn:aws:iam::${platform}:saml-provider/Workforce`,
      },
      response: {
        credentials: credentials(accessKeyOf('ASIA', `${platform} Analyst dave@example.com`)),
        assumedRoleUser: assumed(platform, 'Analyst', 'dave@example.com'),
        issuer: 'https://idp.example.com/saml',
        subjectType: 'persistent',
      },
    },
  ),
  happens(
    '08:15:20',
    caller(
      platform,
      {
        type: 'WebIdentityUser',
        principalId: `arn:aws:iam::${platform}:oidc-provider/token.actions.example.com:sts.amazonaws.com:repo:example/shop-web:ref:refs/heads/main`,
        userName: 'repo:example/shop-web:ref:refs/heads/main',
        identityProvider: `arn:aws:iam::${platform}:oidc-provider/token.actions.example.com`,
      },
      '198.51.100.150',
      agents.go,
    ),
    'us-east-1',
    'sts:AssumeRoleWithWebIdentity',
    {
      request: {
        roleArn: `arn:aws:iam::${platform}:role/Release`,
        roleSessionName: 'shop-web-4711',
        durationSeconds: 3600,
      },
      response: {
        credentials: credentials(accessKeyOf('ASIA', `${platform} Release shop-web-4711`)),
        subjectFromWebIdentityToken: 'repo:example/shop-web:ref:refs/heads/main',
        assumedRoleUser: assumed(platform, 'Release', 'shop-web-4711'),
        audience: 'sts.amazonaws.com',
      },
    },
  ),
  happens(
    '08:45:00',
    caller(
      platform,
      iamUser(platform, 'backup-agent', accessKeyOf('AKIA', 'backup-agent')),
      addresses.home,
      agents.boto,
    ),
    'us-east-1',
    'sts:GetFederationToken',
    {
      request: {
        name: 'press-editor',
        durationSeconds: 43200,
        policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::public-press-kit/*' }],
        }),
      },
      response: {
        credentials: credentials(accessKeyOf('ASIA', 'press-editor')),
        federatedUser: {
          federatedUserId: `${platform}:press-editor`,
          arn: `arn:aws:sts::${platform}:federated-user/press-editor`,
        },
        packedPolicySize: 4,
      },
    },
  ),
  ...['lambda', 'ecs-tasks', 'ec2'].map((service, at) =>
    happens(
      `08:0${at + 3}:11`,
      caller(
        platform,
        { type: 'AWSService', invokedBy: `${service}.amazonaws.com` },
        `${service}.amazonaws.com`,
        `${service}.amazonaws.com`,
      ),
      'us-east-1',
      'sts:AssumeRole',
      {
        label: `${service} takes a role`,
        request: {
          roleArn: `arn:aws:iam::${platform}:role/${['OrderIntake', 'Mailer', 'WebServer'][at]}`,
          roleSessionName: ['order-intake', hexOf('task', 32), estates[platform]!.instances[0]!][at]!,
        },
        response: {
          credentials: credentials(
            accessKeyOf(
              'ASIA',
              `${platform} ${['OrderIntake order-intake', 'Mailer', `WebServer ${estates[platform]!.instances[0]}`][at]}`,
            ),
          ),
        },
      },
    ),
  ),
  happens('07:55:00'.replace('07:55', '08:55'), actors.vendorAccount, 'us-east-1', 'sts:AssumeRole', {
    account: platform,
    request: {
      roleArn: `arn:aws:iam::${platform}:role/VendorMetrics`,
      roleSessionName: 'collector-eu-3',
      externalId: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    },
    response: {
      credentials: credentials(accessKeyOf('ASIA', `${platform} VendorMetrics collector-eu-3`)),
      assumedRoleUser: assumed(platform, 'VendorMetrics', 'collector-eu-3'),
    },
    more: { sharedEventID: uuidOf('the vendor takes its role') },
  }),
  // The thief's own account tries the door that was wedged open, and comes through.
  happens(
    '12:31:20',
    caller(
      media,
      { type: 'AWSAccount', principalId: 'AIDAEXAMPLEQ7XK2LMZVW', accountId: foreign },
      addresses.thiefBrowser,
      agents.boto,
    ),
    'us-east-1',
    'sts:AssumeRole',
    {
      request: { roleArn: `arn:aws:iam::${media}:role/MediaArchive`, roleSessionName: 'sync' },
      response: {
        credentials: credentials('ASIAEXAMPLEOUTSD2X6C'),
        assumedRoleUser: assumed(media, 'MediaArchive', 'sync'),
      },
      more: { sharedEventID: uuidOf('the foreign account takes the archive role') },
    },
  ),
  happens(
    '12:33:45',
    caller(security, { ...actors.carol.identity }, addresses.office, agents.cli),
    'us-east-1',
    'sts:AssumeRoot',
    {
      request: {
        targetPrincipal: platform,
        taskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy' },
        durationSeconds: 900,
      },
      response: { credentials: credentials('ASIAEXAMPLERKTASK4M2'), sourceIdentity: 'carol' },
    },
  ),
  happens(
    '12:35:10',
    caller(
      platform,
      {
        type: 'Root',
        principalId: platform,
        arn: `arn:aws:iam::${platform}:root`,
        accountId: platform,
        accessKeyId: 'ASIAEXAMPLERKTASK4M2',
        sessionContext: {
          attributes: { creationDate: '2026-03-04T12:33:45Z', mfaAuthenticated: 'false' },
          sourceIdentity: 'carol',
          assumedRoot: 'true',
        },
      },
      addresses.office,
      agents.cli,
    ),
    'us-east-1',
    's3:GetBucketPolicy',
    {
      request: { bucketName: 'finance-reports', Host: 'finance-reports.s3.amazonaws.com', policy: '' },
    },
  ),
];

/** Callers of the rarer kinds. */
const rareCallers: readonly Happening[] = [
  happens(
    '08:03:50',
    caller(platform, unknown, addresses.vpn, agents.firefox),
    'eu-west-1',
    'signin:CredentialChallenge',
    {
      more: {
        eventType: 'AwsServiceEvent',
        additionalEventData: { CredentialType: 'PASSWORD', UserName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
        serviceEventDetails: { CredentialChallenge: 'Success' },
      },
    },
  ),
  happens(
    '08:04:02',
    caller(platform, unknown, addresses.vpn, agents.firefox),
    'eu-west-1',
    'signin:CredentialVerification',
    {
      more: {
        eventType: 'AwsServiceEvent',
        additionalEventData: { CredentialType: 'PASSWORD', UserName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
        serviceEventDetails: { CredentialVerification: 'Failure' },
      },
    },
  ),
  happens(
    '08:04:11',
    caller(platform, unknown, addresses.vpn, agents.firefox),
    'eu-west-1',
    'signin:UserAuthentication',
    {
      more: {
        eventType: 'AwsServiceEvent',
        additionalEventData: { UserName: 'bob', CredentialType: 'PASSWORD,TOTP' },
        serviceEventDetails: { UserAuthentication: 'Success' },
      },
    },
  ),
  happens(
    '08:04:20',
    caller(platform, { ...idcUser, userName: 'bob' }, addresses.vpn, agents.firefox),
    'eu-west-1',
    'sso:Authenticate',
    {
      more: { eventType: 'AwsServiceEvent', serviceEventDetails: { Authenticate: 'Success' } },
    },
  ),
  happens(
    '08:04:27',
    caller(platform, idcUser, addresses.vpn, agents.firefox),
    'eu-west-1',
    'sso:ListAccounts',
    { request: {} },
  ),
  happens('08:04:31', caller(platform, idcUser, addresses.vpn, agents.firefox), 'eu-west-1', 'sso:Federate', {
    more: {
      eventType: 'AwsServiceEvent',
      serviceEventDetails: { role_name: 'PowerUser', account_id: platform },
    },
  }),
  happens(
    '10:12:09',
    caller(
      platform,
      {
        ...idcUser,
        onBehalfOf: {
          userId: 'b4e8f458-90c1-70d5-2a66-1b7fe3c09d11',
          identityStoreArn: `arn:aws:identitystore::${platform}:identitystore/d-9367example`,
        },
      },
      addresses.home,
      agents.chrome,
    ),
    'eu-west-1',
    'sso:ListAccounts',
    { request: {} },
  ),
  happens(
    '09:17:28',
    caller(
      platform,
      { type: 'Directory', principalId: 'd-9367example', accountId: platform, userName: 'frank' },
      addresses.vpn,
      agents.firefox,
    ),
    'eu-west-1',
    'workdocs:GetDocument',
    { request: { documentId: hexOf('document', 40) } },
  ),
  happens(
    '09:20:40',
    caller(
      platform,
      {
        type: 'Role',
        principalId: principalIdOf('AROA', platform, 'DeviceFleet'),
        arn: `arn:aws:iam::${platform}:role/DeviceFleet`,
        accountId: platform,
        userName: 'DeviceFleet',
      },
      '198.51.100.9',
      'aws-iot-device-sdk-embedded-c/4.0',
    ),
    'us-west-2',
    'iot:DescribeEndpoint',
    { request: { endpointType: 'iot:CredentialProvider' } },
  ),
  happens(
    '09:48:16',
    {
      ...actors.bob,
      identity: {
        ...actors.bob.identity,
        sessionContext: { ...(actors.bob.identity.sessionContext as JsonObject), sessionIssuer: {} },
      },
    },
    'us-east-1',
    'ec2:DescribeVolumes',
    { request: { volumeSet: {}, filterSet: {} } },
  ),
  ...Array.from({ length: 46 }, (_, at) =>
    happens(
      `${String(8 + Math.floor((at * 7 + 3) / 60)).padStart(2, '0')}:${String((at * 7 + 3) % 60).padStart(2, '0')}:${String((at * 13) % 60).padStart(2, '0')}`,
      actors.reader,
      'us-east-1',
      's3:GetObject',
      {
        label: `reader ${at}`,
        request: {
          bucketName: 'public-press-kit',
          Host: 'public-press-kit.s3.amazonaws.com',
          key: ['logo.svg', 'press/photo-1.jpg', 'press/release-2026-03.pdf', 'wp-login.php'][at % 4]!,
        },
        ...(at % 4 === 3 ? { error: ['NoSuchKey', 'The specified key does not exist.'] as const } : {}),
        more: {
          additionalEventData: {
            bytesTransferredIn: 0,
            bytesTransferredOut: 1200 + at * 31,
            AuthenticationMethod: 'None',
          },
        },
      },
    ),
  ),
];

/** The hourly job that looks whether the trail runs, and starts it again when it does not. */
const keeper: readonly Happening[] = ['08', '09', '10', '11', '12', '13'].flatMap((hour) => [
  happens(`${hour}:40:01`, actors.trailKeeper, 'us-east-1', 'cloudtrail:GetTrailStatus', {
    request: { name: `arn:aws:cloudtrail:us-east-1:${platform}:trail/main-trail` },
  }),
  ...(hour === '11'
    ? [
        happens('11:40:03', actors.trailKeeper, 'us-east-1', 'cloudtrail:StartLogging', {
          request: { name: `arn:aws:cloudtrail:us-east-1:${platform}:trail/main-trail` },
        }),
      ]
    : []),
]);

/** Events that AWS writes about itself, and texts that want watching. */
const curiosities: readonly Happening[] = [
  happens(
    '09:00:02',
    caller(platform, { accountId: platform, invokedBy: 'AWS Internal' }, 'AWS Internal', 'AWS Internal'),
    'us-east-1',
    'kms:RotateKey',
    {
      more: {
        ...serviceEvent,
        serviceEventDetails: { keyId: estates[platform]!.keys[0]!, rotationType: 'AUTOMATIC' },
      },
    },
  ),
  happens(
    '10:30:00',
    caller(
      media,
      { accountId: media, invokedBy: 'ec2.amazonaws.com' },
      'ec2.amazonaws.com',
      'ec2.amazonaws.com',
    ),
    'us-west-2',
    'ec2:BidEvictedEvent',
    {
      more: { ...serviceEvent, serviceEventDetails: { instanceIdSet: [estates[media]!.instances[1]!] } },
    },
  ),
  happens(
    '12:12:12',
    caller(security, { accountId: security }, 'AWS Internal', 'AWS Internal'),
    'eu-west-1',
    's3:LifecycleExpiration',
    {
      more: { ...serviceEvent, serviceEventDetails: { bucketName: 'findings-777788889999', expired: 412 } },
    },
  ),
  happens('10:31:07.482', actors.studioDesk, 'us-west-2', 'medialive:DescribeChannel', {
    request: { channelId: '2750932' },
  }),
  happens(
    '09:10:55',
    { ...thief.deploy, agent: 'aws-cli/2.15.30 \u001b]0;all quiet\u0007\u001b[2J\u202elive' },
    'us-west-2',
    'kinesisvideo:DescribeSignalingChannel',
    {
      request: { channelName: 'lobby-cam' },
      error: ['ResourceNotFoundException', 'The requested channel is not found or not active.'],
    },
  ),
  happens(
    '11:26:30',
    caller(
      media,
      { type: 'AWSAccount', principalId: thief.archive.identity!.principalId!, accountId: media },
      '10.60.3.99',
      agents.boto,
    ),
    'us-east-1',
    's3:GetObject',
    {
      request: {
        bucketName: 'findings-777788889999',
        Host: 'findings-777788889999.s3.amazonaws.com',
        key: 'latest.json',
      },
      error: ['VpceAccessDenied', 'The request was denied due to a VPC endpoint policy'],
      more: {
        eventType: 'AwsVpceEvent',
        eventCategory: 'NetworkActivity',
        vpcEndpointId: 'vpce-0f1e2d3c4b5a69788',
        vpcEndpointAccountId: media,
        managementEvent: false,
      },
    },
  ),
];

/** Everything odd that is still a call. */
export const oddities: readonly Happening[] = [...sessions, ...rareCallers, ...keeper, ...curiosities];

const insight = (clock: string, state: string): Delivered => ({
  timeMs: Date.parse(`2026-03-04T${clock}Z`),
  account: media,
  region: 'us-east-1',
  record: {
    eventVersion: '1.08',
    eventTime: `2026-03-04T${clock}Z`,
    awsRegion: 'us-east-1',
    eventID: uuidOf(`insight ${state}`),
    eventType: 'AwsCloudTrailInsight',
    recipientAccountId: media,
    sharedEventID: uuidOf('insight'),
    insightDetails: {
      state,
      eventSource: 'iam.amazonaws.com',
      eventName: 'UpdateAssumeRolePolicy',
      insightType: 'ApiCallRateInsight',
      insightContext: {
        statistics: {
          baseline: { average: 0.0001984 },
          insight: { average: 1 },
          insightDuration: 1,
          baselineDuration: 10080,
        },
      },
    },
    eventCategory: 'Insight',
  },
});

const aggregated: Delivered = {
  timeMs: Date.parse('2026-03-04T11:15:00Z'),
  account: media,
  region: 'us-east-1',
  record: {
    eventVersion: '1.0',
    accountId: media,
    eventId: uuidOf('aggregated'),
    eventCategory: 'Aggregated',
    eventType: 'AwsAggregatedEvent',
    awsRegion: 'us-east-1',
    eventSource: 's3.amazonaws.com',
    timeWindow: {
      windowStart: '2026-03-04T11:15:00Z',
      windowEnd: '2026-03-04T11:20:00Z',
      windowSize: 'PT5M',
    },
    summary: {
      primaryDimension: {
        dimension: 'resourceARN',
        statistics: [
          { name: 'arn:aws:s3:::media-masters', value: 24 },
          { name: 'arn:aws:s3:::media-thumbnails', value: 9 },
        ],
      },
      details: [
        {
          dimension: 'eventName',
          statistics: [
            { name: 'GetObject', value: 27 },
            { name: 'PutObject', value: 6 },
          ],
        },
      ],
    },
  },
};

/** Records that are no calls: insights and an aggregate. */
export const records: readonly Delivered[] = [
  insight('09:36:00', 'Start'),
  insight('09:37:00', 'End'),
  aggregated,
];

/** Accounts that must never look like the company's own. */
export const outsiders = [vendor, foreign] as const;
