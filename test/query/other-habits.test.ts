import { describe, expect, test } from 'vitest';
import { minusWordIn, misreadIn } from '../../src/query/other-habits.ts';
import { parseQuery } from '../../src/query/parse.ts';

// What people who know other query languages write, and what they are told.

const misread = (text: string) => misreadIn(parseQuery(text).query!);

describe('told what to write instead', () => {
  test.each([
    ['alice OR bob', 'OR is a word here: a | b finds either'],
    ['alice and bob', 'and is a word here: leave it out, all words must match'],
    ['NOT alice', 'NOT is a word here: !word leaves out'],
    ['Put*', '* and ? stand for themselves: ^word begins with it, word$ ends with it'],
    ['event:Put*', '* and ? stand for themselves: ^word begins with it, word$ ends with it'],
    ['region:us-east-1,us-west-?', '* and ? stand for themselves: ^word begins with it, word$ ends with it'],
    ['event=PutObject', 'a colon stands after a field: event:=PutObject'],
    ['eventName==PutObject', 'a colon stands after a field: eventName:=PutObject'],
    ['ip!=10.0.0.1', 'a colon stands after a field: -ip:=10.0.0.1'],
    ['event~put', 'a colon stands after a field: event:put'],
    ['foo:bar', 'there is no field foo'],
    ['event.name:bar', 'there is no field event.name'],
    ['10.0.0.0/8', 'ip:10.0.0.0/8 looks for the addresses of a network'],
    ['is:write !(x | b:c)', 'there is no field b'],
  ])('%s', (text, words) => {
    expect(misread(text).map((one) => one.words)).toEqual([words]);
  });

  test.each(['event:=PutObject', 'event:*', 's3://bucket/key', 'crak', 'a=b', 'alice', '"a* OR b"', "'or"])(
    '%s is as it was meant',
    (text) => {
      expect(misread(text)).toEqual([]);
    },
  );

  test('what is written instead can be read', () => {
    for (const text of ['event=PutObject', 'ip!=10.0.0.1', 'event~put', '10.0.0.0/8']) {
      const instead = /\S+:\S+/.exec(misread(text)[0]!.words)![0];
      expect(parseQuery(instead).query?.kind).toMatch(/field|not/);
    }
  });
});

test.each([
  ['-alice', 'alice'],
  ['is:write -alice', 'alice'],
  ['-user:alice', undefined],
  ['a-b', undefined],
  ["'-x", undefined],
  ['!alice', undefined],
])('a minus before a word does not exclude: %s', (text, word) => {
  expect(minusWordIn(parseQuery(text).query!)).toBe(word);
});
