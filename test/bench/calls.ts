import { type Draws, upperLetters } from './draws.ts';
import { type Action, type Estate, tokenOf } from './estate.ts';

/** Where a call is made. */
export type CallPlace = { readonly service: string; readonly region: string; readonly account: string };

/** What a call carries: JSON of its two halves, and further members of the record, each after a comma. */
export type Call = { readonly request: string; readonly response: string; readonly more: string };

/** The parameters and the answer of a call, in the shape and size that such calls have. */
export function callOf(
  draws: Draws,
  estate: Estate,
  { service, region, account }: CallPlace,
  action: Action,
): Call {
  const made = shapes[service]?.(draws, estate, { service, region, account }, action);
  if (made !== undefined) return made;
  return action.reads ? listing(draws, action) : changing(draws, { service, region, account }, action);
}

type Shape = (draws: Draws, estate: Estate, place: CallPlace, action: Action) => Call | undefined;

const nothing: Call = { request: 'null', response: 'null', more: '' };

const shapes: { readonly [service: string]: Shape } = {
  s3(draws, { buckets }, { region }) {
    const bucket =
      buckets[draws.chance(0.0006) ? 0 : 1 + Math.floor(draws.below(1500) * (draws.below(1000) / 1000))]!;
    const key = `year=2025/month=03/${draws.pick(['events', 'exports', 'übersicht', 'raw'])}/part-${draws.hex(8)}.parquet`;
    return {
      request: `{"bucketName":"${bucket}","Host":"${bucket}.s3.${region}.amazonaws.com","key":"${key}"}`,
      response: draws.chance(0.3) ? '{"x-amz-server-side-encryption":"AES256"}' : 'null',
      more: `,"additionalEventData":{"SignatureVersion":"SigV4","CipherSuite":"ECDHE-RSA-AES128-GCM-SHA256","bytesTransferredIn":${draws.below(9000)},"AuthenticationMethod":"AuthHeader","x-amz-id-2":"${draws.hex(60)}","bytesTransferredOut":${draws.below(90_000)}},"resources":[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::${bucket}/${key}"},{"accountId":"111122223333","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::${bucket}"}]`,
    };
  },
  kms(draws, _, { region, account }) {
    const arn = `arn:aws:kms:${region}:${account}:key/${keyIds[draws.below(keyIds.length)]}`;
    return {
      request: `{"keyId":"${arn}","encryptionAlgorithm":"SYMMETRIC_DEFAULT","encryptionContext":{"PARAMETER_ARN":"arn:aws:ssm:${region}:${account}:parameter/${draws.hex(6)}"}}`,
      response: 'null',
      more: `,"resources":[{"accountId":"${account}","type":"AWS::KMS::Key","ARN":"${arn}"}]`,
    };
  },
  sts(draws, { roles }, _place, { name }) {
    if (!name.startsWith('AssumeRole')) return nothing;
    const role = draws.pick(roles);
    const arn = `arn:aws:iam::${role.account}:role/${role.name}`;
    const session = `session-${draws.hex(8)}`;
    return {
      request: `{"roleArn":"${arn}","roleSessionName":"${session}","durationSeconds":3600}`,
      response: `{"credentials":{"accessKeyId":"ASIA${draws.letters(upperLetters, 16)}","sessionToken":"${tokenOf(draws)}","expiration":"Mar 12, 2025, 4:11:02 PM"},"assumedRoleUser":{"assumedRoleId":"${role.id}:${session}","arn":"arn:aws:sts::${role.account}:assumed-role/${role.name}/${session}"}}`,
      more: `,"resources":[{"accountId":"${role.account}","type":"AWS::IAM::Role","ARN":"${arn}"}],"sharedEventID":"${draws.uuid()}"`,
    };
  },
  iam(draws, { roles }, _place, { reads }) {
    if (reads) return undefined;
    const policy = JSON.stringify(
      JSON.stringify({
        Version: '2012-10-17',
        Statement: Array.from({ length: 1 + draws.below(4) }, () => ({
          Effect: 'Allow',
          Action: ['s3:GetObject', 'kms:Decrypt'],
          Resource: `arn:aws:s3:::${draws.hex(8)}/*`,
        })),
      }),
    );
    return {
      request: `{"roleName":"${draws.pick(roles).name}","policyName":"inline-${draws.hex(4)}","policyDocument":${policy},"description":"read \\u0026 write – für alle"}`,
      response: 'null',
      more: '',
    };
  },
  ec2(draws, _, { region }, { name }) {
    if (name === 'RunInstances') {
      const instances = Array.from(
        { length: 1 + draws.below(2) },
        () =>
          `{"instanceId":"i-${draws.hex(17)}","imageId":"ami-${draws.hex(17)}","currentState":{"code":0,"name":"pending"},"privateDnsName":"ip-10-0-${draws.below(256)}-${draws.below(256)}.ec2.internal","instanceType":"${draws.pick(['m5.large', 't3.medium', 'c6i.xlarge'])}","placement":{"availabilityZone":"${region}a","tenancy":"default"},"monitoring":{"state":"disabled"},"subnetId":"subnet-${draws.hex(17)}","groupSet":{"items":[{"groupId":"sg-${draws.hex(17)}","groupName":"default"}]},"tagSet":{"items":[{"key":"Name","value":"node"}]},"networkInterfaceSet":{"items":[{"networkInterfaceId":"eni-${draws.hex(17)}","status":"in-use","sourceDestCheck":true}]},"ebsOptimized":false}`,
      );
      return {
        request: `{"instancesSet":{"items":[{"imageId":"ami-${draws.hex(17)}","minCount":1,"maxCount":2}]},"userData":"<sensitiveDataRemoved>","clientToken":"${draws.uuid()}"}`,
        response: `{"reservationId":"r-${draws.hex(17)}","groupSet":{},"instancesSet":{"items":[${instances.join(',')}]}}`,
        more: '',
      };
    }
    if (!name.startsWith('Describe')) return undefined;
    const items = Array.from({ length: 1 + draws.below(4) }, () => `{"instanceId":"i-${draws.hex(17)}"}`);
    const filter = `{"filterSet":{"items":[{"name":"tag:team","valueSet":{"items":[{"value":"${draws.hex(4)}"}]}}]}`;
    return {
      request: draws.chance(0.5)
        ? `{"instancesSet":{"items":[${items.join(',')}]}}`
        : `${filter},"maxResults":100}`,
      response: 'null',
      more: '',
    };
  },
  lambda(draws, { functions }, { region, account }) {
    const arn = `arn:aws:lambda:${region}:${account}:function:${functions[draws.below(functions.length)]}`;
    return {
      request: `{"functionName":"${arn}","invocationType":"Event"}`,
      response: 'null',
      more: `,"additionalEventData":{"functionVersion":"${arn}:$LATEST"},"resources":[{"accountId":"${account}","type":"AWS::Lambda::Function","ARN":"${arn}"}]`,
    };
  },
  logs: (draws, { functions }) => ({
    request: `{"logGroupName":"/aws/lambda/${draws.pick(functions)}","logStreamName":"2025/03/12/[$LATEST]${draws.hex(32)}"}`,
    response: 'null',
    more: '',
  }),
  signin: (draws) => ({
    request: 'null',
    response: `{"ConsoleLogin":"${draws.chance(0.9) ? 'Success' : 'Failure'}"}`,
    more: `,"additionalEventData":{"LoginTo":"https://console.aws.amazon.com/console/home?state=${draws.hex(16)}","MobileVersion":"No","MFAUsed":"${draws.chance(0.7) ? 'Yes' : 'No'}"}`,
  }),
  ecs(draws, { functions }, { region, account }, { name }) {
    if (name !== 'RegisterTaskDefinition') return undefined;
    const variables = Array.from(
      { length: 4 + draws.below(12) },
      () =>
        `{"name":"${draws.pick(['URL', 'HOST', 'MODE'])}_${draws.hex(3)}","value":"HIDDEN_DUE_TO_SECURITY_REASONS"}`,
    );
    const family = draws.pick(functions);
    const task = `"containerDefinitions":[{"name":"app","image":"${account}.dkr.ecr.${region}.amazonaws.com/${family}:${draws.hex(8)}","cpu":256,"memory":512,"essential":true,"environment":[${variables.join(',')}],"command":["sh","-c","exec node \\"$@\\""]}],"networkMode":"awsvpc"`;
    return {
      request: `{"family":"${family}",${task}}`,
      response: `{"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:${region}:${account}:task-definition/${family}:7",${task}}}`,
      more: '',
    };
  },
};

const keyIds = Array.from(
  { length: 300 },
  (_, i) =>
    `${(i * 2_654_435_761 + 1e9).toString(16).padStart(12, '0').slice(-8)}-70a1-4c52-9d1e-${String(i).padStart(12, '0')}`,
);

function listing(draws: Draws, { thing }: Action): Call {
  const size = 10 * (1 + draws.below(10));
  const request = draws.pick([
    () => 'null',
    () => `{"maxResults":${size}}`,
    () => `{"maxResults":${size},"nextToken":"${draws.hex(80)}"}`,
    () => `{"${thing}Name":"${thing}-${draws.hex(5)}","includeDetails":true}`,
    () =>
      `{"filters":[{"name":"status","values":["ACTIVE","PENDING"]},{"name":"tag","values":["${draws.hex(6)}"]}],"maxResults":${size}}`,
  ])();
  return { request, response: 'null', more: '' };
}

function changing(draws: Draws, { service, region, account }: CallPlace, { thing }: Action): Call {
  const id = draws.hex(8);
  const arn = `arn:aws:${service}:${region}:${account}:${thing}/${id}`;
  return {
    request: `{"${thing}Name":"${thing}-${draws.hex(4)}","settings":{"mode":"${draws.pick(['on', 'off', 'auto'])}","limits":[${draws.below(9)},${draws.below(99)}]},"tags":{"team":"${draws.hex(4)}","note":"geändert"},"clientRequestToken":"${draws.uuid()}"}`,
    response: draws.chance(0.6)
      ? `{"${thing}Arn":"${arn}","status":"${draws.pick(['CREATING', 'PENDING', 'ACTIVE'])}","createdAt":"Mar 12, 2025, 3:04:05 PM","version":${draws.below(40)}}`
      : 'null',
    more: '',
  };
}
