import { aggregatedValue } from './aggregated.ts';
import { asList, asObject, asText, type CloudTrailRecord, type Json, type JsonObject } from './json.ts';
import { isTableRank, namesNothing, targetRank } from './target-keys.ts';
import { firstText, objectIn, textOf } from './text.ts';

/**
 * One short name of what the call was made on; empty when the record names nothing.
 *
 * In this order: the first resource with an ARN; the best naming parameter of the request by the table; for calls
 * that make something, what the response names; the resource in the error message; any request parameter that looks
 * like a name; the details of a service event; the one resource of an aggregated record.
 */
export function targetOf(record: CloudTrailRecord): string {
  const fromResources = resourceTarget(record.resources);
  if (fromResources !== '') return fromResources;
  const request = objectIn(record.requestParameters);
  const named = request === undefined ? nothing : bestName(request, 0);
  if (isTableRank(named.rank)) return named.text;
  if (makesSomething(textOf(record.eventName))) {
    const made = madeTarget(record.responseElements);
    if (made !== '') return made;
  }
  const details = objectIn(record.serviceEventDetails);
  return (
    messageTarget(textOf(record.errorMessage)) ||
    named.text ||
    (details === undefined ? '' : bestName(details, 0).text) ||
    aggregatedValue(record, 'resourceARN')
  );
}

/** The first ARN in `resources`, else the first name that a list of another tool gives there. */
export function resourceTarget(resources: Json | undefined): string {
  let name = '';
  for (const element of asList(resources)) {
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

/** What the response of a call that makes something names: by a key of its own, or in an object within it. */
export function madeTarget(responseElements: Json | undefined): string {
  const response = objectIn(responseElements);
  return response === undefined ? '' : madeIn(response, 0);
}

function madeIn(response: JsonObject, depth: number): string {
  const named = bestName(response, depth).text;
  if (named !== '' || depth === maxDepth) return named;
  for (const key in response) {
    const inner = asObject(response[key]);
    const text = inner === undefined ? '' : madeIn(inner, depth + 1);
    if (text !== '') return text;
  }
  return '';
}

/** How deep a name may stand within a parameter. */
const maxDepth = 3;

/**
 * The name that the value of a naming parameter gives: a text itself; of a list the first element's; of an object
 * its best named key's, with EC2's `{"items":[…]}` and `{"tag":1,"content":…}` looked through. Empty when there is none.
 */
export function nameIn(value: Json | undefined, depth = 0): string {
  if (typeof value === 'boolean') return '';
  const text = asText(value);
  if (text !== undefined || depth > maxDepth) return text ?? '';
  if (Array.isArray(value)) return nameIn(asList(value)[0], depth + 1);
  const object = asObject(value);
  if (object === undefined) return '';
  const items = object.items ?? object.item;
  if (items !== undefined) return nameInItem(Array.isArray(items) ? asList(items)[0] : items, depth + 1);
  return object.content === undefined ? bestName(object, depth + 1).text : nameIn(object.content, depth + 1);
}

/** RunInstances lists the images to start from where other calls list instances: an image is no target. */
function nameInItem(item: Json | undefined, depth: number): string {
  const object = asObject(item);
  if (object?.imageId !== undefined && object.minCount !== undefined) return '';
  return firstText(object?.instanceId) || nameIn(item, depth);
}

type Named = { readonly text: string; readonly rank: number };
const nothing: Named = { text: '', rank: namesNothing };

/** The best naming parameter among the keys of an object. */
function bestName(object: JsonObject, depth: number): Named {
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
