import { thief } from '../actors/thief.ts';
import { writeTime } from '../day/background.ts';
import { accounts } from '../estate.ts';
import { hexOf, randomOf } from '../random.ts';
import type { Happening } from '../record.ts';
import { loot } from './loot.ts';

const { media } = accounts;
const startMs = Date.parse('2026-03-04T11:03:20Z');
const endMs = Date.parse('2026-03-04T11:38:30Z');

/** Every object that was copied out, in the order it was asked for. */
const objects = [
  ...Array.from({ length: 48 }, (_, at) => ({
    bucketName: 'customers-export',
    key: `2026-03/customers-${String(at).padStart(5, '0')}.parquet`,
    megabytes: 44,
  })),
  ...Array.from({ length: 12 }, (_, episode) =>
    Array.from({ length: 9 }, (_, reel) => ({
      bucketName: 'media-masters',
      key: `masters/season-5/episode-${episode + 1}/reel-${reel + 1}.mxf`,
      megabytes: 290,
    })),
  ).flat(),
];

function* objectReads(): Generator<Happening> {
  const random = randomOf('copying objects');
  for (const [at, { bucketName, key, megabytes }] of objects.entries()) {
    const timeMs =
      startMs + 45_000 + Math.floor(((endMs - startMs - 60_000) * at) / objects.length) + random.below(4000);
    const label = `copying ${bucketName}/${key}`;
    const refused = key.includes('episode-12');
    yield {
      time: writeTime(timeMs),
      actor: thief.archive,
      call: 's3:GetObject',
      region: 'us-east-1',
      label,
      command: 's3.sync',
      request: { bucketName, Host: `${bucketName}.s3.us-east-1.amazonaws.com`, key },
      ...(refused
        ? {
            error: [
              'AccessDenied',
              `User: arn:aws:sts::${media}:assumed-role/MediaArchive/nightly-sync is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
            ] as const,
          }
        : {}),
      more: {
        additionalEventData: {
          SignatureVersion: 'SigV4',
          CipherSuite: 'TLS_AES_128_GCM_SHA256',
          bytesTransferredIn: 0,
          SSEApplied: 'SSE_KMS',
          AuthenticationMethod: 'AuthHeader',
          'x-amz-id-2': hexOf(label, 12),
          bytesTransferredOut: refused
            ? 612
            : Math.floor(megabytes * (0.8 + random.next() * 0.4) * 1_048_576),
        },
      },
    };
    if (at % 6 === 0) yield decryption(timeMs, bucketName, label);
  }
}

/** S3 decrypts on the caller's behalf: the call comes from inside AWS, under the caller's name. */
function decryption(timeMs: number, bucketName: string, label: string): Happening {
  const identity = { ...thief.archive.identity, invokedBy: 'AWS Internal' };
  return {
    time: writeTime(timeMs),
    actor: { ...thief.archive, identity, from: 'AWS Internal', agent: 'AWS Internal' },
    call: 'kms:Decrypt',
    region: 'us-east-1',
    label: `decrypting for ${label}`,
    request: {
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::${bucketName}` },
    },
    more: { resources: [{ accountId: media, type: 'AWS::KMS::Key', ARN: loot.mediaKey }] },
  };
}

function* streamReads(): Generator<Happening> {
  const random = randomOf('copying streams');
  for (let shard = 0; shard < 4; shard++) {
    const shared = { actor: thief.prodAgain, region: 'us-east-1' } as const;
    yield {
      ...shared,
      time: writeTime(startMs + shard * 2000),
      call: 'kinesis:GetShardIterator',
      label: `iterator of shard ${shard}`,
      request: {
        streamARN: loot.customers,
        shardId: `shardId-00000000000${shard}`,
        shardIteratorType: 'TRIM_HORIZON',
      },
    };
    for (let read = 0; read < 14; read++) {
      const timeMs = startMs + 20_000 + read * 145_000 + random.below(90_000);
      const busy = random.chance(0.1);
      yield {
        ...shared,
        time: writeTime(Math.min(timeMs, endMs)),
        call: 'kinesis:GetRecords',
        label: `read ${read} of shard ${shard}`,
        request: { streamARN: loot.customers, limit: 10000, shardIterator: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
        ...(busy
          ? {
              error: [
                'ProvisionedThroughputExceededException',
                `Rate exceeded for shard shardId-00000000000${shard} in stream customers under account ${media}.`,
              ] as const,
            }
          : {}),
      };
    }
  }
}

const video = (clock: string, call: string, label: string, request: Happening['request']): Happening => ({
  time: `2026-03-04T${clock}Z`,
  actor: thief.prodAgain,
  call,
  region: 'us-west-2',
  label: `${clock} ${label}`,
  request,
});

const cameras: readonly Happening[] = [
  video('11:04:51', 'kinesisvideo:GetDataEndpoint', 'endpoint of the dock', {
    streamARN: loot.dockCamera,
    aPIName: 'GET_MEDIA',
  }),
  video('11:05:02', 'kinesisvideo:GetMedia', 'dock', {
    streamARN: loot.dockCamera,
    startSelector: { startSelectorType: 'EARLIEST' },
  }),
  video('11:09:13', 'kinesisvideo:GetDataEndpoint', 'endpoint of the studio', {
    streamARN: loot.studioCamera,
    aPIName: 'GET_MEDIA',
  }),
  video('11:09:20', 'kinesisvideo:GetMedia', 'studio', {
    streamARN: loot.studioCamera,
    startSelector: { startSelectorType: 'EARLIEST' },
  }),
  video('11:15:47', 'kinesisvideo:GetSignalingChannelEndpoint', 'lobby', {
    channelARN: loot.lobbyChannel,
    singleMasterChannelEndpointConfiguration: { protocols: ['WSS', 'HTTPS'], role: 'MASTER' },
  }),
];

function* copies(): Generator<Happening> {
  for (const bucketName of ['customers-export', 'media-masters']) {
    yield {
      time: writeTime(startMs + (bucketName === 'media-masters' ? 9 * 60_000 : 10_000)),
      actor: thief.archive,
      call: 's3:ListObjects',
      region: 'us-east-1',
      label: `listing ${bucketName}`,
      command: 's3.sync',
      request: {
        bucketName,
        Host: `${bucketName}.s3.us-east-1.amazonaws.com`,
        'list-type': '2',
        prefix: '',
        'encoding-type': 'url',
      },
    };
  }
  yield* objectReads();
  yield* streamReads();
  yield* cameras;
}

/** What was copied while the trail of the other account stood still. */
export const copying: readonly Happening[] = [...copies()];
