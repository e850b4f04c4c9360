import { asObject, asText, type CloudTrailRecord, type Json, type JsonObject } from './json.ts';
import { isTableRank, notNaming, targetRank } from './target-keys.ts';
import { firstText, objectIn, textOf } from './text.ts';

export { targetKeys } from './target-keys.ts';

/**
 * One short name of what the call was made on; empty when the record names nothing.
 *
 * In this order: the first resource with an ARN; the best naming parameter of the request; for calls that make
 * something, what the response names; any request parameter that looks like a name; the resource in the error
 * message; the details of a service event.
 */
export function targetOf(record: CloudTrailRecord): string {
  const fromResources = resourceTarget(record.resources);
  if (fromResources !== '') return fromResources;
  const request = objectIn(record.requestParameters);
  const named = request === undefined ? nothing : bestName(request);
  if (isTableRank(named.rank)) return named.text;
  if (makesSomething(textOf(record.eventName))) {
    const made = madeTarget(record.responseElements);
    if (made !== '') return made;
  }
  if (named.text !== '') return named.text;
  const fromMessage = messageTarget(textOf(record.errorMessage));
  if (fromMessage !== '') return fromMessage;
  const details = objectIn(record.serviceEventDetails);
  return (details === undefined ? '' : bestName(details).text) || aggregatedTarget(record);
}

/** The first ARN in `resources`, else the first name that a list of another tool gives there. */
export function resourceTarget(resources: Json | undefined): string {
  if (!Array.isArray(resources)) return '';
  let name = '';
  for (const element of resources as readonly Json[]) {
    const resource = asObject(element);
    const arn = firstText(resource?.ARN, resource?.arn);
    if (arn !== '') return arn;
    name ||= firstText(resource?.resourceName, resource?.ResourceName, resource?.ARNPrefix);
  }
  return name;
}

/** Whether calls of that name make something that only the response can name. */
export function makesSomething(eventName: string): boolean {
  return /^(?:Create|Run|Allocate|Import|Copy|Register|Request|Start|Launch|Purchase|Publish)/.test(
    eventName,
  );
}

/** What the response of a call that makes something names: a key of its own, or of an object within it. */
export function madeTarget(responseElements: Json | undefined): string {
  const response = objectIn(responseElements);
  if (response === undefined) return '';
  const named = bestName(response);
  if (named.text !== '') return named.text;
  for (const value of Object.values(response)) {
    const inner = asObject(value);
    const text = inner === undefined ? '' : bestName(inner).text;
    if (text !== '') return text;
  }
  return '';
}

/**
 * The name that the value of a naming parameter gives: a text itself, the first of a list, and of EC2's
 * `{"items":[…]}` the first item's own best name. Empty when there is none.
 */
export function nameIn(value: Json | undefined, depth = 0): string {
  const text = asText(value);
  if (text !== undefined) return typeof value === 'boolean' ? '' : text;
  if (depth > 3) return '';
  if (Array.isArray(value)) return nameIn((value as readonly Json[])[0], depth + 1);
  const object = asObject(value);
  if (object === undefined) return '';
  return object.items === undefined ? bestName(object, depth + 1).text : itemTarget(object.items, depth + 1);
}

/** EC2 lists what to start beside what is started: only ids of the things themselves count. */
function itemTarget(items: Json, depth: number): string {
  const item = Array.isArray(items) ? asObject((items as readonly Json[])[0]) : undefined;
  if (item === undefined) return '';
  return (
    firstText(item.instanceId, item.groupId, item.flowLogId) ||
    (item.imageId === undefined ? bestName(item, depth).text : '')
  );
}

type Named = { readonly text: string; readonly rank: number };
const nothing: Named = { text: '', rank: notNaming };

/** The best naming parameter among the keys of an object. */
function bestName(object: JsonObject, depth = 0): Named {
  let best = nothing;
  for (const key in object) {
    const rank = targetRank(key);
    if (rank >= best.rank) continue;
    const text = nameIn(object[key], depth);
    if (text !== '') best = { text, rank };
  }
  return best;
}

/** The resource that an error message names: `… on resource: arn:aws:…`. */
export function messageTarget(message: string): string {
  const found = /\bresource:? +"?(arn:[^\s"',;]+|\*)/i.exec(message);
  return found === null ? '' : found[1]!.replace(/[.)\]]+$/, '');
}

/** Of a record that sums up many calls: the resource, when they were all made on one. */
function aggregatedTarget(record: CloudTrailRecord): string {
  return aggregatedValue(record, 'resourceARN');
}

/** The value of a dimension of an aggregated record, when all its calls have the same one; else empty. */
export function aggregatedValue(record: CloudTrailRecord, dimension: string): string {
  const summary = objectIn(record.summary);
  if (summary === undefined) return '';
  const details = Array.isArray(summary.details) ? (summary.details as readonly Json[]) : [];
  for (const candidate of [summary.primaryDimension, ...details]) {
    const part = asObject(candidate);
    if (part === undefined || textOf(part.dimension).toLowerCase() !== dimension.toLowerCase()) continue;
    const statistics = Array.isArray(part.statistics) ? (part.statistics as readonly Json[]) : [];
    return statistics.length === 1 ? firstText(asObject(statistics[0])?.name) : '';
  }
  return '';
}
