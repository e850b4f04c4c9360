/** Any value of a JSON text, as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/**
 * The JSON object that AWS wrote for one call, parsed. Nothing is promised about its keys: real records
 * have as few as four, and every key has been seen with an unexpected type.
 */
export type CloudTrailRecord = JsonObject;

/** The value that a JSON text stands for; undefined when it is no JSON, or nested too deep to be read. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The value as an object, or undefined when it is anything else (null, array, scalar, missing). */
export function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The value as a list; an empty one when it is anything else. */
export function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The value as text: strings as they are, numbers and booleans printed, anything else undefined. */
export function asText(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
