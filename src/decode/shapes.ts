import { asObject } from '../record/json.ts';
import { recordKeys } from '../record/top-level-keys.ts';
import { hasColumns, recordOfColumns } from './columns.ts';
import { ecsRecordOf, isEcs } from './ecs-record.ts';
import type { Inner } from './inner.ts';
import { isRecord } from './is-record.ts';
import {
  isArray,
  isObject,
  isString,
  itemsOf,
  type JsonNode,
  jsonOf,
  type Members,
  membersOf,
  startsObject,
  stringOf,
} from './json-node.ts';
import { fillGaps, recordOfLookup } from './lookup-event.ts';

/**
 * One shape in which CloudTrail's records, or what is easily taken for them, arrive. Asked in the order of the table: the
 * first row that recognises an object and gives records decides. A row without `unwrap` only has a name for it: all its
 * members are looked into.
 */
export type Shape = {
  /** The shape in words, for the account of a file; empty when the shape around or inside it says more. */
  readonly what: string;
  readonly recognise: (members: Members, node: JsonNode) => boolean;
  readonly unwrap?: (members: Members, node: JsonNode) => Iterable<Inner>;
  /** For shapes that are no CloudTrail events and hold none: how many S3 objects they point to (0 when they do not). */
  readonly pointsTo?: (members: Members) => number;
};

/** Every shape that is known, the surest first. */
export const shapes: readonly Shape[] = [
  {
    what: 'AWS CLI lookup-events',
    recognise: (m) => startsObject(m.get('CloudTrailEvent')),
    unwrap: (m, node) => [...fillGaps(m, node), ...containersOf(m)],
  },
  {
    what: 'Elastic documents',
    recognise: (m) => startsObject(originalOf(m)),
    unwrap: (m) => [{ value: originalOf(m)! }],
  },
  {
    what: 'Splunk export',
    recognise: (m) => startsObject(m.get('_raw')),
    unwrap: (m) => [{ value: m.get('_raw')! }, ...containersOf(m)],
  },
  {
    what: 'CloudTrail Lake',
    recognise: (m) => eventJsonOf(m) !== undefined,
    unwrap: (m) => [{ value: eventJsonOf(m)! }],
  },
  {
    what: '',
    recognise: (m) => isRecordNode(m),
    unwrap: (_, node) => [{ record: node }],
  },
  {
    what: 'CloudTrail digest file',
    recognise: (m) => m.has('digestStartTime') && m.has('logFiles'),
    pointsTo: () => 0,
  },
  {
    what: 'CloudWatch Logs control message',
    recognise: (m) => stringOf(m.get('messageType')) === 'CONTROL_MESSAGE',
    pointsTo: () => 0,
  },
  {
    what: 'CloudTrail delivery notice',
    recognise: (m) => m.has('s3Bucket') && m.has('s3ObjectKey'),
    pointsTo: (m) => Math.max(1, [...itemsOf(m.get('s3ObjectKey'))].length),
  },
  {
    what: 'S3 event notification',
    recognise: (m) => isObject(m.get('s3')) && m.has('eventName'),
    pointsTo: () => 1,
  },
  {
    what: 'S3 event notification',
    recognise: (m) => stringOf(m.get('source')) === 'aws.s3' && membersOf(m.get('detail')).has('object'),
    pointsTo: () => 1,
  },
  {
    what: 'S3 event notification',
    recognise: (m) => stringOf(m.get('Event')) === 's3:TestEvent',
    pointsTo: () => 0,
  },
  {
    what: 'OCSF (Security Lake) events',
    recognise: (m) => m.has('class_uid') && (m.has('api') || m.has('actor') || m.has('metadata')),
    pointsTo: () => 0,
  },
  {
    what: 'Elastic documents',
    recognise: (m) => isEcs(m),
    unwrap: (m, node) => [{ made: ecsRecordOf(m), from: node }],
  },
  {
    what: 'AWS CLI lookup-events',
    recognise: (m) => m.has('EventId') && m.has('EventName') && !m.has('CloudTrailEvent'),
    unwrap: (m, node) => [
      ...[...m.values()].map((value) => ({ value })),
      { made: recordOfLookup(m), from: node, ifNoOther: true },
    ],
  },
  {
    what: 'CloudTrail Lake or Athena rows',
    recognise: (m) => !m.has('eventName') && hasColumns(m.keys()),
    unwrap: (_, node) => {
      const record = recordOfColumns(asObject(jsonOf(node)) ?? {});
      return isRecord(record) ? [{ made: JSON.stringify(record), from: node }] : [];
    },
  },
  {
    what: 'CloudTrail Lake query results',
    recognise: (m) => isArray(m.get('QueryResultRows')),
  },
  {
    what: 'CloudWatch Logs Insights results',
    recognise: (m) => isArray(m.get('results')),
  },
  {
    what: 'trail file',
    recognise: (m) => isArray(m.get('Records')) && !isWrapped(m.get('Records')!),
    unwrap: (m) => elementsOfTrail(m.get('Records')!),
  },
  { what: 'SQS messages', recognise: (m) => isArray(m.get('Messages')) },
  { what: 'SQS messages', recognise: (m) => m.has('messageId') && isString(m.get('body')) },
  { what: 'SNS notification', recognise: (m) => m.has('TopicArn') && isString(m.get('Message')) },
  { what: 'AWS CLI lookup-events', recognise: (m) => isArray(m.get('Events')) },
  { what: 'CloudWatch Logs subscription', recognise: (m) => isArray(m.get('logEvents')) },
  { what: 'CloudWatch Logs subscription', recognise: (m) => membersOf(m.get('awslogs')).has('data') },
  { what: 'CloudWatch Logs events', recognise: (m) => isArray(m.get('events')) },
  { what: 'EventBridge events', recognise: (m) => m.has('detail-type') && isObject(m.get('detail')) },
  { what: 'OpenSearch results', recognise: (m) => membersOf(m.get('hits')).has('hits') },
  { what: 'OpenSearch documents', recognise: (m) => isObject(m.get('_source')) },
  { what: 'Splunk export', recognise: (m) => isObject(m.get('result')) },
  { what: 'Google Cloud Logging entries', recognise: (m) => isObject(m.get('jsonPayload')) },
];

/** The elements of a trail file's `Records`. There, what has several of a record's keys is one, whatever it lacks. */
function* elementsOfTrail(records: JsonNode): Generator<Inner> {
  for (const item of itemsOf(records)) yield elementOfTrail(item);
}

/** An element of a trail file's `Records`. */
export function elementOfTrail(item: JsonNode): Inner {
  const members = membersOf(item);
  const keyCount = [...members.keys()].filter((key) => recordKeys.has(key)).length;
  return keyCount >= 3 && !isNotice(members) ? { record: item } : { value: item, due: true };
}

/** Whether an element of `Records` is one of the notices that AWS services hand to functions and queues. */
function isNotice(members: Members): boolean {
  if (members.has('s3') || members.has('dynamodb') || members.has('kinesis')) return true;
  return stringOf(members.get('eventSource'))?.startsWith('aws:') ?? false;
}

/** The objects and lists among the members: a cut may have put whole records into them. */
function containersOf(members: Members): Inner[] {
  return [...members.values()].filter((node) => isObject(node) || isArray(node)).map((value) => ({ value }));
}

/** `isRecord`, of an object that is not parsed. */
function isRecordNode(members: Members): boolean {
  if (members.has('s3')) return false;
  const source = members.get('eventSource');
  if (isString(source) && isString(members.get('eventName'))) return !isNotice(members);
  if (isObject(members.get('insightDetails'))) return true;
  return stringOf(members.get('eventCategory')) === 'Aggregated' && members.has('summary');
}

/** The record as it was before Elastic took it apart. */
function originalOf(members: Members): JsonNode | undefined {
  return membersOf(members.get('event')).get('original') ?? members.get('event.original');
}

/** The whole record among the columns of CloudTrail Lake: an object, or a string that holds one. */
function eventJsonOf(members: Members): JsonNode | undefined {
  for (const [key, value] of members) {
    if (key.toLowerCase() === 'eventjson' && (isObject(value) || startsObject(value))) return value;
  }
  return undefined;
}

/** Whether the records are messages of a queue or stream, as Lambda functions get them. */
function isWrapped(records: JsonNode): boolean {
  for (const item of itemsOf(records)) {
    const members = membersOf(item);
    return members.has('body') || members.has('Sns') || members.has('kinesis') || members.has('s3');
  }
  return false;
}
