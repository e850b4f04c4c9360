import { hexOf } from '../random.ts';
import type { Calls, Scene } from './call.ts';

const streamArn = ({ random, estate, account, region }: Scene) =>
  `arn:aws:kinesis:${region}:${account}:stream/${random.pick(estate.streams)}`;
const nameIn = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);

/** Data streams and the applications that read them. */
export const streamCalls: Calls = {
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
};
