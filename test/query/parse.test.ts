import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../src/query/parse.ts';
import type { Query } from '../../src/query/question.ts';
import type { ValueTest } from '../../src/query/record-test.ts';

/** A tree as a short text, apart from its places. */
function shown(query: Query): string {
  switch (query.kind) {
    case 'all':
      return 'all';
    case 'and':
    case 'or':
      return `${query.kind}(${query.of.map(shown).join(' ')})`;
    case 'not':
      return `not(${shown(query.of)})`;
    case 'word':
      return `${query.how}<${query.text}>`;
    case 'value':
      return `value<${query.text}>`;
    case 'is':
      return `is ${query.word}`;
    case 'field':
      return `${query.field} ${shownTest(query.test)}`;
    case 'time':
      return `time ${JSON.stringify(query.since ?? null)} ${JSON.stringify(query.until ?? null)}`;
    case 'record':
      return query.test.kind === 'text'
        ? `text<${query.test.text}>`
        : `${query.test.path.join('/')} ${shownTest(query.test.test)}`;
  }
}

function shownTest(test: ValueTest): string {
  if (test.how === 'either') return test.tests.map(shownTest).join(' or ');
  if (test.how === 'any') return 'any';
  if (test.how === 'list') return `list<${test.file}>`;
  return test.how === 'cidr' ? `cidr<${test.network}>` : `${test.how}<${test.text}>`;
}

const trees: readonly (readonly [text: string, tree: string])[] = [
  ['a b', 'and(fuzzy<a> fuzzy<b>)'],
  ['a | b c', 'and(or(fuzzy<a> fuzzy<b>) fuzzy<c>)'],
  ['a|b|c', 'or(fuzzy<a> fuzzy<b> fuzzy<c>)'],
  ['!a | -is:read', 'or(not(fuzzy<a>) not(is read))'],
  ['-a', 'fuzzy<-a>'],
  ['a-b', 'fuzzy<a-b>'],
  ['a!b', 'fuzzy<a!b>'],
  ["'a ^b c$ =d", 'and(contains<a> starts<b> ends<c> exact<d>)'],
  ['^a$', 'exact<a>'],
  ['$ =$', 'and(fuzzy<$> exact<$>)'],
  ['a(b)', 'fuzzy<a(b)>'],
  ['(a(b))', 'fuzzy<a(b)>'],
  ['"a \\" \\\\ \\u00e9 \\q"', 'text<a " \\ é \\q>'],
  ['a"b', 'fuzzy<a"b>'],
  [
    'event:a,^b,c$,=d,"e,f",*',
    'event contains<a> or starts<b> or ends<c> or exact<d> or contains<e,f> or any',
  ],
  ['event:"*"', 'event contains<*>'],
  ['event:=*', 'event exact<*>'],
  ['event:a*b', 'event contains<a*b>'],
  ['event:"a"$ event:=\'b', "and(event ends<a> event exact<'b>)"],
  ['event:a:b', 'event contains<a:b>'],
  ['EV:A', 'event contains<A>'],
  ['event:10.0.0.0/8 ip:10.0.0.0/8', 'and(event contains<10.0.0.0/8> source_ip cidr<10.0.0.0/8>)'],
  ['ip:2001:db8::/32,::1', 'source_ip cidr<2001:db8::/32> or contains<::1>'],
  ['ip:10.0.0.0/40 ip:="10.0.0.0/8"', 'and(source_ip contains<10.0.0.0/40> source_ip exact<10.0.0.0/8>)'],
  ['ip:@iocs.txt', 'source_ip list<iocs.txt>'],
  ['ip:@"my list.txt" a', 'and(source_ip list<my list.txt> fuzzy<a>)'],
  ['is:error,denied', 'or(is error is denied)'],
  ['requestParameters.a[].b:=*', 'requestParameters/a/[]/b exact<*>'],
  [
    'requestParameters.policyDocument.Statement[].Action:=*',
    'requestParameters/policyDocument/Statement/[]/Action exact<*>',
  ],
  ['resources[].ARN:*', 'resources/[]/ARN any'],
  ['requestParameters."a.b:c".d:x', 'requestParameters/a.b:c/d contains<x>'],
  ['USERIDENTITY.type:x', 'userIdentity/type contains<x>'],
  ['request_id:x', 'requestID contains<x>'],
  ['requestParameters.cidrIp:10.0.0.0/8', 'requestParameters/cidrIp cidr<10.0.0.0/8>'],
  ['requestParameters.a', 'fuzzy<requestParameters.a>'],
  ['foo.bar:x foo:x', 'and(fuzzy<foo.bar:x> fuzzy<foo:x>)'],
  ['http://a.b/c', 'fuzzy<http://a.b/c>'],
  ['123456789012 10.1.2.3 ::1', 'and(value<123456789012> value<10.1.2.3> value<::1>)'],
  ['arn:aws-us-gov:iam::123456789012:role/a', 'value<arn:aws-us-gov:iam::123456789012:role/a>'],
  ['1.2.3 300.1.1.1 12345', 'and(fuzzy<1.2.3> fuzzy<300.1.1.1> fuzzy<12345>)'],
  ['AKIAIOSFODNN7EXAMPLE!', 'fuzzy<AKIAIOSFODNN7EXAMPLE!>'],
  ['since:-2h', 'time {"kind":"before","what":"newest","byMs":7200000} null'],
  ['until:now-1d12h', 'time null {"kind":"before","what":"now","byMs":129600000}'],
  [
    'time:09:15..09:40',
    'time {"kind":"clock","timeOfDayMs":33300000} {"kind":"clock","timeOfDayMs":34800000}',
  ],
  ['time:2026-03-01', 'time {"kind":"at","timeMs":1772323200000} {"kind":"at","timeMs":1772409600000}'],
  ['time:-1h', 'time {"kind":"before","what":"newest","byMs":3600000} null'],
  [
    'time:2026-03-01T09..-1h',
    'time {"kind":"at","timeMs":1772355600000} {"kind":"before","what":"newest","byMs":3600000}',
  ],
];

describe('a query is read as the tree that is meant', () => {
  test.each(trees)('%s', (text, tree) => {
    const { query, error } = parseQuery(text);
    expect(error).toBeUndefined();
    expect(shown(query!)).toBe(tree);
  });
});

const errors: readonly (readonly [
  text: string,
  start: number,
  end: number,
  message: string,
  expected: string,
])[] = [
  ['a )', 2, 3, 'this parenthesis closes nothing', '('],
  ['a (b', 2, 3, 'this parenthesis is not closed', ')'],
  ['a ()', 2, 4, 'nothing stands in these parentheses', 'field:value'],
  ['a |', 3, 3, 'something belongs on both sides of |', 'a word'],
  ['| a', 0, 1, 'something belongs on both sides of |', 'a word'],
  ['a || b', 3, 4, 'something belongs on both sides of |', 'a word'],
  ['! a', 0, 1, 'something to exclude belongs after !', 'a word'],
  ['"abc', 0, 4, 'the quotation mark is not closed', '"'],
  ['""', 0, 2, 'nothing stands between these quotation marks', '"text"'],
  ['event:', 6, 6, 'a value belongs after the colon', '*'],
  ['event: x', 6, 7, 'a value belongs after the colon', '*'],
  ['event:=', 6, 7, 'a value belongs after =', '=value'],
  ['event:,', 6, 7, 'a comma stands between values', 'a,b'],
  ['event:"a"b', 9, 10, 'a space belongs after the closing quotation mark', '|'],
  ['ip:@', 3, 4, 'the name of a file belongs after @', '@file'],
  ["a '", 2, 3, "a word belongs after '", "'word"],
  ['is:eror', 3, 7, 'there is no is:eror', 'error'],
  ['is:', 3, 3, 'a word belongs after is:', 'denied'],
  ['since:yesterday', 6, 15, 'this is no time that can be read', '-2h'],
  ['since:', 6, 6, 'a time belongs after the colon', '-2h'],
  ['since:2026-02-30', 6, 16, 'this is no time that can be read', '2026-03-01'],
  ['time:25:00', 5, 10, 'this is no time that can be read', '09:15'],
  ['time:a..b..c', 5, 12, 'this is no time that can be read', '09:15'],
  ['requestParameters.a[0]:x', 19, 22, 'a path goes to any element of a list, not to one of them', '[]'],
];

describe('a query that cannot be read names the place, the reason and what was expected', () => {
  test.each(errors)('%s', (text, start, end, message, expected) => {
    const { error } = parseQuery(text);
    expect(error).toMatchObject({ start, end, message });
    expect(error!.expected).toContain(expected);
  });
});

test('dates without a zone are in the zone given', () => {
  const at = (text: string, zone: string) => shown(parseQuery(`since:${text}`, zone).query!);
  expect(at('2026-03-01', 'Europe/Berlin')).toBe(at('2026-02-28T23:00Z', 'UTC'));
  expect(at('2026-07-01T12:30', 'America/New_York')).toBe(at('2026-07-01T16:30Z', 'UTC'));
  expect(at('2026-07-01T12:30+02:00', 'America/New_York')).toBe(at('2026-07-01T10:30Z', 'UTC'));
  expect(at('2026-03-01', 'Nowhere/Land')).toBe(at('2026-03-01', 'UTC'));
});

test('every node knows the characters that it was read from', () => {
  const text = ' (a | !b)  event:"x y",z "t"';
  const places = (query: Query): string[] => [
    text.slice(query.start, query.end),
    ...(query.kind === 'and' || query.kind === 'or'
      ? query.of.flatMap(places)
      : query.kind === 'not'
        ? places(query.of)
        : []),
  ];
  const whole = '(a | !b)  event:"x y",z "t"';
  expect(places(parseQuery(text).query!)).toEqual([
    whole,
    '(a | !b)',
    'a',
    '!b',
    'b',
    'event:"x y",z',
    '"t"',
  ]);
});

const pieces = fc.constantFrom(
  'a',
  'event',
  'ip',
  'is',
  'error',
  'since',
  'time',
  'requestParameters',
  '.',
  '[]',
  '[0]',
  ':',
  '=',
  '^',
  '$',
  "'",
  '"',
  '!',
  '-',
  '(',
  ')',
  '|',
  ',',
  '*',
  '@',
  ' ',
  '\\',
  '10.0.0.0/8',
  '09:15',
  '..',
  '-2h',
  '2026-03-01',
  'é',
  '\u{1f600}',
  '\n',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
);

test('any text gives a tree or an error whose place lies within it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { query, error } = parseQuery(text);
      const { start, end } = query ?? error;
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(text.length);
      expect((query === undefined) === (error !== undefined)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('text that is nested without end is refused rather than exhausting the stack', () => {
  for (const sign of ['(', '!', '-(', '!(']) {
    expect(parseQuery(sign.repeat(50_000)).error?.message).toMatch(/nested more than/);
  }
});
