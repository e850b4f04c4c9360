/**
 * What a key at the top of a record tells whoever finds it in a text that is broken:
 * - `top`: it stands at the top and hardly anywhere below. Met further down, a closing brace is missing before it.
 * - `record`: it tells a record, though a record may have a key of that name further down too.
 * - `nothing`: it is a word that stands in all sorts of JSON, or in records of rare kinds alone.
 */
type Tells = 'top' | 'record' | 'nothing';

/** The keys that CloudTrail writes at the top of a record, in the order in which queries offer them. */
const keys: { readonly [key: string]: Tells } = {
  eventVersion: 'top',
  userIdentity: 'record',
  eventTime: 'top',
  eventSource: 'top',
  eventName: 'top',
  awsRegion: 'top',
  sourceIPAddress: 'top',
  userAgent: 'record',
  errorCode: 'record',
  errorMessage: 'record',
  requestParameters: 'top',
  responseElements: 'top',
  additionalEventData: 'record',
  requestID: 'record',
  eventID: 'top',
  eventType: 'top',
  apiVersion: 'record',
  managementEvent: 'record',
  readOnly: 'record',
  resources: 'record',
  recipientAccountId: 'top',
  serviceEventDetails: 'record',
  sharedEventID: 'record',
  vpcEndpointId: 'record',
  vpcEndpointAccountId: 'record',
  eventCategory: 'record',
  addendum: 'record',
  sessionCredentialFromConsole: 'record',
  edgeDeviceDetails: 'record',
  tlsDetails: 'record',
  insightDetails: 'record',
  eventContext: 'nothing',
  accountId: 'nothing',
  eventId: 'nothing',
  timeWindow: 'nothing',
  summary: 'nothing',
  insightContext: 'nothing',
  evaluationResults: 'nothing',
  signInSessionArn: 'nothing',
};

/** All keys that CloudTrail writes at the top of a record: a path in a query begins with one of these. */
export const topLevelKeys: readonly string[] = Object.keys(keys);

/** Keys that tell a record. The first key of a real record is always one of these. */
export const recordKeys: ReadonlySet<string> = new Set(topLevelKeys.filter((key) => keys[key] !== 'nothing'));

/** Keys that stand at the top of a record and hardly anywhere below. */
export const topOnlyKeys: ReadonlySet<string> = new Set(topLevelKeys.filter((key) => keys[key] === 'top'));
