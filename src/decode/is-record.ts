import { asObject, type JsonObject } from '../record/json.ts';

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
