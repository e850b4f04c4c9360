import { type Actor, withKey } from './actors/actor.ts';
import type { Json, JsonObject } from './json.ts';
import { accessKeyOf, hexOf, uuidOf } from './random.ts';

/** One call in the story or in the background: everything that its record says. */
export type Happening = {
  /** eventTime as written. */
  readonly time: string;
  readonly actor: Actor;
  /** `service:EventName`; the source is the service and `.amazonaws.com`. */
  readonly call: string;
  readonly region: string;
  /** recipientAccountId, the caller's own unless it says otherwise. */
  readonly account?: string;
  /** requestParameters, null when left out. */
  readonly request?: Json;
  /** responseElements, null when left out. */
  readonly response?: Json;
  /** errorCode (empty: none, as at a failed sign-in) and errorMessage. */
  readonly error?: readonly [code: string, message?: string];
  /** What ids are drawn from: unique to the call, so that nothing else moves them. */
  readonly label: string;
  /** What the requestID is drawn from, where another account's record tells of the same request. */
  readonly requestLabel?: string;
  /** Subcommand in a command line tool's user agent, where it is not that of the call (`s3.sync`). */
  readonly command?: string;
  /** Other top-level keys: additionalEventData, resources, sharedEventID …; they win over the usual ones. */
  readonly more?: JsonObject;
};

/** A record and where it is delivered. */
export type Delivered = {
  readonly timeMs: number;
  readonly account: string;
  readonly region: string;
  readonly record: JsonObject;
};

const readVerbs =
  /^(Get|List|Describe|Head|Lookup|BatchGet|Search|Scan|Query|Select|AssumeR|Decrypt|Simulate|Detect)/;
const readsButChanges = new Set(['AssumeRoot']);

/** Calls that CloudTrail counts as data events, with the type of what they touch and the ARN from the request. */
const dataEvents: Readonly<
  Record<
    string,
    readonly [type: string, arn: (request: JsonObject, account: string, region: string) => string]
  >
> = {
  's3:GetObject': ['AWS::S3::Object', (request) => `arn:aws:s3:::${request.bucketName}/${request.key}`],
  's3:HeadObject': ['AWS::S3::Object', (request) => `arn:aws:s3:::${request.bucketName}/${request.key}`],
  's3:PutObject': ['AWS::S3::Object', (request) => `arn:aws:s3:::${request.bucketName}/${request.key}`],
  's3:DeleteObject': ['AWS::S3::Object', (request) => `arn:aws:s3:::${request.bucketName}/${request.key}`],
  's3:ListObjects': ['AWS::S3::Object', (request) => `arn:aws:s3:::${request.bucketName}/`],
  'lambda:Invoke': ['AWS::Lambda::Function', (request) => String(request.functionName)],
  'kinesis:GetRecords': ['AWS::Kinesis::Stream', (request) => String(request.streamARN)],
  'kinesis:GetShardIterator': ['AWS::Kinesis::Stream', (request) => String(request.streamARN)],
  'kinesis:PutRecords': ['AWS::Kinesis::Stream', (request) => String(request.streamARN)],
  'kinesisvideo:GetMedia': ['AWS::KinesisVideo::Stream', (request) => String(request.streamARN)],
  'kinesisvideo:PutMedia': ['AWS::KinesisVideo::Stream', (request) => String(request.streamARN)],
};

/** Services whose API is the same in every region; CloudTrail writes them to us-east-1. */
const globalServices = new Set(['iam', 'organizations', 'cloudfront', 'route53']);

function commandOf(call: string): string {
  const [service = '', event = ''] = call.split(':');
  const words = event
    .replace(/\d{8}(v\d)?$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
  return `${service}.${words}`;
}

function agentOf(actor: Actor, call: string, command?: string): string {
  return actor.agent.startsWith('aws-cli/')
    ? `${actor.agent} md/command#${command ?? commandOf(call)}`
    : actor.agent;
}

function hostOf(service: string, region: string): string {
  if (service === 'signin') return `${region}.signin.aws.amazon.com`;
  return globalServices.has(service) ? `${service}.amazonaws.com` : `${service}.${region}.amazonaws.com`;
}

function requestIdOf(service: string, label: string): string {
  return service === 's3' ? hexOf(`request ${label}`, 16).toUpperCase() : uuidOf(`request ${label}`);
}

function resourcesOf(happening: Happening, account: string): Json | undefined {
  const data = dataEvents[happening.call];
  if (!data) return undefined;
  const request = (happening.request ?? {}) as JsonObject;
  const [type, arnOf] = data;
  const resource = { type, ARN: arnOf(request, account, happening.region) };
  if (type !== 'AWS::S3::Object') return [{ accountId: account, ...resource }];
  return [
    resource,
    { accountId: account, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${request.bucketName}` },
  ];
}

/** The record of a call, its keys in AWS's order, and where it is delivered. */
export function toDelivered(happening: Happening): Delivered {
  const { actor, call, label, error } = happening;
  const [service = '', eventName = ''] = call.split(':');
  const account = happening.account ?? actor.account;
  const region = globalServices.has(service) ? 'us-east-1' : happening.region;
  const resources = resourcesOf(happening, account);
  const direct = /^[\d.]+$/.test(actor.from) && !actor.console;
  const identity =
    actor.identity && actor.console ? withKey(actor.identity, accessKeyOf('ASIA', label)) : actor.identity;
  const usual: JsonObject = {
    eventVersion: '1.11',
    ...(identity ? { userIdentity: identity } : {}),
    eventTime: happening.time,
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: region,
    sourceIPAddress: actor.from,
    userAgent: agentOf(actor, call, happening.command),
    ...(error?.[0] ? { errorCode: error[0] } : {}),
    ...(error?.[1] ? { errorMessage: error[1] } : {}),
    requestParameters: happening.request ?? null,
    responseElements: happening.response ?? null,
    requestID: requestIdOf(service, happening.requestLabel ?? label),
    eventID: uuidOf(label),
    readOnly: readVerbs.test(eventName) && !readsButChanges.has(eventName),
    ...(resources ? { resources } : {}),
    eventType: 'AwsApiCall',
    managementEvent: resources === undefined,
    recipientAccountId: account,
    eventCategory: resources === undefined ? 'Management' : 'Data',
    ...(direct
      ? {
          tlsDetails: {
            tlsVersion: 'TLSv1.3',
            cipherSuite: 'TLS_AES_128_GCM_SHA256',
            clientProvidedHostHeader: hostOf(service, region),
          },
        }
      : {}),
    ...(actor.console ? { sessionCredentialFromConsole: 'true' } : {}),
  };
  return { timeMs: Date.parse(happening.time), account, region, record: { ...usual, ...happening.more } };
}
