import {
  all,
  and,
  any,
  before,
  type Condition,
  ends,
  event,
  flag,
  has,
  inNetwork,
  is,
  not,
  or,
  type Part,
  since,
  starts,
  text,
  value,
  word,
} from './naive.ts';

/** Types of identity that the samples' people have by themselves. */
const humanType = or(
  ...['Root', 'IAMUser', 'SAMLUser', 'FederatedUser', 'IdentityCenterUser', 'Directory'].map((type) =>
    is('principal_type', type),
  ),
);
const service: Condition = (e) => {
  const identity = (e.record.userIdentity ?? {}) as Part;
  return (
    identity.type === 'AWSService' ||
    typeof identity.invokedBy === 'string' ||
    String(identity.sessionContext?.sessionIssuer?.arn).includes(':role/aws-service-role/')
  );
};
const vouchedSession: Condition = (e) => {
  const identity = (e.record.userIdentity ?? {}) as Part;
  return (
    identity.onBehalfOf?.userId !== undefined ||
    identity.sessionContext?.attributes?.mfaAuthenticated === 'true' ||
    String(identity.sessionContext?.sessionIssuer?.arn).includes('AWSReservedSSO_') ||
    /\/[^/]+@[^/]+$/.test(identity.arn ?? '')
  );
};
const role = is('principal_type', 'AssumedRole');
/** A human being, whatever other events say. */
export const humanByItself = and(not(service), or(humanType, and(role, vouchedSession)));
const person = or(
  humanByItself,
  and(
    not(service),
    role,
    or(flag('console'), (e) => e.beganHuman),
  ),
);
const failing = or(is('outcome', 'failed'), is('outcome', 'denied'));
const day = '2026-03-04';

/** Queries over the samples with what they mean. */
export const questions: readonly (readonly [query: string, meaning: Condition])[] = [
  ['', all],
  ['   ', all],
  // Words that stand somewhere as typed.
  ['kinesis', word('kinesis')],
  ['KINESIS', word('kinesis')],
  ['kinesis create', and(word('kinesis'), word('create'))],
  ['create kinesis', and(word('kinesis'), word('create'))],
  ['  create\talice ', and(word('create'), word('alice'))],
  ['describe medialive', and(word('describe'), word('medialive'))],
  ['alice', word('alice')],
  ['Deploy/alice', word('deploy/alice')],
  ['terraform kms', and(word('terraform'), word('kms'))],
  ['!kinesis', not(word('kinesis'))],
  ['! kms'.replace(' ', ''), not(word('kms'))],
  ['!!kms', word('kms')],
  ['put !s3', and(word('put'), not(word('s3')))],
  ["'stream", word('stream')],
  ["'lis", word('lis')],
  ['^put', or(starts('service', 'put'), starts('event', 'put'), starts('principal', 'put'))],
  ['^Kinesis', or(starts('service', 'kinesis'), starts('event', 'kinesis'), starts('principal', 'kinesis'))],
  ['trails$', or(ends('service', 'trails'), ends('event', 'trails'), ends('principal', 'trails'))],
  ['=kinesis', or(is('service', 'kinesis'), is('event', 'kinesis'), is('principal', 'kinesis'))],
  ['=ALICE', or(is('service', 'alice'), is('event', 'alice'), is('principal', 'alice'))],
  ['^kms$', or(is('service', 'kms'), is('event', 'kms'), is('principal', 'kms'))],
  ['!=alice', not(or(is('service', 'alice'), is('event', 'alice'), is('principal', 'alice')))],
  ['!^get', not(or(starts('service', 'get'), starts('event', 'get'), starts('principal', 'get')))],
  ['="bob (sso:PowerUser)"', is('principal', 'bob (sso:PowerUser)')],
  // Words that are slips or abbreviations of one name.
  ['creackey', event('CreateAccessKey')],
  ['crak', event('CreateAccessKey')],
  ['stoplogg', has('event', 'stoplogg')],
  ['stoploging', event('StopLogging')],
  ['genratedatakey', event('GenerateDataKey')],
  ['terminateinstnces', event('TerminateInstances')],
  ['modisnap', event('ModifySnapshotAttribute')],
  // Either, which binds tighter than and; grouping.
  ['kinesis | kms', or(word('kinesis'), word('kms'))],
  ['kinesis|kms', or(word('kinesis'), word('kms'))],
  ['kinesis | kms get', and(or(word('kinesis'), word('kms')), word('get'))],
  ['get kinesis | kms', and(word('get'), or(word('kinesis'), word('kms')))],
  ['(get kinesis) | kms', or(and(word('get'), word('kinesis')), word('kms'))],
  ['iam | sts | signin', or(word('iam'), word('sts'), word('signin'))],
  ['!(kinesis | kms)', not(or(word('kinesis'), word('kms')))],
  ['-(kinesis | kms)', not(or(word('kinesis'), word('kms')))],
  ['((kms))', word('kms')],
  ['(kms put) | (s3 delete)', or(and(word('kms'), word('put')), and(word('s3'), word('delete')))],
  ['!kms | !get', or(not(word('kms')), not(word('get')))],
  ['(a|b) (c|d)', and(or(word('a'), word('b')), or(word('c'), word('d')))],
  ['!(get !kms)', not(and(word('get'), not(word('kms'))))],
  // One field.
  ['service:kinesis', has('service', 'kinesis')],
  ['svc:kinesis', has('service', 'kinesis')],
  ['service:=kinesis', is('service', 'kinesis')],
  ['service:^kinesis', starts('service', 'kinesis')],
  ['service:video$', ends('service', 'video')],
  ['service:^kms$', is('service', 'kms')],
  ['service:s3,ec2', or(has('service', 's3'), has('service', 'ec2'))],
  ['service:=s3,=ec2', or(is('service', 's3'), is('service', 'ec2'))],
  ['SERVICE:=S3', is('service', 's3')],
  ["service:'kinesis", has('service', 'kinesis')],
  ['event:create', has('event', 'create')],
  ['ev:create', has('event', 'create')],
  ['event:^Put,^Create', or(starts('event', 'put'), starts('event', 'create'))],
  ['event:stream$', ends('event', 'stream')],
  ['event:=getobject', is('event', 'GetObject')],
  ['event:=""', is('event', '')],
  ['-event:*', is('event', '')],
  ['event:*', any('event')],
  ['principal:alice', has('principal', 'alice')],
  ['user:=alice', is('principal', 'alice')],
  ['user:"bob (sso"', has('principal', 'bob (sso')],
  ['user:="AWS Internal"', is('principal', 'AWS Internal')],
  ['user:WebServer/i-', has('principal', 'webserver/i-')],
  ['principal_type:root', has('principal_type', 'root')],
  ['principal_type:=AssumedRole', is('principal_type', 'AssumedRole')],
  ['target:orders', has('target', 'orders')],
  ['target:*', any('target')],
  ['-target:*', not(any('target'))],
  ['target:^arn:aws:kinesis', starts('target', 'arn:aws:kinesis')],
  ['region:=us-west-2', is('region', 'us-west-2')],
  ['region:us-', has('region', 'us-')],
  ['!region:us-', not(has('region', 'us-'))],
  ['-region:us-', not(has('region', 'us-'))],
  ['source_ip:192.0.2.', has('source_ip', '192.0.2.')],
  ['ip:=192.0.2.40', is('source_ip', '192.0.2.40')],
  ['ip:10.0.0.0/8', inNetwork('10')],
  ['ip:192.0.2.0/24', inNetwork('192.0.2')],
  ['-ip:10.0.0.0/8', not(inNetwork('10'))],
  ['ip:10.0.0.0/8,192.0.2.0/24', or(inNetwork('10'), inNetwork('192.0.2'))],
  ['ip:10.0.0.0/99', has('source_ip', '10.0.0.0/99')],
  ['ip:amazonaws.com$', ends('source_ip', 'amazonaws.com')],
  ['ip:"AWS Internal"', has('source_ip', 'aws internal')],
  ['outcome:denied', is('outcome', 'denied')],
  ['outcome:failed,denied', failing],
  ['-outcome:ok', not(is('outcome', 'ok'))],
  ['error:*', any('error')],
  ['err:AccessDenied', has('error', 'accessdenied')],
  ['err:=AccessDenied', is('error', 'accessdenied')],
  ['err:^Client.', starts('error', 'client.')],
  ['read_only:true', is('read_only', 'true')],
  ['read_only:=""', is('read_only', '')],
  ['account:111122223333', is('account', '111122223333')],
  ['acct:=444455556666', is('account', '444455556666')],
  ['acct:1111', has('account', '1111')],
  ['access_key:AKIA', has('access_key', 'akia')],
  ['key:^ASIA', starts('access_key', 'asia')],
  ['-key:*', not(any('access_key'))],
  ['user_agent:aws-cli', has('user_agent', 'aws-cli')],
  ['user_agent:"Intel Mac OS X"', has('user_agent', 'intel mac os x')],
  ['user_agent:^Boto3', starts('user_agent', 'boto3')],
  ['event_type:signin', has('event_type', 'signin')],
  ['-event_type:=AwsApiCall', not(is('event_type', 'AwsApiCall'))],
  ['category:data', is('category', 'data')],
  ['category:management,insight', or(has('category', 'management'), has('category', 'insight'))],
  ['source:=kms.amazonaws.com', is('source', 'kms.amazonaws.com')],
  ['event_id:^0', starts('event_id', '0')],
  ['event_id:abc', has('event_id', 'abc')],
  ['-event_id:*', is('event_id', '')],
  [
    'request_id:^a',
    value(
      (r) => r.requestID,
      (v) => v.startsWith('a'),
    ),
  ],
  [
    '-request_id:*',
    not(
      value(
        (r) => r.requestID,
        (v) => v !== '',
      ),
    ),
  ],
  // What an event is.
  ['is:error', failing],
  ['-is:error', not(failing)],
  ['!is:error', not(failing)],
  ['IS:ERROR', failing],
  ['is:denied', is('outcome', 'denied')],
  ['is:write', is('read_only', 'false')],
  ['is:read', is('read_only', 'true')],
  ['is:root', is('principal_type', 'Root')],
  ['is:service', service],
  ['is:person', person],
  ['is:person is:error', and(person, failing)],
  ['-is:person -is:service', and(not(person), not(service))],
  ['is:login', flag('login')],
  ['is:console', flag('console')],
  ['is:suspicious-text', flag('suspiciousText')],
  ['is:marked', not(all)],
  ['is:denied,root', or(is('outcome', 'denied'), is('principal_type', 'Root'))],
  [
    'is:write is:error -service:kinesis',
    and(is('read_only', 'false'), failing, not(has('service', 'kinesis'))),
  ],
  // Time. The newest event of the samples is on the fourth of March.
  ['since:2026-03-04T09:00Z', since(`${day}T09:00:00Z`)],
  ['until:2026-03-04T09:00Z', before(`${day}T09:00:00Z`)],
  ['since:2026-03-04T10:00:00+01:00', since(`${day}T09:00:00Z`)],
  ['since:2026-03-04', since(`${day}T00:00:00Z`)],
  ['since:2026-03-05', since('2026-03-05T00:00:00Z')],
  ['until:2026-03-04', before(`${day}T00:00:00Z`)],
  ['since:"2026-03-04 09:00"', since(`${day}T09:00:00Z`)],
  ['since:09:00', since(`${day}T09:00:00Z`)],
  ['until:09:00:30', before(`${day}T09:00:30Z`)],
  ['time:09:15..09:40', and(since(`${day}T09:15:00Z`), before(`${day}T09:40:00Z`))],
  ['time:2026-03-04T09:15..09:40', and(since(`${day}T09:15:00Z`), before(`${day}T09:40:00Z`))],
  ['time:2026-03-04T09:15Z..2026-03-04T09:40Z', and(since(`${day}T09:15:00Z`), before(`${day}T09:40:00Z`))],
  ['time:09:15', and(since(`${day}T09:15:00Z`), before(`${day}T09:16:00Z`))],
  ['time:2026-03-04T09', and(since(`${day}T09:00:00Z`), before(`${day}T10:00:00Z`))],
  ['time:2026-03-04', and(since(`${day}T00:00:00Z`), before('2026-03-05T00:00:00Z'))],
  ['time:..09:00', before(`${day}T09:00:00Z`)],
  ['time:13:00..', since(`${day}T13:00:00Z`)],
  ['-time:09:15..09:40', not(and(since(`${day}T09:15:00Z`), before(`${day}T09:40:00Z`)))],
  ['since:now-14h', since(`${day}T10:00:00Z`)],
  ['since:now-1d until:now-12h', and(since(`${day}T00:00:00Z`), before(`${day}T12:00:00Z`))],
  ['since:09:00 until:10:00 is:error', and(since(`${day}T09:00:00Z`), before(`${day}T10:00:00Z`), failing)],
  // Text anywhere in the record.
  ['"customers"', text('customers')],
  ['"CUSTOMERS"', text('customers')],
  ['"stream/customers"', text('stream/customers')],
  ['"application/json"', text('application/json')],
  ['"HIDDEN_DUE_TO_SECURITY_REASONS"', text('hidden_due_to_security_reasons')],
  ['"\\"Effect\\":\\"Allow\\""', text('"effect":"allow"')],
  ['"bucketName"', text('bucketname')],
  ['"Mar 4, 2026"', text('mar 4, 2026')],
  ['"[$LATEST]"', text('[$latest]')],
  ['"1000"', text('1000')],
  ['"é"', text('é')],
  ['!"customers"', not(text('customers'))],
  ['-"customers" kinesis', and(not(text('customers')), word('kinesis'))],
  ['"customers" | is:root', or(text('customers'), is('principal_type', 'Root'))],
  ['"customers" "alice"', and(text('customers'), text('alice'))],
  ['"customers" !"alice" is:write', and(text('customers'), not(text('alice')), is('read_only', 'false'))],
  ['!("customers" | "orders")', not(or(text('customers'), text('orders')))],
  ['"no such text in any record"', not(all)],
  // Paths into the record.
  [
    'requestParameters.bucketName:orders',
    value(
      (r) => r.requestParameters.bucketName,
      (v) => v.includes('orders'),
    ),
  ],
  [
    'requestparameters.bucketName:orders',
    value(
      (r) => r.requestParameters.bucketName,
      (v) => v.includes('orders'),
    ),
  ],
  [
    'requestParameters.bucketName:=finance-reports',
    value(
      (r) => r.requestParameters.bucketName,
      (v) => v === 'finance-reports',
    ),
  ],
  [
    'requestParameters.bucketName:^orders,^live',
    value(
      (r) => r.requestParameters.bucketName,
      (v) => /^(orders|live)/.test(v),
    ),
  ],
  [
    'requestParameters.key:csv$',
    value(
      (r) => r.requestParameters.key,
      (v) => v.endsWith('csv'),
    ),
  ],
  [
    'requestParameters.key:*',
    value(
      (r) => r.requestParameters.key,
      (v) => v !== '',
    ),
  ],
  [
    '-requestParameters:*',
    not(
      value(
        (r) => r.requestParameters,
        (v) => v !== '',
      ),
    ),
  ],
  [
    'requestParameters.maxResults:=1000',
    value(
      (r) => r.requestParameters.maxResults,
      (v) => v === '1000',
    ),
  ],
  [
    'requestParameters.publish:true',
    value(
      (r) => r.requestParameters.publish,
      (v) => v === 'true',
    ),
  ],
  [
    'requestParameters.instancesSet.items[].instanceId:^i-0',
    value(
      (r) => r.requestParameters.instancesSet.items.map((item: Part) => item.instanceId),
      (v) => v.startsWith('i-0'),
    ),
  ],
  [
    'requestParameters.encryptionContext."aws:s3:arn":orders',
    value(
      (r) => r.requestParameters.encryptionContext['aws:s3:arn'],
      (v) => v.includes('orders'),
    ),
  ],
  [
    'requestParameters.policy.Version:=2012-10-17',
    value(
      (r) => JSON.parse(r.requestParameters.policy).Version,
      (v) => v === '2012-10-17',
    ),
  ],
  [
    'requestParameters.policy.Statement[].Effect:=Allow',
    value(
      (r) => [JSON.parse(r.requestParameters.policy).Statement].flat().map((part: Part) => part.Effect),
      (v) => v === 'allow',
    ),
  ],
  [
    'responseElements.credentials.accessKeyId:^ASIA',
    value(
      (r) => r.responseElements.credentials.accessKeyId,
      (v) => v.startsWith('asia'),
    ),
  ],
  [
    'additionalEventData.bytesTransferredOut:=0',
    value(
      (r) => r.additionalEventData.bytesTransferredOut,
      (v) => v === '0',
    ),
  ],
  [
    'additionalEventData.x-amz-id-2:*',
    value(
      (r) => r.additionalEventData['x-amz-id-2'],
      (v) => v !== '',
    ),
  ],
  [
    'userIdentity.sessionContext.attributes.mfaAuthenticated:=true',
    value(
      (r) => r.userIdentity.sessionContext.attributes.mfaAuthenticated,
      (v) => v === 'true',
    ),
  ],
  [
    'userIdentity.type:=IAMUser',
    value(
      (r) => r.userIdentity.type,
      (v) => v === 'iamuser',
    ),
  ],
  ['eventName:CreateStream', has('event', 'createstream')],
  [
    'errorMessage:"not authorized"',
    value(
      (r) => r.errorMessage,
      (v) => v.includes('not authorized'),
    ),
  ],
  [
    '-errorMessage:* is:error',
    and(
      not(
        value(
          (r) => r.errorMessage,
          (v) => v !== '',
        ),
      ),
      failing,
    ),
  ],
  [
    'resources[].ARN:kinesis',
    value(
      (r) => r.resources.map((part: Part) => part.ARN),
      (v) => v.includes('kinesis'),
    ),
  ],
  ['requestParameters.nothing.here:x', not(all)],
  [
    'requestParameters.bucketName:orders -is:read',
    and(
      value(
        (r) => r.requestParameters.bucketName,
        (v) => v.includes('orders'),
      ),
      not(is('read_only', 'true')),
    ),
  ],
  // Pasted values: exactly in the fields that hold such, else anywhere.
  [
    '111122223333',
    or(
      is('account', '111122223333'),
      is('target', '111122223333'),
      value(
        (r) => r.userIdentity.accountId,
        (v) => v === '111122223333',
      ),
    ),
  ],
  ['192.0.2.77', is('source_ip', '192.0.2.77')],
  ['AKIAEXAMPLEALICE2K4M', is('access_key', 'AKIAEXAMPLEALICE2K4M')],
  ['akiaexamplealice2k4m kinesis', and(is('access_key', 'AKIAEXAMPLEALICE2K4M'), word('kinesis'))],
  ['!AKIAEXAMPLEALICE2K4M', not(is('access_key', 'AKIAEXAMPLEALICE2K4M'))],
  ['198.51.100.254', text('198.51.100.254')],
  [
    'arn:aws:kinesis:us-east-1:444455556666:stream/customers',
    is('target', 'arn:aws:kinesis:us-east-1:444455556666:stream/customers'),
  ],
  // Anything else with a colon is a word.
  ['https://console', word('https://console')],
  ['sso:PowerUser', word('sso:poweruser')],
];
