import { type Json, parseJson } from '../record/json.ts';
import { isObject, type JsonNode, jsonOf, type Members, membersOf, stringOf } from './json-node.ts';

/**
 * Where Elastic's schema keeps what a CloudTrail record says, as dotted paths; the first that has a value wins. The parts
 * under `flattened` are objects; those without it are the same as JSON in a string.
 */
const ecsPaths: { readonly [key: string]: readonly string[] } = {
  eventVersion: ['aws.cloudtrail.event_version'],
  eventTime: ['aws.cloudtrail.event_time', '@timestamp'],
  eventSource: ['event.provider', 'aws.cloudtrail.event_source'],
  eventName: ['event.action', 'aws.cloudtrail.event_name'],
  awsRegion: ['cloud.region'],
  sourceIPAddress: ['source.address', 'source.ip'],
  userAgent: ['user_agent.original'],
  errorCode: ['aws.cloudtrail.error_code'],
  errorMessage: ['aws.cloudtrail.error_message'],
  requestParameters: ['aws.cloudtrail.flattened.request_parameters', 'aws.cloudtrail.request_parameters'],
  responseElements: ['aws.cloudtrail.flattened.response_elements', 'aws.cloudtrail.response_elements'],
  additionalEventData: [
    'aws.cloudtrail.flattened.additional_eventdata',
    'aws.cloudtrail.additional_eventdata',
  ],
  serviceEventDetails: [
    'aws.cloudtrail.flattened.service_event_details',
    'aws.cloudtrail.service_event_details',
  ],
  requestID: ['aws.cloudtrail.request_id'],
  eventID: ['event.id', 'aws.cloudtrail.event_id'],
  readOnly: ['aws.cloudtrail.read_only'],
  eventType: ['aws.cloudtrail.event_type'],
  eventCategory: ['aws.cloudtrail.event_category'],
  managementEvent: ['aws.cloudtrail.management_event'],
  recipientAccountId: ['aws.cloudtrail.recipient_account_id', 'cloud.account.id'],
  sharedEventID: ['aws.cloudtrail.shared_event_id'],
  vpcEndpointId: ['aws.cloudtrail.vpc_endpoint_id'],
};

/** The same for userIdentity. */
const ecsIdentityPaths: { readonly [key: string]: readonly string[] } = {
  type: ['aws.cloudtrail.user_identity.type'],
  principalId: ['user.id'],
  arn: ['aws.cloudtrail.user_identity.arn'],
  accountId: ['cloud.account.id'],
  accessKeyId: ['aws.cloudtrail.user_identity.access_key_id'],
  userName: ['user.name'],
  invokedBy: ['aws.cloudtrail.user_identity.invoked_by'],
};

/** Whether the object is CloudTrail's event as Elastic takes it apart, with `aws.cloudtrail` inside. */
export function isEcs(members: Members): boolean {
  const inside =
    isObject(membersOf(members.get('aws')).get('cloudtrail')) || members.has('aws.cloudtrail.event_version');
  return inside && nodeAt(members, 'event.action') !== undefined;
}

/** The record put together again, as JSON. */
export function ecsRecordOf(members: Members): string {
  const record = pick(members, ecsPaths);
  const userIdentity = pick(members, ecsIdentityPaths);
  return JSON.stringify(Object.keys(userIdentity).length > 0 ? { ...record, userIdentity } : record);
}

function pick(
  members: Members,
  paths: { readonly [key: string]: readonly string[] },
): { [key: string]: Json } {
  const picked: { [key: string]: Json } = {};
  for (const [key, candidates] of Object.entries(paths)) {
    const node = candidates.map((path) => nodeAt(members, path)).find((found) => found !== undefined);
    const value = unquoted(node);
    if (value !== undefined) picked[key] = value;
  }
  return picked;
}

/** The value at a dotted path, where each dot may be part of a key. */
function nodeAt(members: Members, path: string): JsonNode | undefined {
  const whole = members.get(path);
  if (whole !== undefined) return whole;
  const dot = path.indexOf('.');
  const next = dot === -1 ? undefined : members.get(path.slice(0, dot));
  return next && nodeAt(membersOf(next), path.slice(dot + 1));
}

/** The value; what is JSON in a string is taken out of it. */
function unquoted(node: JsonNode | undefined): Json | undefined {
  const text = stringOf(node);
  return text !== undefined && /^\s*[[{]/.test(text) ? (parseJson(text) ?? text) : jsonOf(node);
}
