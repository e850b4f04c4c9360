import type { ActorName } from '../actors/actors.ts';

/** Names with how often each is drawn, `ListStreams 3, DescribeStream 1`. */
export type Weights = string;

/** What one actor does all day: how often, when, where, in which calls. */
export type Routine = {
  readonly actor: ActorName;
  /** Number of calls over the whole time. */
  readonly count: number;
  /** First and last minute, `HH:MM` in UTC. */
  readonly hours: readonly [start: string, end: string];
  readonly regions: Weights;
  /** The events of each service. */
  readonly calls: Readonly<Record<string, Weights>>;
  /** Calls come in this many bursts; left out: evenly spread. */
  readonly bursts?: number;
};

const east = 'us-east-1 1';
const west = 'us-west-2 1';
const ireland = 'eu-west-1 1';
const mostlyEast = 'us-east-1 6, us-west-2 2, eu-west-1 2';
const day = ['08:02', '13:47'] as const;

/** An ordinary day, actor by actor. */
export const routines: readonly Routine[] = [
  // People
  {
    actor: 'alice',
    count: 95,
    hours: ['08:09', '13:20'],
    regions: mostlyEast,
    bursts: 14,
    calls: {
      kinesis: 'ListStreams 3, DescribeStreamSummary 4, ListShards 2',
      kinesisvideo: 'ListStreams 2',
      s3: 'ListBuckets 2',
      sts: 'GetCallerIdentity 2',
      lambda: 'GetFunction20150331v2 2',
      monitoring: 'GetMetricData 1',
    },
  },
  {
    actor: 'aliceDeploy',
    count: 40,
    hours: ['08:21', '09:02'],
    regions: east,
    bursts: 4,
    calls: {
      lambda: 'GetFunction20150331v2 3, UpdateFunctionCode20150331v2 1',
      kinesis: 'DescribeStream 3, UpdateShardCount 1',
      medialive: 'ListInputs 1',
    },
  },
  {
    actor: 'bob',
    count: 250,
    hours: ['08:05', '12:40'],
    regions: mostlyEast,
    bursts: 16,
    calls: {
      ec2: 'DescribeInstances 5, DescribeVolumes 3, DescribeSecurityGroups 3, DescribeSnapshots 2, CreateTags 1',
      lambda: 'ListFunctions20150331 2',
      iam: 'ListRoles 2, GetRole 3, ListAttachedRolePolicies 2',
      s3: 'GetBucketPolicy 3, GetBucketAcl 2, GetBucketPublicAccessBlock 2, GetBucketEncryption 2',
      kms: 'ListAliases 2',
      monitoring: 'DescribeAlarms 2',
      kinesisanalytics: 'ListApplications 1',
    },
  },
  {
    actor: 'carol',
    count: 190,
    hours: ['08:32', '13:40'],
    regions: 'us-east-1 4, eu-west-1 2',
    bursts: 11,
    calls: {
      cloudtrail: 'LookupEvents 4, DescribeTrails 1',
      securityhub: 'GetFindings 4',
      guardduty: 'ListFindings 3',
      config: 'SelectResourceConfig 2',
      iam: 'GenerateCredentialReport 1, GetAccountSummary 1',
      s3: 'GetBucketPolicy 1',
    },
  },
  {
    actor: 'dave',
    count: 150,
    hours: ['09:02', '13:10'],
    regions: ireland,
    bursts: 12,
    calls: {
      athena: 'StartQueryExecution 3, GetQueryExecution 6',
      glue: 'GetTable 4',
      kinesisanalytics: 'DescribeApplication 2',
      s3: 'GetObject 3',
    },
  },
  {
    actor: 'erin',
    count: 110,
    hours: ['08:11', '13:30'],
    regions: mostlyEast,
    bursts: 9,
    calls: {
      iam: 'ListUsers 2, GetUser 3, ListAccessKeys 2, GetRole 2',
      kms: 'DescribeKey 2',
      cloudformation: 'DescribeStacks 3',
      logs: 'DescribeLogGroups 2, StartQuery 1',
      secretsmanager: 'ListSecrets 1',
    },
  },
  {
    actor: 'studioDesk',
    count: 120,
    hours: ['08:20', '13:45'],
    regions: west,
    bursts: 14,
    calls: {
      medialive: 'ListChannels 3, DescribeChannel 5, DescribeInput 4, BatchUpdateSchedule 2, StartChannel 1',
      kinesisvideo: 'ListSignalingChannels 2, DescribeSignalingChannel 2',
    },
  },

  // Pipelines
  {
    actor: 'terraform',
    count: 230,
    hours: ['08:30', '13:20'],
    regions: mostlyEast,
    bursts: 6,
    calls: {
      iam: 'GetRole 5, ListAttachedRolePolicies 4',
      s3: 'GetBucketPolicy 4, GetBucketAcl 3, GetBucketPublicAccessBlock 3',
      ec2: 'DescribeSecurityGroups 3, DescribeVolumes 2',
      kms: 'DescribeKey 3',
      lambda: 'GetFunction20150331v2 4',
      kinesis: 'DescribeStreamSummary 2',
      cloudtrail: 'DescribeTrails 1, GetTrailStatus 1, GetEventSelectors 1',
      kinesisvideo: 'DescribeStream 1',
      sts: 'GetCallerIdentity 1',
    },
  },
  {
    actor: 'release',
    count: 150,
    hours: ['08:16', '13:00'],
    regions: east,
    bursts: 5,
    calls: {
      ecr: 'GetAuthorizationToken 2, BatchGetImage 3',
      s3: 'PutObject 5',
      cloudformation: 'DescribeStacks 4, UpdateStack 1',
      lambda: 'UpdateFunctionCode20150331v2 1',
    },
  },
  {
    actor: 'deployByStack',
    count: 60,
    hours: ['09:41', '12:30'],
    regions: east,
    bursts: 4,
    calls: {
      lambda: 'GetFunction20150331v2 3',
      iam: 'GetRole 2, PassRole 1',
      ec2: 'DescribeSecurityGroups 2',
    },
  },
  {
    actor: 'mediaCi',
    count: 190,
    hours: ['08:06', '13:40'],
    regions: 'us-west-2 3, us-east-1 1',
    bursts: 20,
    calls: {
      medialive: 'ListChannels 2, DescribeChannel 4, ListInputs 2',
      kinesisvideo: 'DescribeStream 3, ListStreams 2, UpdateDataRetention 1',
      sts: 'GetCallerIdentity 1',
    },
  },

  // Machines
  {
    actor: 'webServer',
    count: 320,
    hours: ['08:06', '13:47'],
    regions: east,
    calls: {
      kinesis: 'PutRecords 4',
      kms: 'GenerateDataKey 3',
      s3: 'GetObject 2, HeadObject 2',
      ssm: 'GetParameter 1',
      secretsmanager: 'GetSecretValue 1',
    },
  },
  {
    actor: 'oldWorker',
    count: 150,
    hours: day,
    regions: east,
    calls: {
      ssm: 'UpdateInstanceInformation 6',
      s3: 'GetObject 2',
      kinesis: 'GetRecords 2',
    },
  },
  {
    actor: 'encoder',
    count: 220,
    hours: day,
    regions: west,
    calls: {
      kinesisvideo: 'PutMedia 3, GetDataEndpoint 3',
      s3: 'PutObject 3',
      kms: 'GenerateDataKey 2',
      medialive: 'DescribeChannel 1',
    },
  },
  {
    actor: 'thumbnailer',
    count: 330,
    hours: ['08:05', '13:47'],
    regions: east,
    calls: {
      s3: 'GetObject 5, PutObject 4, HeadObject 2',
      kms: 'Decrypt 3',
    },
  },
  {
    actor: 'orderIntake',
    count: 330,
    hours: ['08:04', '13:47'],
    regions: east,
    calls: {
      kinesis: 'PutRecords 4, DescribeStreamSummary 1',
      kms: 'Decrypt 3',
      logs: 'CreateLogStream 2',
    },
  },
  {
    actor: 'payments',
    count: 240,
    hours: day,
    regions: ireland,
    calls: {
      secretsmanager: 'GetSecretValue 2',
      kms: 'Decrypt 4',
      kinesis: 'PutRecords 3',
      s3: 'PutObject 2',
    },
  },
  {
    actor: 'nightlySync',
    count: 90,
    hours: ['08:02', '08:49'],
    regions: east,
    calls: {
      s3: 'GetObject 5, PutObject 4, ListObjects 1',
      kms: 'Decrypt 2',
    },
  },
  {
    actor: 'autoScaling',
    count: 130,
    hours: day,
    regions: mostlyEast,
    bursts: 24,
    calls: {
      ec2: 'DescribeInstanceStatus 4, DescribeInstances 4, RunInstances 1, TerminateInstances 1',
      autoscaling: 'SetDesiredCapacity 1',
    },
  },
  {
    actor: 'config',
    count: 160,
    hours: ['08:02', '10:51'],
    regions: 'us-east-1 2, us-west-2 1',
    bursts: 10,
    calls: {
      s3: 'GetBucketAcl 3, GetBucketEncryption 3',
      ec2: 'DescribeSecurityGroups 2',
      iam: 'GetRole 2',
      kinesis: 'DescribeStreamSummary 2',
      lambda: 'GetFunction20150331v2 2',
      config: 'PutEvaluations 2',
    },
  },

  // AWS services
  {
    actor: 'ec2',
    count: 90,
    hours: day,
    regions: mostlyEast,
    bursts: 20,
    calls: {
      kms: 'Decrypt 2, GenerateDataKey 1',
      ec2: 'CreateNetworkInterface 1',
    },
  },
  {
    actor: 'mediaLive',
    count: 60,
    hours: day,
    regions: west,
    calls: {
      ec2: 'DescribeNetworkInterfaces 2',
      kms: 'Decrypt 1',
    },
  },
  {
    actor: 'cloudTrail',
    count: 210,
    hours: day,
    regions: 'us-east-1 3, eu-west-1 1',
    calls: {
      s3: 'GetBucketAcl 1, PutObject 4',
      kms: 'GenerateDataKey 3',
    },
  },
  {
    actor: 'flowLogs',
    count: 130,
    hours: day,
    regions: 'us-east-1 1, eu-west-1 1',
    calls: {
      s3: 'PutObject 1',
    },
  },

  // Others
  {
    actor: 'vendor',
    count: 220,
    hours: ['08:04', '13:47'],
    regions: mostlyEast,
    bursts: 23,
    calls: {
      monitoring: 'GetMetricData 5',
      ec2: 'DescribeInstances 2',
      kinesis: 'ListStreams 1',
      lambda: 'ListFunctions20150331 1',
      autoscaling: 'DescribeAutoScalingGroups 2',
    },
  },
  {
    actor: 'editor',
    count: 70,
    hours: ['08:46', '13:00'],
    regions: east,
    bursts: 8,
    calls: {
      s3: 'PutObject 2, GetObject 3, ListObjects 1',
    },
  },
  {
    actor: 'viewer',
    count: 130,
    hours: day,
    regions: west,
    calls: {
      kinesisvideo: 'GetSignalingChannelEndpoint 4, DescribeSignalingChannel 3',
    },
  },
];
