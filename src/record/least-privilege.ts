import { iamActionsOf } from './iam-actions.ts';
import type { CloudTrailRecord } from './json.ts';
import { outcomeOf } from './outcome.ts';
import { resourcesOf } from './resource-arns.ts';
import { objectIn, textOf } from './text.ts';

/** One statement of an IAM policy document. */
export type PolicyStatement = {
  readonly Effect: 'Allow';
  /** Sorted. */
  readonly Action: readonly string[];
  /** ARNs, sorted, or `*` alone. */
  readonly Resource: readonly string[];
};

/** What some calls would need, as an IAM policy, and what the records leave open about it. */
export type LeastPrivilege = {
  readonly policy: { readonly Version: '2012-10-17'; readonly Statement: readonly PolicyStatement[] };
  /** Sentences; each once. */
  readonly uncertain: readonly string[];
  /** Calls that the policy covers. */
  readonly calls: number;
};

/**
 * The IAM policy that allows the calls in these records: actions by their IAM names, resources where the records
 * name them, `*` where they do not. Calls that were denied are left out, and said.
 */
export function leastPrivilegeOf(records: Iterable<CloudTrailRecord>): LeastPrivilege {
  const resourcesByAction = new Map<string, Set<string>>();
  const uncertain = new Set<string>();
  let calls = 0;
  let denied = 0;
  let noCalls = 0;
  for (const record of records) {
    if (!isCall(record)) {
      noCalls++;
      continue;
    }
    if (outcomeOf(record).outcome === 'denied') {
      denied++;
      continue;
    }
    calls++;
    const request = objectIn(record.requestParameters) ?? {};
    const source = textOf(record.eventSource).trim();
    const needed = iamActionsOf(source, textOf(record.eventName).trim(), Object.keys(request));
    if (needed.uncertain !== '') uncertain.add(needed.uncertain);
    for (const action of needed.actions) {
      const resources = resourcesByAction.get(action) ?? new Set();
      resourcesByAction.set(action, resources);
      for (const resource of resourcesOf(record, request, action)) resources.add(resource);
    }
  }
  for (const [action, resources] of resourcesByAction) {
    if (!resources.has('*')) continue;
    resourcesByAction.set(action, new Set(['*']));
    // Lists are of everything there is, and most of them take no resource at all.
    if (!/:(?:List|Describe)/.test(action))
      uncertain.add(`The records do not name the resource of ${action} every time: it stands with *.`);
  }
  if (denied > 0) uncertain.add(`${denied} denied ${denied === 1 ? 'call is' : 'calls are'} left out.`);
  if (noCalls > 0)
    uncertain.add(`${noCalls} ${noCalls === 1 ? 'event is no call' : 'events are no calls'}: left out.`);
  uncertain.add(
    'CloudTrail may not record every call (data events above all), nor conditions that policies hold.',
  );
  return {
    policy: { Version: '2012-10-17', Statement: statementsOf(resourcesByAction) },
    uncertain: [...uncertain],
    calls,
  };
}

/** Insights, and what services do by themselves, need nobody's permission. */
function isCall({ eventType, eventName }: CloudTrailRecord): boolean {
  return (
    textOf(eventName).trim() !== '' && !/^Aws(?:ServiceEvent|CloudTrailInsight)$/.test(textOf(eventType))
  );
}

/** Actions with the same resources share a statement; statements in order of their first action. */
function statementsOf(resourcesByAction: ReadonlyMap<string, ReadonlySet<string>>): PolicyStatement[] {
  const byResources = new Map<string, { Effect: 'Allow'; Action: string[]; Resource: string[] }>();
  for (const [action, set] of [...resourcesByAction].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const resources = [...set].sort();
    const service = action.slice(0, action.indexOf(':'));
    const key = `${service} ${resources.join(' ')}`;
    const statement = byResources.get(key);
    if (statement === undefined)
      byResources.set(key, { Effect: 'Allow', Action: [action], Resource: resources });
    else statement.Action.push(action);
  }
  return [...byResources.values()];
}
