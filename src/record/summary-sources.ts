/**
 * Where in a record the summary comes from, for a reader that goes over bytes and wants to decode as little as it
 * can. `test/record/summary-sources.test.ts` holds that nothing else is read, apart from the search for suspicious
 * text, which goes over every string.
 */

/** Keys at the top whose value is taken as a text. */
export const textKeys = [
  'eventTime',
  'eventSource',
  'eventName',
  'awsRegion',
  'sourceIPAddress',
  'userAgent',
  'errorCode',
  'errorMessage',
  'readOnly',
  'eventID',
  'eventType',
  'eventCategory',
  'recipientAccountId',
  'sharedEventID',
  'sessionCredentialFromConsole',
] as const;

/**
 * Keys at the top of which a part is read:
 * `userIdentity` whole (the same bytes give the same identity when it has a type that is not empty);
 * `resources` by `resourceTarget`;
 * of `requestParameters` the key with the lowest `targetRank` whose `nameIn` is not empty;
 * of `responseElements` the keys of {@link readResponseKeys}, and, for calls that `makesSomething` and that have no
 * resource and no parameter of the table, `madeTarget` of the whole.
 */
export const partKeys = ['userIdentity', 'resources', 'requestParameters', 'responseElements'] as const;

/** Keys at the top that only unusual records have and that can decide about any field: give these records to `summarize`. */
export const unusualKeys = [
  'insightDetails',
  'serviceEventDetails',
  'summary',
  'timeWindow',
  'windowStart',
  'eventId',
  'accountId',
] as const;

/** Keys of responseElements that decide about the outcome or hold an access key. */
export const readResponseKeys =
  /^(?:ConsoleLogin|CheckMfa|SwitchRole|PasswordRecovery\w*|credentials|accessKey)$/;
