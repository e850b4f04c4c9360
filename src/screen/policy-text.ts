import { asObject, type CloudTrailRecord } from '../record/json.ts';
import { leastPrivilegeOf } from '../record/least-privilege.ts';
import { rangeOf } from './evidence.ts';
import type { State } from './state.ts';

/** The least policy that the selected events need, as far as their records are at hand; undefined while none is. */
export function policyText(state: State): string | undefined {
  const wanted = new Set(rangeOf(state));
  const records = state.detail.records
    .filter((record) => wanted.has(record.event))
    .flatMap(({ json }) => parsed(json));
  if (records.length === 0) return undefined;
  const { policy, uncertain } = leastPrivilegeOf(records);
  return [JSON.stringify(policy, null, 2), ...uncertain.map((sentence) => `# ${sentence}`)].join('\n');
}

function parsed(json: string): CloudTrailRecord[] {
  try {
    const record = asObject(JSON.parse(json));
    return record === undefined ? [] : [record];
  } catch {
    return [];
  }
}
