import { asObject, type JsonObject } from '../record/json.ts';

/** Keys that stand at the top of CloudTrail records. The first key of a real record is always one of these. */
export const recordKeys: ReadonlySet<string> = new Set([
  'additionalEventData',
  'addendum',
  'apiVersion',
  'awsRegion',
  'edgeDeviceDetails',
  'errorCode',
  'errorMessage',
  'eventCategory',
  'eventID',
  'eventName',
  'eventSource',
  'eventTime',
  'eventType',
  'eventVersion',
  'insightDetails',
  'managementEvent',
  'readOnly',
  'recipientAccountId',
  'requestID',
  'requestParameters',
  'resources',
  'responseElements',
  'serviceEventDetails',
  'sessionCredentialFromConsole',
  'sharedEventID',
  'sourceIPAddress',
  'tlsDetails',
  'userAgent',
  'userIdentity',
  'vpcEndpointAccountId',
  'vpcEndpointId',
]);

/**
 * Whether an object is a CloudTrail record: `eventSource` and `eventName`, or the marks of an Insight or of an
 * aggregated record. S3, DynamoDB, SQS and Kinesis hand their own notices around in the same clothes
 * (`"eventSource":"aws:s3"`, an `s3` child): these are not.
 */
export function isRecord(object: JsonObject): boolean {
  if (object.s3 !== undefined) return false;
  const { eventSource, eventName } = object;
  if (typeof eventSource === 'string' && typeof eventName === 'string')
    return !eventSource.startsWith('aws:');
  if (asObject(object.insightDetails) !== undefined) return true;
  return object.eventCategory === 'Aggregated' && object.summary !== undefined;
}
