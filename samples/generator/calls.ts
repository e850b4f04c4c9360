import { accounts, type Estate, resourceId } from './estate.ts';
import type { Json } from './json.ts';
import { hexOf, type Random } from './random.ts';

/** Where a call is made and what it may draw on. */
export type Scene = {
  readonly random: Random;
  readonly estate: Estate;
  readonly account: string;
  readonly region: string;
  /** Unique to the call. */
  readonly label: string;
};

/** What an ordinary call carries. Left out: null, as AWS writes it. */
export type Call = {
  readonly request?: (scene: Scene) => Json;
  /** The answer, from the request that was drawn. */
  readonly response?: (scene: Scene, request: never) => Json;
  /** additionalEventData. */
  readonly additional?: (scene: Scene) => Json;
  /** Failures that happen on ordinary days: code, message, and the share of calls that end so. */
  readonly failures?: readonly (readonly [
    share: number,
    code: string,
    message: (scene: Scene, request: never) => string,
  ])[];
};

const streamArn = ({ random, estate, account, region }: Scene) =>
  `arn:aws:kinesis:${region}:${account}:stream/${random.pick(estate.streams)}`;
const nameIn = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);
const videoArn = (scene: Scene, name = scene.random.pick(scene.estate.cameras)) =>
  `arn:aws:kinesisvideo:${scene.region}:${scene.account}:stream/${name}/16${hexOf(name, 11).replace(/\D/g, '7')}`;
const keyArn = ({ random, estate, account, region }: Scene) =>
  `arn:aws:kms:${region}:${account}:key/${random.pick(estate.keys)}`;

const objectKeys: Readonly<Record<string, (random: Random) => string>> = {
  'orders-landing': (random) =>
    `2026/03/04/${String(random.between(8, 14)).padStart(2, '0')}/part-${random.between(1000, 9999)}.json.gz`,
  'orders-reports': (random) => `daily/orders-2026-03-0${random.between(1, 5)}.csv`,
  'finance-reports': (random) => `2026/q1/ledger-${random.between(1, 13)}.xlsx`,
  'public-press-kit': (random) =>
    random.pick([
      'logo.svg',
      'press/photo-1.jpg',
      'press/photo-2.jpg',
      'press/release-2026-03.pdf',
      'favicon.ico',
      'robots.txt',
    ]),
  'media-masters': (random) =>
    `masters/season-4/episode-${random.between(1, 13)}/reel-${random.between(1, 9)}.mxf`,
  'media-thumbnails': (random) => `t/${random.between(100, 999)}/${random.between(1000, 9999)}.webp`,
  'live-recordings': (random) => `studio/2026-03-0${random.between(1, 5)}/cam-${random.between(1, 3)}.ts`,
};

function object({ random, estate }: Scene) {
  const bucketName = random.pick(
    estate.buckets.filter((name) => name !== 'customers-export' && name !== 'finance-reports'),
  );
  const key = (objectKeys[bucketName] ?? ((draw: Random) => `objects/${draw.between(1000, 9999)}`))(random);
  return { bucketName, Host: `${bucketName}.s3.amazonaws.com`, key };
}

const bucket = ({ random, estate }: Scene) => {
  const bucketName = random.pick(estate.buckets);
  return { bucketName, Host: `${bucketName}.s3.amazonaws.com` };
};

const transfer = ({ random, label }: Scene) => ({
  SignatureVersion: 'SigV4',
  CipherSuite: 'TLS_AES_128_GCM_SHA256',
  bytesTransferredIn: 0,
  AuthenticationMethod: 'AuthHeader',
  'x-amz-id-2': hexOf(`id-2 ${label}`, 12),
  bytesTransferredOut: random.between(2_000, 900_000),
});

const throttled = (share: number) => [share, 'ThrottlingException', () => 'Rate exceeded'] as const;
const tooManyRequests = (share: number) =>
  [share, 'Client.RequestLimitExceeded', () => 'Request limit exceeded.'] as const;

/** Every call of an ordinary day, with the parameters that AWS's API names. */
export const calls: Readonly<Record<string, Call>> = {
  'kinesis:ListStreams': { request: () => ({ limit: 100 }) },
  'kinesis:DescribeStreamSummary': {
    request: (scene) => ({ streamARN: streamArn(scene) }),
    failures: [[0.02, 'LimitExceededException', () => 'Rate exceeded for stream under account.']],
  },
  'kinesis:DescribeStream': {
    request: ({ random, estate }) => ({ streamName: random.pick([...estate.streams, 'orders-test']) }),
    failures: [
      [
        0.06,
        'ResourceNotFoundException',
        ({ account }, request: { streamName: string }) =>
          `Stream ${request.streamName} under account ${account} not found.`,
      ],
    ],
  },
  'kinesis:ListShards': { request: (scene) => ({ streamARN: streamArn(scene), maxResults: 1000 }) },
  'kinesis:GetShardIterator': {
    request: (scene) => ({
      streamARN: streamArn(scene),
      shardId: `shardId-00000000000${scene.random.below(4)}`,
      shardIteratorType: 'LATEST',
    }),
  },
  'kinesis:GetRecords': {
    request: (scene) => ({
      streamARN: streamArn(scene),
      limit: 1000,
      shardIterator: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    }),
  },
  'kinesis:PutRecords': {
    request: (scene) => {
      const streamARN = streamArn(scene);
      return { streamARN, streamName: nameIn(streamARN), records: 'HIDDEN_DUE_TO_SECURITY_REASONS' };
    },
    response: ({ random }) => ({ failedRecordCount: random.chance(0.05) ? 1 : 0, encryptionType: 'KMS' }),
    failures: [
      [
        0.02,
        'ProvisionedThroughputExceededException',
        (_, request: { streamName: string }) =>
          `Rate exceeded for shard shardId-000000000001 in stream ${request.streamName}.`,
      ],
    ],
  },
  'kinesis:UpdateShardCount': {
    request: (scene) => ({
      streamName: scene.random.pick(scene.estate.streams),
      targetShardCount: scene.random.between(4, 9),
      scalingType: 'UNIFORM_SCALING',
    }),
    response: (_, request: { streamName: string; targetShardCount: number }) => ({
      streamName: request.streamName,
      currentShardCount: 4,
      targetShardCount: request.targetShardCount,
    }),
  },
  'kinesis:AddTagsToStream': {
    request: (scene) => ({
      streamName: scene.random.pick(scene.estate.streams),
      tags: { team: 'orders', stage: 'live' },
    }),
  },

  'kinesisvideo:ListStreams': { request: () => ({ maxResults: 50 }) },
  'kinesisvideo:DescribeStream': { request: (scene) => ({ streamARN: videoArn(scene) }) },
  'kinesisvideo:GetDataEndpoint': {
    request: (scene) => ({
      streamARN: videoArn(scene),
      aPIName: scene.random.pick(['PUT_MEDIA', 'GET_HLS_STREAMING_SESSION_URL', 'GET_MEDIA']),
    }),
  },
  'kinesisvideo:PutMedia': {
    request: (scene) => ({
      streamARN: videoArn(scene),
      fragmentTimecodeType: 'ABSOLUTE',
      producerStartTimestamp: 'Mar 4, 2026, 8:00:00 AM',
    }),
  },
  'kinesisvideo:ListSignalingChannels': {
    request: () => ({
      channelNameCondition: { comparisonOperator: 'BEGINS_WITH', comparisonValue: 'lobby' },
    }),
  },
  'kinesisvideo:DescribeSignalingChannel': { request: () => ({ channelName: 'lobby-cam' }) },
  'kinesisvideo:GetSignalingChannelEndpoint': {
    request: (scene) => ({
      channelARN: `arn:aws:kinesisvideo:${scene.region}:${scene.account}:channel/lobby-cam/1709035511201`,
      singleMasterChannelEndpointConfiguration: { protocols: ['WSS', 'HTTPS'], role: 'VIEWER' },
    }),
  },
  'kinesisvideo:UpdateDataRetention': {
    request: (scene) => ({
      streamARN: videoArn(scene),
      currentVersion: hexOf(scene.label, 12),
      operation: 'INCREASE_DATA_RETENTION',
      dataRetentionChangeInHours: 24,
    }),
  },

  'medialive:ListChannels': { request: () => ({ maxResults: '20' }) },
  'medialive:ListInputs': { request: () => ({ maxResults: '20' }) },
  'medialive:DescribeChannel': {
    request: ({ random, estate }) => ({ channelId: random.pick(estate.channels) }),
  },
  'medialive:DescribeInput': {
    request: ({ random }) => ({ inputId: String(random.between(4410, 4420)) }),
    failures: [
      [
        0.05,
        'NotFoundException',
        (_, request: { inputId: string }) => `Input with id ${request.inputId} was not found`,
      ],
    ],
  },
  'medialive:BatchUpdateSchedule': {
    request: ({ random, estate }) => {
      const position = random.between(100, 999);
      return {
        channelId: random.pick(estate.channels),
        creates: {
          scheduleActions: [
            {
              actionName: `ad-break-${position}`,
              scheduleActionStartSettings: { immediateModeScheduleActionStartSettings: {} },
              scheduleActionSettings: {
                scte35SpliceInsertSettings: { spliceEventId: position, duration: 2_700_000 },
              },
            },
          ],
        },
      };
    },
    response: () => ({ creates: { scheduleActions: [] }, deletes: { scheduleActions: [] } }),
  },
  'medialive:StartChannel': {
    request: ({ random, estate }) => ({ channelId: random.pick(estate.channels) }),
    response: ({ account, region }, request: { channelId: string }) => ({
      id: request.channelId,
      arn: `arn:aws:medialive:${region}:${account}:channel:${request.channelId}`,
      state: 'STARTING',
      channelClass: 'STANDARD',
    }),
    failures: [[0.2, 'ConflictException', () => 'Channel is not idle']],
  },

  'kinesisanalytics:ListApplications': { request: () => ({ limit: 50 }) },
  'kinesisanalytics:DescribeApplication': {
    request: ({ random, estate }) => ({
      applicationName: random.pick(estate.applications),
      includeAdditionalDetails: true,
    }),
  },
  'kinesisanalytics:ListApplicationSnapshots': {
    request: ({ random, estate }) => ({ applicationName: random.pick(estate.applications) }),
  },
  'kinesisanalytics:CreateApplicationSnapshot': {
    request: ({ random, estate, label }) => ({
      applicationName: random.pick(estate.applications),
      snapshotName: `before-${hexOf(label, 6)}`,
    }),
    response: () => ({}),
  },

  's3:ListBuckets': { request: () => ({ Host: 's3.amazonaws.com' }) },
  's3:GetBucketPolicy': {
    request: (scene) => ({ ...bucket(scene), policy: '' }),
    failures: [[0.25, 'NoSuchBucketPolicy', () => 'The bucket policy does not exist']],
  },
  's3:GetBucketAcl': { request: (scene) => ({ ...bucket(scene), acl: '' }) },
  's3:GetBucketPublicAccessBlock': {
    request: (scene) => ({ ...bucket(scene), publicAccessBlock: '' }),
    failures: [
      [
        0.15,
        'NoSuchPublicAccessBlockConfiguration',
        () => 'The public access block configuration was not found',
      ],
    ],
  },
  's3:GetBucketEncryption': { request: (scene) => ({ ...bucket(scene), encryption: '' }) },
  's3:GetObject': {
    request: object,
    additional: transfer,
    failures: [[0.02, 'NoSuchKey', () => 'The specified key does not exist.']],
  },
  's3:HeadObject': {
    request: object,
    additional: transfer,
    failures: [[0.08, 'NoSuchKey', () => 'The specified key does not exist.']],
  },
  's3:PutObject': {
    request: object,
    response: () => ({ 'x-amz-server-side-encryption': 'aws:kms' }),
    additional: ({ random }) => ({
      SignatureVersion: 'SigV4',
      AuthenticationMethod: 'AuthHeader',
      SSEApplied: 'SSE_KMS',
      bytesTransferredIn: random.between(900, 400_000),
      bytesTransferredOut: 0,
    }),
  },
  's3:ListObjects': {
    request: (scene) => ({ ...bucket(scene), 'list-type': '2', prefix: '', 'encoding-type': 'url' }),
  },

  'ec2:DescribeInstances': {
    request: ({ random, estate }) => {
      const instancesSet: Json = random.chance(0.5)
        ? { items: [{ instanceId: random.pick(estate.instances) }] }
        : {};
      return { instancesSet, filterSet: {} };
    },
    failures: [tooManyRequests(0.02)],
  },
  'ec2:DescribeVolumes': { request: () => ({ volumeSet: {}, filterSet: {} }) },
  'ec2:DescribeSecurityGroups': {
    request: () => ({ securityGroupSet: {}, securityGroupIdSet: {}, filterSet: {} }),
  },
  'ec2:DescribeSnapshots': {
    request: ({ account }) => ({ ownersSet: { items: [{ owner: account }] }, filterSet: {} }),
    failures: [tooManyRequests(0.02)],
  },
  'ec2:DescribeNetworkInterfaces': { request: () => ({ networkInterfaceIdSet: {}, filterSet: {} }) },
  'ec2:DescribeInstanceStatus': {
    request: ({ random, estate }) => ({
      instancesSet: { items: [{ instanceId: random.pick(estate.instances) }] },
      includeAllInstances: true,
    }),
  },
  'ec2:CreateTags': {
    request: ({ random, estate }) => ({
      resourcesSet: { items: [{ resourceId: random.pick(estate.instances) }] },
      tagSet: { items: [{ key: 'patch-group', value: random.pick(['blue', 'green']) }] },
    }),
    response: ({ label }) => ({ requestId: hexOf(label, 32), _return: true }),
  },
  'ec2:CreateNetworkInterface': {
    request: ({ label }) => ({
      subnetId: resourceId('subnet', 'app-a'),
      description: `ENI ${hexOf(label, 8)}`,
      groupSet: { items: [{ groupId: resourceId('sg', 'app') }] },
    }),
    response: ({ label }) => ({
      networkInterface: {
        networkInterfaceId: resourceId('eni', label),
        subnetId: resourceId('subnet', 'app-a'),
        status: 'pending',
      },
    }),
  },
  'ec2:RunInstances': {
    request: () => ({
      instancesSet: { items: [{ imageId: resourceId('ami', 'web'), minCount: 1, maxCount: 1 }] },
      instanceType: 'm7g.large',
      userData: '<sensitiveDataRemoved>',
      disableApiTermination: false,
    }),
    response: ({ label, account }) => ({
      reservationId: resourceId('r', label),
      ownerId: account,
      instancesSet: {
        items: [
          {
            instanceId: resourceId('i', label),
            imageId: resourceId('ami', 'web'),
            instanceState: { code: 0, name: 'pending' },
            instanceType: 'm7g.large',
          },
        ],
      },
    }),
  },
  'ec2:TerminateInstances': {
    request: ({ label }) => ({ instancesSet: { items: [{ instanceId: resourceId('i', label) }] } }),
    response: ({ label }) => ({
      instancesSet: {
        items: [
          {
            instanceId: resourceId('i', label),
            currentState: { code: 32, name: 'shutting-down' },
            previousState: { code: 16, name: 'running' },
          },
        ],
      },
    }),
  },

  'kms:Decrypt': {
    request: (scene) => ({
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      keyId: keyArn(scene),
      encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::${scene.random.pick(scene.estate.buckets)}` },
    }),
  },
  'kms:GenerateDataKey': {
    request: (scene) => ({
      keyId: keyArn(scene),
      keySpec: 'AES_256',
      encryptionContext: { 'aws:kinesis:arn': scene.estate.streams[0] ? streamArn(scene) : '' },
    }),
  },
  'kms:DescribeKey': { request: (scene) => ({ keyId: keyArn(scene) }) },
  'kms:ListAliases': { failures: [throttled(0.05)] },

  'lambda:ListFunctions20150331': {
    request: () => ({ maxItems: 50 }),
    failures: [[0.03, 'TooManyRequestsException', () => 'Rate exceeded']],
  },
  'lambda:GetFunction20150331v2': {
    request: ({ random, estate }) => ({
      functionName: random.pick([...estate.functions, 'order-intake-next']),
    }),
    failures: [
      [
        0.08,
        'ResourceNotFoundException',
        ({ account, region }, request: { functionName: string }) =>
          `Function not found: arn:aws:lambda:${region}:${account}:function:${request.functionName}`,
      ],
    ],
  },
  'lambda:Invoke': {
    request: ({ random, estate, account, region }) => ({
      functionName: `arn:aws:lambda:${region}:${account}:function:${random.pick(estate.functions)}`,
      invocationType: 'RequestResponse',
    }),
  },
  'lambda:UpdateFunctionCode20150331v2': {
    request: ({ random, estate }) => ({
      functionName: random.pick(estate.functions),
      s3Bucket: 'build-artifacts-111122223333',
      s3Key: `lambda/${random.between(4000, 4800)}.zip`,
      publish: true,
      dryRun: false,
    }),
    response: ({ random, account, region, label }, request: { functionName: string }) => ({
      functionName: request.functionName,
      functionArn: `arn:aws:lambda:${region}:${account}:function:${request.functionName}:${random.between(20, 90)}`,
      runtime: 'nodejs22.x',
      handler: 'index.handler',
      codeSize: random.between(20_000, 900_000),
      codeSha256: Buffer.from(hexOf(label, 64), 'hex').toString('base64'),
      lastUpdateStatus: 'InProgress',
    }),
  },

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
  'iam:GetUser': { request: ({ random, estate }) => ({ userName: random.pick(estate.users) }) },
  'iam:ListAccessKeys': { request: ({ random, estate }) => ({ userName: random.pick(estate.users) }) },
  'iam:GetAccountSummary': {},
  'iam:PassRole': { request: ({ random, estate }) => ({ roleName: random.pick(estate.roles) }) },
  'iam:GenerateCredentialReport': { response: () => ({ state: 'STARTED' }) },

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
  'ssm:UpdateInstanceInformation': {
    request: ({ random, estate }) => ({
      instanceId: random.pick(estate.instances),
      agentVersion: '3.3.1345.0',
      agentStatus: 'Active',
      platformType: 'Linux',
      platformName: 'Amazon Linux',
      platformVersion: '2023',
    }),
  },
  'ssm:GetParameter': {
    request: ({ random }) => ({
      name: random.pick(['/orders/queue-url', '/orders/feature-flags', '/orders/next']),
      withDecryption: true,
    }),
    failures: [[0.1, 'ParameterNotFound', () => '']],
  },
  'secretsmanager:GetSecretValue': {
    request: ({ random }) => ({ secretId: random.pick(['payments/gateway', 'orders/db']) }),
  },
  'secretsmanager:ListSecrets': { request: () => ({ maxResults: 100 }) },
  'ecr:GetAuthorizationToken': { request: () => ({}) },
  'ecr:BatchGetImage': {
    request: ({ account, label }) => ({
      registryId: account,
      repositoryName: 'shop-web',
      imageIds: [{ imageDigest: `sha256:${hexOf(label, 40)}` }],
    }),
  },
  'cloudformation:DescribeStacks': {
    request: () => ({ stackName: 'shop-web' }),
    failures: [[0.05, 'ValidationException', () => 'Stack with id shop-web-next does not exist']],
  },
  'cloudformation:UpdateStack': {
    request: () => ({
      stackName: 'shop-web',
      usePreviousTemplate: true,
      capabilities: ['CAPABILITY_IAM'],
      parameters: [{ parameterKey: 'Release', parameterValue: '4711' }],
    }),
    response: ({ account, region }) => ({
      stackId: `arn:aws:cloudformation:${region}:${account}:stack/shop-web/5d2a1c90-e0b7-11ef-9c1e-0a2b4c6d8e0f`,
    }),
    failures: [[0.3, 'ValidationException', () => 'No updates are to be performed.']],
  },
  'config:PutEvaluations': {
    request: () => ({ resultToken: 'HIDDEN_DUE_TO_SECURITY_REASONS', testMode: false }),
    response: () => ({ failedEvaluations: [] }),
  },
  'config:SelectResourceConfig': {
    request: () => ({ expression: "SELECT resourceId WHERE resourceType = 'AWS::S3::Bucket'" }),
  },
  'autoscaling:DescribeAutoScalingGroups': { request: () => ({ maxRecords: 100 }) },
  'autoscaling:SetDesiredCapacity': {
    request: ({ random }) => ({
      autoScalingGroupName: 'web',
      desiredCapacity: random.between(3, 9),
      honorCooldown: true,
    }),
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
  'athena:StartQueryExecution': {
    request: () => ({
      queryString: '***OBFUSCATED***',
      workGroup: 'analysts',
      resultConfiguration: { outputLocation: 's3://orders-reports/athena/' },
    }),
    response: ({ label }) => ({ queryExecutionId: hexOf(label, 32) }),
  },
  'athena:GetQueryExecution': { request: ({ label }) => ({ queryExecutionId: hexOf(label, 32) }) },
  'glue:GetTable': {
    request: ({ random }) => ({
      databaseName: 'orders',
      name: random.pick(['order_lines', 'returns', 'stock']),
    }),
    failures: [[0.06, 'EntityNotFoundException', () => 'Entity Not Found']],
  },
};
