import { type FieldName, fieldNamed } from '../record/fields.ts';
import { parseQuery } from './parse.ts';
import type { Query } from './question.ts';

/** The query text for events whose field is exactly a value, or is not. For an empty value: that have none, or any. */
export function filterText(field: FieldName, value: string, negated: boolean): string {
  if (fieldNamed(field)?.kind === 'time') return `${negated ? '-' : ''}time:${quoted(value)}`;
  return exactText(field, value, negated);
}

/** The query text for events whose field is exactly one of these values, none of which is empty. */
export function anyOfText(field: FieldName, values: readonly string[]): string {
  return `${field}:${values.map((value) => `=${quoted(value)}`).join(',')}`;
}

/** The same for the value at a path into the record. Segments are keys, or `[]` for any element. */
export function pathFilterText(path: readonly string[], value: string, negated: boolean): string {
  return exactText(pathText(path), value, negated);
}

/** A path as queries write it: `requestParameters.tags[].key`. */
export function pathText(path: readonly string[]): string {
  return path
    .map((segment, index) => (segment === '[]' ? '[]' : `${index === 0 ? '' : '.'}${quotedKey(segment)}`))
    .join('');
}

/** The query text for a value anywhere in the record. */
export function anywhereText(value: string): string {
  return quotedText(value);
}

function exactText(scope: string, value: string, negated: boolean): string {
  if (value === '') return `${negated ? '' : '-'}${scope}:*`;
  return `${negated ? '-' : ''}${scope}:=${quoted(value)}`;
}

/** A value as it is written after `field:` or a sign: in quotation marks where the bare text would be read otherwise. */
export function quoted(value: string): string {
  const plain = /^[\w./:@+=-]+$/.test(value) && !/^[=@]/.test(value);
  return plain ? value : quotedText(value);
}

function quotedKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : quotedText(key);
}

function quotedText(value: string): string {
  const inner = value.replace(/["\\\x00-\x1f\x7f]/g, (char) =>
    char === '"' || char === '\\' ? `\\${char}` : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${inner}"`;
}

/** One of the conditions that a query joins by *and*. */
export type Condition = {
  /** The condition as written, a sign of negation included. */
  readonly text: string;
  readonly negated: boolean;
  /** Half-open range of characters in the query. */
  readonly start: number;
  readonly end: number;
  readonly query: Query;
};

/** The conditions of a query, in order; none when it cannot be read. */
export function conditionsOf(text: string): Condition[] {
  const { query } = parseQuery(text);
  if (query === undefined || query.kind === 'all') return [];
  const isGroup = query.kind === 'and' && query.start < query.of[0]!.start;
  const parts = query.kind === 'and' && !isGroup ? query.of : [query];
  return parts.map((part) => ({
    text: text.slice(part.start, part.end),
    negated: part.kind === 'not',
    start: part.start,
    end: part.end,
    query: part,
  }));
}

/** The query with the condition of that index turned into its opposite. */
export function negateCondition(text: string, index: number): string {
  const condition = conditionsOf(text)[index];
  if (condition === undefined) return text;
  const before = text.slice(0, condition.start).trimEnd();
  const after = text.slice(condition.end).trimStart();
  return [before, negateText(condition.text), after].filter((part) => part !== '').join(' ');
}

/** The opposite of one condition. */
function negateText(condition: string): string {
  if (conditionsOf(condition)[0]?.negated) return condition.slice(1);
  if (conditionsOf(condition)[0]?.query.kind === 'or' && !condition.startsWith('(')) return `!(${condition})`;
  return /^[(\w]/.test(condition) && conditionsOf(`-${condition}`)[0]?.negated
    ? `-${condition}`
    : `!${condition}`;
}
