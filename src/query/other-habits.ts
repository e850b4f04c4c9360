import { fieldNamed } from '../record/fields.ts';
import { topLevelKeys } from '../record/top-level-keys.ts';
import type { Query } from './question.ts';
import type { ValueTest } from './record-test.ts';
import { isNetwork } from './value-shape.ts';

/** What a word is that was meant otherwise, as other query languages have it: a sentence, with what to write here. */
export type Misread = { readonly word: string; readonly words: string };

const operators: { readonly [word: string]: string } = {
  and: 'is a word here: leave it out, all words must match',
  or: 'is a word here: a | b finds either',
  not: 'is a word here: !word leaves out',
};

/**
 * What in a query reads like another language: operators in words,
 * wildcards, `field=value`, fields that there are none of.
 */
export function misreadIn(query: Query): Misread[] {
  if (query.kind === 'not') return misreadIn(query.of);
  if (query.kind === 'and' || query.kind === 'or') return query.of.flatMap(misreadIn);
  if (query.kind === 'field') return textsOf(query.test).filter(hasWildcard).map(wildcard);
  if (query.kind !== 'word' || query.how !== 'fuzzy') return [];
  const words = misreadWord(query.text);
  if (words !== undefined) return [{ word: query.text, words }];
  return hasWildcard(query.text) ? [wildcard(query.text)] : [];
}

/** The first word that begins with a minus, which excludes before a field alone: without the minus. */
export function minusWordIn(query: Query): string | undefined {
  if (query.kind === 'and') {
    for (const part of query.of) {
      const found = minusWordIn(part);
      if (found !== undefined) return found;
    }
  }
  return query.kind === 'word' && query.how === 'fuzzy' && /^-\w/.test(query.text)
    ? query.text.slice(1)
    : undefined;
}

function misreadWord(text: string): string | undefined {
  const operator = Object.hasOwn(operators, text.toLowerCase()) ? operators[text.toLowerCase()] : undefined;
  if (operator !== undefined) return `${text} ${operator}`;
  if (isNetwork(text)) return `ip:${text} looks for the addresses of a network`;
  const [, name = '', sign, value = ''] = /^(\w+)(!=|==?|~)(.+)$/.exec(text) ?? [];
  if (sign !== undefined && (fieldNamed(name) !== undefined || topLevelKeys.includes(name)))
    return `a colon stands after a field: ${sign === '!=' ? '-' : ''}${name}:${sign === '~' ? '' : '='}${value}`;
  const [, scope] = /^([A-Za-z][\w.]*):(?!\/\/|$)/.exec(text) ?? [];
  return scope === undefined ? undefined : `there is no field ${scope}`;
}

function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

function wildcard(text: string): Misread {
  return { word: text, words: '* and ? stand for themselves: ^word begins with it, word$ ends with it' };
}

function textsOf(test: ValueTest): string[] {
  if (test.how === 'either') return test.tests.flatMap(textsOf);
  return test.how === 'contains' || test.how === 'exact' ? [test.text] : [];
}
