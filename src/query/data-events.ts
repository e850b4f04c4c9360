/**
 * Calls that are data events: a trail records them only where it is told to, service by service. Those that an
 * investigation asks for; from AWS's guide "Logging data events".
 */
const dataEvents: { readonly [service: string]: string } = {
  s3:
    'GetObject PutObject DeleteObject DeleteObjects HeadObject CopyObject ListObjects ListObjectsV2 ListObjectVersions ' +
    'GetObjectAcl PutObjectAcl GetObjectTagging PutObjectTagging DeleteObjectTagging RestoreObject SelectObjectContent ' +
    'CreateMultipartUpload CompleteMultipartUpload AbortMultipartUpload UploadPart UploadPartCopy ListParts HeadBucket ' +
    'GetObjectAttributes GetObjectTorrent GetObjectRetention GetObjectLegalHold',
  lambda: 'Invoke InvokeAsync InvokeExecution',
  dynamodb:
    'GetItem PutItem DeleteItem UpdateItem BatchGetItem BatchWriteItem Query Scan TransactGetItems TransactWriteItems ' +
    'ExecuteStatement BatchExecuteStatement ExecuteTransaction GetRecords GetShardIterator',
  ebs: 'ListSnapshotBlocks ListChangedBlocks GetSnapshotBlock PutSnapshotBlock',
  kinesis: 'GetRecords PutRecord PutRecords GetShardIterator SubscribeToShard',
  kinesisvideo:
    'GetMedia PutMedia GetClip GetDASHStreamingSessionURL GetHLSStreamingSessionURL GetImages ListFragments',
  sns: 'Publish PublishBatch',
  sqs: 'SendMessage ReceiveMessage DeleteMessage SendMessageBatch DeleteMessageBatch',
  'cognito-identity': 'GetCredentialsForIdentity GetId GetOpenIdToken',
};

const servicesByEvent = new Map<string, string[]>();
for (const [service, events] of Object.entries(dataEvents)) {
  for (const event of events.split(' ')) {
    servicesByEvent.set(event.toLowerCase(), [...(servicesByEvent.get(event.toLowerCase()) ?? []), service]);
  }
}

/** Whether a call is one of the well-known data events. */
export function isDataEvent(service: string, event: string): boolean {
  return servicesByEvent.get(event.toLowerCase())?.includes(service) ?? false;
}

/** The services of which a call of that name, in any case, is a data event; none for other calls. */
export function servicesOfDataEvent(event: string): readonly string[] {
  return servicesByEvent.get(event.toLowerCase()) ?? [];
}
