import { isWords } from '../query/question.ts';

const otherWords = Object.keys(isWords)
  .filter((word) => word !== 'error')
  .map((word) => `is:${word}`)
  .join(' ');

/** The query language in a few lines, for the manual page and the README: what to write, and what it means. */
export const queryForms: readonly (readonly [write: string, means: string])[] = [
  ['assumerole', 'fuzzy, over service, event name and principal: typos, parts (desc inst), initials (crak)'],
  ["'word ^word word$ =word", 'contains, starts with, ends with, is exactly'],
  ['a b', 'both, in any order'],
  ['a | b', 'either; binds tighter than both'],
  ['!a -field:value ( … )', 'not, and grouping'],
  [
    'field:value',
    'one field contains it; field:=v is, field:^v starts with, field:v$ ends with, field:a,b either',
  ],
  ['field:*', 'the field has a value'],
  ['field:@file', 'any line of a file: a list of indicators'],
  ['source_ip:10.0.0.0/8', 'an address within a network'],
  ['is:error', `failed or denied; also ${otherWords}`],
  [
    'since:-2h until:2026-03-01T09:00Z',
    'from two hours before the newest event, before a time; time:09:15..09:40 between',
  ],
  ['"my-bucket/key"', 'that text anywhere in the record'],
  ['requestParameters.bucketName:logs', 'a path into the record; [] for any element'],
];
