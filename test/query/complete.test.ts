import { describe, expect, test } from 'vitest';
import { type Completion, completionsAt } from '../../src/query/complete.ts';
import { loadRecords } from './load-records.ts';

const { snapshot } = loadRecords(
  ['GetObject', 'GetObject', 'PutObject', 'CreateStream', 'odd, name'].map((eventName, index) => ({
    eventName,
    eventTime: `2026-03-01T00:00:0${index}Z`,
    sourceIPAddress: `10.0.0.${index % 2}`,
  })),
);

/** The completions where `▏` stands, as the query would read with each. */
function completed(
  text: string,
  matches = snapshot.order,
): { readonly after: string; readonly of: Completion }[] {
  const cursor = text.indexOf('▏');
  const typed = text.replace('▏', '');
  return completionsAt(typed, cursor, snapshot, matches).map((of) => ({
    after: typed.slice(0, of.start) + of.insert + typed.slice(of.end),
    of,
  }));
}

describe('while a query is typed', () => {
  const first: readonly (readonly [typed: string, first: string])[] = [
    ['serv▏', 'service:'],
    ['kms -eve▏', 'kms -event:'],
    ['(a | user▏', '(a | user:'],
    ['user_▏', 'user_agent:'],
    ['acct▏', 'acct:'],
    ['sour▏ b', 'source_ip: b'],
    ['is:den▏', 'is:denied'],
    ['-is:ev▏', '-is:evasion'],
    ['requestPar▏', 'requestParameters:'],
    ['sinc▏', 'since:'],
    ['event:get▏', 'event:=GetObject'],
    ['event:▏', 'event:=GetObject'],
    ['ev:crst▏', 'ev:=CreateStream'],
    ['event:=GetObject,pu▏', 'event:=GetObject,=PutObject'],
    ['event:pu▏t,x', 'event:=PutObject,x'],
    ['event:"odd, n▏', 'event:="odd, name"'],
    ['event:odd▏', 'event:="odd, name"'],
    ['x event:creatstream▏', 'x event:=CreateStream'],
    ['ip:10▏', 'ip:=10.0.0.0'],
  ];
  test.each(first)('%s is completed first to %s', (typed, expected) => {
    expect(completed(typed)[0]?.after).toBe(expected);
  });

  test('values come with their counts among the matches, most frequent first, and only those that occur', () => {
    expect(completed('event:▏').map(({ of }) => [of.label, of.count])).toEqual([
      ['GetObject', 2],
      ['PutObject', 1],
      ['CreateStream', 1],
      ['odd, name', 1],
    ]);
    expect(completed('event:▏', Uint32Array.of(2)).map(({ of }) => of.label)).toEqual(['PutObject']);
  });

  test('nothing is offered inside a text, in a path, or after what no field is called', () => {
    for (const typed of ['"serv▏', 'nothing:x▏', 'requestParameters.a:b▏', 'event:zzzzz▏'])
      expect(completed(typed)).toEqual([]);
  });
});
