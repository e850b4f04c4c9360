import { aggregatedValue } from './aggregated.ts';
import { identityOf } from './identity.ts';
import { issuedKeyOf } from './issued-key.ts';
import { asObject, type CloudTrailRecord, type Json } from './json.ts';
import { outcomeOf, readOnlyOf } from './outcome.ts';
import { isConsole, isSignIn } from './sign-in.ts';
import { type EventSummary, Flag } from './summary.ts';
import { holdsSuspiciousText } from './suspicious-text.ts';
import { targetOf } from './target.ts';
import { firstText, textOf } from './text.ts';
import { parseTime } from './time.ts';

/**
 * What the store keeps of a record. Total: any JSON object has a summary, whatever the types of its values.
 * The event's bytes may say more; nothing here changes them.
 */
export function summarize(record: CloudTrailRecord): EventSummary {
  const insight = asObject(record.insightDetails);
  const source = firstText(record.eventSource, insight?.eventSource).trim();
  const event = eventNameOf(record, insight?.eventName);
  const userAgent = textOf(record.userAgent);
  const time = timeTextOf(record);
  const timeMs = parseTime(time);
  const { outcome, error, noise } = outcomeOf(record);
  const identity = identityOf(record);
  return {
    timeMs,
    timeText: Number.isNaN(timeMs) ? time : '',
    eventId: firstText(record.eventID, record.eventId),
    flags:
      (isConsole(textOf(record.sessionCredentialFromConsole), userAgent, source) ? Flag.console : 0) |
      (holdsSuspiciousText(record) ? Flag.suspiciousText : 0) |
      (Number.isNaN(timeMs) ? Flag.badTime : 0) |
      (noise ? Flag.expectedNoise : 0) |
      (isSignIn(source, event) ? Flag.login : 0),
    identity,
    issuedKey: issuedKeyOf(record),
    sharedEventId: textOf(record.sharedEventID),
    service: serviceOf(source),
    event,
    target: targetOf(record),
    region: textOf(record.awsRegion),
    source_ip: textOf(record.sourceIPAddress),
    outcome,
    error,
    read_only: readOnlyOf(record),
    account: accountOf(record, identity.callerAccount, identity.arn),
    user_agent: userAgent,
    event_type: textOf(record.eventType),
    category: textOf(record.eventCategory),
    source,
  };
}

/** The service's short name: the source without `.amazonaws.com`. */
export function serviceOf(source: string): string {
  return source.endsWith('.amazonaws.com') ? source.slice(0, -'.amazonaws.com'.length) : source;
}

/** The account that the event belongs to: the one that received it, else the caller's. */
export function accountOf(record: CloudTrailRecord, callerAccount: string, callerArn: string): string {
  return firstText(record.recipientAccountId, callerAccount, record.accountId, callerArn.split(':')[4]);
}

function eventNameOf(record: CloudTrailRecord, insightEvent: Json | undefined): string {
  const name = firstText(record.eventName, insightEvent).trim();
  if (name !== '' || record.summary === undefined) return name;
  return aggregatedValue(record, 'eventName') || textOf(record.eventType);
}

/** The time as written: of a record that sums up many calls, the start of its window. */
function timeTextOf(record: CloudTrailRecord): string {
  return firstText(record.eventTime, asObject(record.timeWindow)?.windowStart, record.windowStart);
}
