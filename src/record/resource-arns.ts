import { asList, asObject, type CloudTrailRecord, type JsonObject } from './json.ts';
import { firstText, textOf } from './text.ts';

/** Actions on a bucket as a whole; the other actions of S3 that name a key are on objects. */
const bucketAction =
  /^s3:(?:ListBucket|ListBucketVersions|ListBucketMultipartUploads|(?:Get|Put|Delete|Create)\w*(?:Bucket|Configuration)\w*)$/;
const objectAction = /^s3:(?:\w*Object\w*|AbortMultipartUpload|ListMultipartUploadParts)$/;

/** The ARNs that a call was made on, as far as the record names them; `*` alone when it names none. */
export function resourcesOf(
  record: CloudTrailRecord,
  request: JsonObject,
  action: string,
): readonly string[] {
  if (action.startsWith('s3:')) return s3Resources(request, action);
  const service = action.slice(0, action.indexOf(':'));
  const arns = asList(record.resources)
    .map((element) => firstText(asObject(element)?.ARN, asObject(element)?.arn))
    .filter((arn) => isArnOf(arn, service));
  if (arns.length > 0) return arns;
  const built = builtArn(record, request, service);
  if (built !== '') return [built];
  const inRequest = Object.values(request).find(
    (value): value is string => typeof value === 'string' && isArnOf(value, service),
  );
  return [inRequest ?? '*'];
}

function isArnOf(text: string, service: string): boolean {
  if (service === 'sts') return /^arn:aws[\w-]*:iam:/.test(text);
  return text.startsWith('arn:') && text.split(':')[2] === service;
}

function s3Resources(request: JsonObject, action: string): readonly string[] {
  const bucket = firstText(request.bucketName);
  if (bucket === '' || action === 's3:ListAllMyBuckets') return ['*'];
  const key = firstText(request.key);
  const isObject = objectAction.test(action) && !bucketAction.test(action);
  if (!isObject) return [`arn:aws:s3:::${bucket}`];
  return [`arn:aws:s3:::${bucket}/${key === '' ? '*' : key}`];
}

/** Services whose ARNs follow from one request parameter: the parameter, and what stands before its value. */
const arnParts: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map([
  [
    'iam',
    [
      ['roleName', 'role/'],
      ['userName', 'user/'],
      ['groupName', 'group/'],
      ['instanceProfileName', 'instance-profile/'],
    ],
  ],
  ['lambda', [['functionName', 'function:']]],
  ['dynamodb', [['tableName', 'table/']]],
  ['kinesis', [['streamName', 'stream/']]],
  [
    'ec2',
    [
      ['instanceId', 'instance/'],
      ['volumeId', 'volume/'],
      ['snapshotId', 'snapshot/'],
    ],
  ],
  ['logs', [['logGroupName', 'log-group:']]],
  ['ssm', [['name', 'parameter/']]],
  ['kinesisanalytics', [['applicationName', 'application/']]],
  ['cloudtrail', [['name', 'trail/']]],
]);
/** Services whose ARNs name no region. */
const withoutRegion = new Set(['iam']);

function builtArn(record: CloudTrailRecord, request: JsonObject, service: string): string {
  const account = firstText(record.recipientAccountId, asObject(record.userIdentity)?.accountId);
  const region = withoutRegion.has(service) ? '' : textOf(record.awsRegion);
  for (const [parameter, before] of arnParts.get(service) ?? []) {
    const value = firstText(request[parameter]);
    if (value === '') continue;
    if (value.startsWith('arn:')) return value;
    const partition = partitionOf(textOf(record.awsRegion));
    return `arn:${partition}:${service}:${region}:${account}:${before}${value.replace(/^\//, '')}`;
  }
  return '';
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
