import { asObject, asText, type Json, type JsonObject } from './json.ts';

/**
 * The value as one text: strings as they are, numbers and booleans printed, lists of such joined by a comma,
 * objects as JSON. Empty for null and for a missing value.
 */
export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  const text = asText(value);
  if (text !== undefined) return text;
  if (Array.isArray(value) && value.every((element) => asText(element) !== undefined))
    return value.join(', ');
  try {
    return JSON.stringify(value);
  } catch {
    return ''; // nested too deep to be written
  }
}

/** `true` or `false`, however it is written; empty for anything else. */
export function trueOrFalse(value: Json | undefined): '' | 'true' | 'false' {
  const text = asText(value)?.trim().toLowerCase();
  return text === 'true' || text === 'false' ? text : '';
}

/** The first of the values that is a text with something in it; empty when there is none. */
export function firstText(...values: readonly (Json | undefined)[]): string {
  for (const value of values) {
    const text = asText(value);
    if (text !== undefined && text !== '') return text;
  }
  return '';
}

/** The value as an object, also when it is one written as JSON in a string; undefined for anything else. */
export function objectIn(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'string' ? asObject(jsonIn(value)) : asObject(value);
}

/**
 * The object or list that a string holds as JSON, plainly or percent-encoded (as IAM answers policies);
 * undefined when it holds none.
 */
export function jsonIn(text: string): Json | undefined {
  const start = /^\s*(?:[{[]|%7B|%5B)/i.exec(text);
  if (start === null) return undefined;
  try {
    const value: Json = JSON.parse(start[0].includes('%') ? decodeURIComponent(text) : text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The part of an ARN, path or id after the last of these separators. */
export function lastPart(text: string, separators = '/:'): string {
  let at = text.length;
  while (at > 0 && !separators.includes(text[at - 1]!)) at--;
  return text.slice(at);
}
