import { hexOf, type Random } from '../random.ts';
import { type Calls, refused, type Scene, throttled } from './call.ts';

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

/** Objects, keys, secrets and questions asked of data. */
export const storageCalls: Calls = {
  's3:ListBuckets': { request: () => ({ Host: 's3.amazonaws.com' }) },
  's3:GetBucketPolicy': {
    request: (scene) => ({ ...bucket(scene), policy: '' }),
    failures: [
      [0.25, 'NoSuchBucketPolicy', () => 'The bucket policy does not exist'],
      refused(0.04, 'AccessDenied', 's3:GetBucketPolicy'),
    ],
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
  's3:GetBucketEncryption': {
    request: (scene) => ({ ...bucket(scene), encryption: '' }),
    failures: [refused(0.05, 'AccessDenied', 's3:GetEncryptionConfiguration')],
  },
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
      encryptionContext: {
        'aws:kinesis:arn': `arn:aws:kinesis:${scene.region}:${scene.account}:stream/${scene.random.pick(scene.estate.streams)}`,
      },
    }),
  },
  'kms:DescribeKey': { request: (scene) => ({ keyId: keyArn(scene) }) },
  'kms:ListAliases': {
    failures: [throttled(0.05), refused(0.1, 'AccessDeniedException', 'kms:ListAliases')],
  },
  'secretsmanager:GetSecretValue': {
    request: ({ random }) => ({ secretId: random.pick(['payments/gateway', 'orders/db']) }),
  },
  'secretsmanager:ListSecrets': {
    request: () => ({ maxResults: 100 }),
    failures: [refused(0.4, 'AccessDeniedException', 'secretsmanager:ListSecrets')],
  },
  'athena:StartQueryExecution': {
    request: () => ({
      queryString: '***OBFUSCATED***',
      workGroup: 'analysts',
      resultConfiguration: { outputLocation: 's3://orders-reports/athena/' },
    }),
    response: ({ label }) => ({ queryExecutionId: hexOf(label, 32) }),
    failures: [refused(0.08, 'AccessDeniedException', 'athena:StartQueryExecution')],
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
