import { type ActorName, actors } from './actors.ts';
import { calls, type Scene } from './calls.ts';
import { accounts, estates } from './estate.ts';
import type { JsonObject } from './json.ts';
import { randomOf } from './random.ts';
import type { Happening } from './record.ts';

/** What one actor does all day: how often, where, in which calls. */
type Routine = {
  readonly actor: ActorName;
  /** Number of calls over the whole time. */
  readonly count: number;
  /** First and last minute, `HH:MM` in UTC. */
  readonly hours: readonly [start: string, end: string];
  readonly regions: readonly (readonly [string, number])[];
  readonly calls: readonly (readonly [string, number])[];
  /** Where the calls are recorded, the actor's own account unless it says otherwise. */
  readonly account?: string;
  /** Calls come in this many bursts; left out: evenly spread. */
  readonly bursts?: number;
};

const east = [['us-east-1', 1]] as const;
const west = [['us-west-2', 1]] as const;
const ireland = [['eu-west-1', 1]] as const;
const mostlyEast = [
  ['us-east-1', 6],
  ['us-west-2', 2],
  ['eu-west-1', 2],
] as const;
const day = ['08:02', '13:47'] as const;

const routines: readonly Routine[] = [
  // People
  {
    actor: 'alice',
    count: 95,
    hours: ['08:09', '13:20'],
    regions: mostlyEast,
    bursts: 14,
    calls: [
      ['kinesis:ListStreams', 3],
      ['kinesis:DescribeStreamSummary', 4],
      ['kinesis:ListShards', 2],
      ['kinesisvideo:ListStreams', 2],
      ['s3:ListBuckets', 2],
      ['sts:GetCallerIdentity', 2],
      ['lambda:GetFunction20150331v2', 2],
      ['monitoring:GetMetricData', 1],
    ],
  },
  {
    actor: 'aliceDeploy',
    count: 40,
    hours: ['08:21', '09:02'],
    regions: east,
    bursts: 4,
    calls: [
      ['lambda:GetFunction20150331v2', 3],
      ['lambda:UpdateFunctionCode20150331v2', 1],
      ['kinesis:DescribeStream', 3],
      ['kinesis:UpdateShardCount', 1],
      ['medialive:ListInputs', 1],
    ],
  },
  {
    actor: 'bob',
    count: 250,
    hours: ['08:05', '12:40'],
    regions: mostlyEast,
    bursts: 16,
    calls: [
      ['ec2:DescribeInstances', 5],
      ['ec2:DescribeVolumes', 3],
      ['ec2:DescribeSecurityGroups', 3],
      ['ec2:DescribeSnapshots', 2],
      ['lambda:ListFunctions20150331', 2],
      ['iam:ListRoles', 2],
      ['iam:GetRole', 3],
      ['iam:ListAttachedRolePolicies', 2],
      ['s3:GetBucketPolicy', 3],
      ['s3:GetBucketAcl', 2],
      ['s3:GetBucketPublicAccessBlock', 2],
      ['s3:GetBucketEncryption', 2],
      ['kms:ListAliases', 2],
      ['monitoring:DescribeAlarms', 2],
      ['kinesisanalytics:ListApplications', 1],
      ['ec2:CreateTags', 1],
    ],
  },
  {
    actor: 'carol',
    count: 190,
    hours: ['08:32', '13:40'],
    regions: [
      ['us-east-1', 4],
      ['eu-west-1', 2],
    ],
    bursts: 11,
    calls: [
      ['cloudtrail:LookupEvents', 4],
      ['cloudtrail:DescribeTrails', 1],
      ['securityhub:GetFindings', 4],
      ['guardduty:ListFindings', 3],
      ['config:SelectResourceConfig', 2],
      ['iam:GenerateCredentialReport', 1],
      ['iam:GetAccountSummary', 1],
      ['s3:GetBucketPolicy', 1],
    ],
  },
  {
    actor: 'dave',
    count: 150,
    hours: ['09:02', '13:10'],
    regions: ireland,
    bursts: 12,
    calls: [
      ['athena:StartQueryExecution', 3],
      ['athena:GetQueryExecution', 6],
      ['glue:GetTable', 4],
      ['kinesisanalytics:DescribeApplication', 2],
      ['s3:GetObject', 3],
    ],
  },
  {
    actor: 'erin',
    count: 110,
    hours: ['08:11', '13:30'],
    regions: mostlyEast,
    bursts: 9,
    calls: [
      ['iam:ListUsers', 2],
      ['iam:GetUser', 3],
      ['iam:ListAccessKeys', 2],
      ['iam:GetRole', 2],
      ['kms:DescribeKey', 2],
      ['cloudformation:DescribeStacks', 3],
      ['logs:DescribeLogGroups', 2],
      ['logs:StartQuery', 1],
      ['secretsmanager:ListSecrets', 1],
    ],
  },
  {
    actor: 'studioDesk',
    count: 120,
    hours: ['08:20', '13:45'],
    regions: west,
    bursts: 14,
    calls: [
      ['medialive:ListChannels', 3],
      ['medialive:DescribeChannel', 5],
      ['medialive:DescribeInput', 4],
      ['medialive:BatchUpdateSchedule', 2],
      ['medialive:StartChannel', 1],
      ['kinesisvideo:ListSignalingChannels', 2],
      ['kinesisvideo:DescribeSignalingChannel', 2],
    ],
  },

  // Pipelines
  {
    actor: 'terraform',
    count: 230,
    hours: ['08:30', '13:20'],
    regions: mostlyEast,
    bursts: 6,
    calls: [
      ['iam:GetRole', 5],
      ['iam:ListAttachedRolePolicies', 4],
      ['s3:GetBucketPolicy', 4],
      ['s3:GetBucketAcl', 3],
      ['s3:GetBucketPublicAccessBlock', 3],
      ['ec2:DescribeSecurityGroups', 3],
      ['ec2:DescribeVolumes', 2],
      ['kms:DescribeKey', 3],
      ['lambda:GetFunction20150331v2', 4],
      ['kinesis:DescribeStreamSummary', 2],
      ['cloudtrail:DescribeTrails', 1],
      ['cloudtrail:GetTrailStatus', 1],
      ['cloudtrail:GetEventSelectors', 1],
      ['kinesisvideo:DescribeStream', 1],
      ['sts:GetCallerIdentity', 1],
    ],
  },
  {
    actor: 'release',
    count: 150,
    hours: ['08:16', '13:00'],
    regions: east,
    bursts: 5,
    calls: [
      ['ecr:GetAuthorizationToken', 2],
      ['ecr:BatchGetImage', 3],
      ['s3:PutObject', 5],
      ['cloudformation:DescribeStacks', 4],
      ['cloudformation:UpdateStack', 1],
      ['lambda:UpdateFunctionCode20150331v2', 1],
    ],
  },
  {
    actor: 'deployByStack',
    count: 60,
    hours: ['09:41', '12:30'],
    regions: east,
    bursts: 4,
    calls: [
      ['lambda:GetFunction20150331v2', 3],
      ['iam:GetRole', 2],
      ['iam:PassRole', 1],
      ['ec2:DescribeSecurityGroups', 2],
    ],
  },
  {
    actor: 'mediaCi',
    count: 190,
    hours: ['08:06', '13:40'],
    regions: [
      ['us-west-2', 3],
      ['us-east-1', 1],
    ],
    bursts: 20,
    calls: [
      ['medialive:ListChannels', 2],
      ['medialive:DescribeChannel', 4],
      ['medialive:ListInputs', 2],
      ['kinesisvideo:DescribeStream', 3],
      ['kinesisvideo:ListStreams', 2],
      ['kinesisvideo:UpdateDataRetention', 1],
      ['sts:GetCallerIdentity', 1],
    ],
  },

  // Machines
  {
    actor: 'webServer',
    count: 320,
    hours: day,
    regions: east,
    calls: [
      ['kinesis:PutRecords', 4],
      ['kms:GenerateDataKey', 3],
      ['s3:GetObject', 2],
      ['s3:HeadObject', 2],
      ['ssm:GetParameter', 1],
      ['secretsmanager:GetSecretValue', 1],
    ],
  },
  {
    actor: 'oldWorker',
    count: 150,
    hours: day,
    regions: east,
    calls: [
      ['ssm:UpdateInstanceInformation', 6],
      ['s3:GetObject', 2],
      ['kinesis:GetRecords', 2],
    ],
  },
  {
    actor: 'encoder',
    count: 220,
    hours: day,
    regions: west,
    calls: [
      ['kinesisvideo:PutMedia', 3],
      ['kinesisvideo:GetDataEndpoint', 3],
      ['s3:PutObject', 3],
      ['kms:GenerateDataKey', 2],
      ['medialive:DescribeChannel', 1],
    ],
  },
  {
    actor: 'thumbnailer',
    count: 330,
    hours: day,
    regions: east,
    calls: [
      ['s3:GetObject', 5],
      ['s3:PutObject', 4],
      ['kms:Decrypt', 3],
      ['s3:HeadObject', 2],
    ],
  },
  {
    actor: 'orderIntake',
    count: 330,
    hours: day,
    regions: east,
    calls: [
      ['kinesis:PutRecords', 4],
      ['kms:Decrypt', 3],
      ['logs:CreateLogStream', 2],
      ['kinesis:DescribeStreamSummary', 1],
    ],
  },
  {
    actor: 'payments',
    count: 240,
    hours: day,
    regions: ireland,
    calls: [
      ['secretsmanager:GetSecretValue', 2],
      ['kms:Decrypt', 4],
      ['kinesis:PutRecords', 3],
      ['s3:PutObject', 2],
    ],
  },
  {
    actor: 'nightlySync',
    count: 90,
    hours: ['08:02', '08:49'],
    regions: east,
    calls: [
      ['s3:GetObject', 5],
      ['s3:PutObject', 4],
      ['s3:ListObjects', 1],
      ['kms:Decrypt', 2],
    ],
  },
  {
    actor: 'autoScaling',
    count: 130,
    hours: day,
    regions: mostlyEast,
    bursts: 24,
    calls: [
      ['ec2:DescribeInstanceStatus', 4],
      ['ec2:DescribeInstances', 4],
      ['ec2:RunInstances', 1],
      ['ec2:TerminateInstances', 1],
      ['autoscaling:SetDesiredCapacity', 1],
    ],
  },
  {
    actor: 'config',
    count: 160,
    hours: ['08:02', '10:51'],
    regions: [
      ['us-east-1', 2],
      ['us-west-2', 1],
    ],
    bursts: 10,
    calls: [
      ['s3:GetBucketAcl', 3],
      ['s3:GetBucketEncryption', 3],
      ['ec2:DescribeSecurityGroups', 2],
      ['iam:GetRole', 2],
      ['kinesis:DescribeStreamSummary', 2],
      ['lambda:GetFunction20150331v2', 2],
      ['config:PutEvaluations', 2],
    ],
  },

  // AWS services
  {
    actor: 'ec2',
    count: 90,
    hours: day,
    regions: mostlyEast,
    bursts: 20,
    calls: [
      ['kms:Decrypt', 2],
      ['kms:GenerateDataKey', 1],
      ['ec2:CreateNetworkInterface', 1],
    ],
  },
  {
    actor: 'mediaLive',
    count: 60,
    hours: day,
    regions: west,
    calls: [
      ['ec2:DescribeNetworkInterfaces', 2],
      ['kms:Decrypt', 1],
    ],
  },
  {
    actor: 'cloudTrail',
    count: 210,
    hours: day,
    regions: [
      ['us-east-1', 3],
      ['eu-west-1', 1],
    ],
    calls: [
      ['s3:GetBucketAcl', 1],
      ['s3:PutObject', 4],
      ['kms:GenerateDataKey', 3],
    ],
  },
  {
    actor: 'flowLogs',
    count: 130,
    hours: day,
    regions: [
      ['us-east-1', 1],
      ['eu-west-1', 1],
    ],
    calls: [['s3:PutObject', 1]],
  },

  // Others
  {
    actor: 'vendor',
    count: 220,
    hours: day,
    regions: mostlyEast,
    bursts: 23,
    calls: [
      ['monitoring:GetMetricData', 5],
      ['ec2:DescribeInstances', 2],
      ['kinesis:ListStreams', 1],
      ['lambda:ListFunctions20150331', 1],
      ['autoscaling:DescribeAutoScalingGroups', 2],
    ],
  },
  {
    actor: 'editor',
    count: 70,
    hours: ['08:46', '13:00'],
    regions: east,
    bursts: 8,
    calls: [
      ['s3:PutObject', 2],
      ['s3:GetObject', 3],
      ['s3:ListObjects', 1],
    ],
  },
  {
    actor: 'viewer',
    count: 130,
    hours: day,
    regions: west,
    calls: [
      ['kinesisvideo:GetSignalingChannelEndpoint', 4],
      ['kinesisvideo:DescribeSignalingChannel', 3],
    ],
  },
];

/** The day of the story as milliseconds since 1970 UTC. */
export const dayMs = Date.parse('2026-03-04T00:00:00Z');

const minuteMs = 60_000;
const atMs = (clock: string) => Date.parse(`2026-03-04T${clock}:00Z`);

/** A time as CloudTrail writes it, in whole seconds. */
export const writeTime = (timeMs: number) => `${new Date(timeMs).toISOString().slice(0, 19)}Z`;

function* timesOf(routine: Routine, random: Scene['random']): Generator<number> {
  const [startMs, endMs] = [atMs(routine.hours[0]), atMs(routine.hours[1])];
  const bursts = routine.bursts;
  const starts = bursts
    ? Array.from({ length: bursts }, () => random.between(startMs, endMs - 3 * minuteMs))
    : undefined;
  for (let at = 0; at < routine.count; at++) {
    yield starts ? random.pick(starts) + random.below(3 * minuteMs) : random.between(startMs, endMs);
  }
}

function ordinaryCall(
  routine: Routine,
  scene: Scene,
  name: string,
): Pick<Happening, 'request' | 'response' | 'error' | 'more'> {
  const call = calls[name];
  if (!call) throw new Error(`the routine of ${routine.actor} has a call that no table describes: ${name}`);
  const request = call.request?.(scene);
  for (const [share, code, message] of call.failures ?? []) {
    if (scene.random.chance(share)) return { request, error: [code, message(scene, request as never)] };
  }
  const additional = call.additional?.(scene);
  return {
    request,
    response: call.response?.(scene, request as never),
    ...(additional ? { more: { additionalEventData: additional } as JsonObject } : {}),
  };
}

/** An ordinary day at the company: thousands of calls that have nothing to do with the theft. */
export function* background(): Generator<Happening> {
  for (const routine of routines) {
    const random = randomOf(`routine of ${routine.actor}`);
    const actor = actors[routine.actor];
    const account = routine.account ?? actor.account;
    let count = 0;
    for (const timeMs of timesOf(routine, random)) {
      const label = `${routine.actor} ${count++}`;
      const region = random.weighted(routine.regions);
      const call = random.weighted(routine.calls);
      const scene: Scene = {
        random,
        estate: estates[account] ?? estates[accounts.platform]!,
        account,
        region,
        label,
      };
      yield {
        time: writeTime(timeMs),
        actor,
        call,
        region,
        account,
        label,
        ...ordinaryCall(routine, scene, call),
      };
    }
  }
}
