import type { FieldName } from './fields.ts';

/** Where a field stands in the record: names of members, one in the other; for the fields that are there as they are. */
export const pathOfField: { readonly [F in FieldName]?: readonly string[] } = {
  event: ['eventName'],
  principal_type: ['userIdentity', 'type'],
  region: ['awsRegion'],
  source_ip: ['sourceIPAddress'],
  read_only: ['readOnly'],
  event_id: ['eventID'],
  request_id: ['requestID'],
  access_key: ['userIdentity', 'accessKeyId'],
  user_agent: ['userAgent'],
  event_type: ['eventType'],
  category: ['eventCategory'],
  source: ['eventSource'],
};
