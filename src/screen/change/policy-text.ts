import { asObject, type CloudTrailRecord, parseJson } from '../../record/json.ts';
import { leastPrivilegeOf } from '../../record/least-privilege.ts';

/** The least policy that some records' calls need, as JSON, and below it as comments what the records leave open. */
export function policyText(jsons: readonly string[]): string {
  const { policy, uncertain } = leastPrivilegeOf(jsons.flatMap(parsed));
  return [JSON.stringify(policy, null, 2), ...uncertain.map((sentence) => `# ${sentence}`)].join('\n');
}

function parsed(json: string): CloudTrailRecord[] {
  const record = asObject(parseJson(json));
  return record === undefined ? [] : [record];
}
