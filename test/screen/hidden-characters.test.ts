import { expect, test } from 'vitest';
import { loadRecords } from '../query/load-records.ts';
import { incident } from './incident.ts';
import { openScreen } from './screen-script.ts';

const [call, denied] = [incident[2]!, incident[3]!];

test.each([
  [
    'ok',
    { ...call, userAgent: 'aws-cli\u001b[8m' },
    / ok {3}! hidden characters in userAgent {3}changes something/,
  ],
  [
    'denied',
    { ...denied, userAgent: 'aws\u202ecli', errorCode: 'AccessDenied', errorMessage: 'no' },
    / ✗ AccessDenied .* {3}! hidden characters in userAgent {3}no/,
  ],
  [
    'ok',
    { ...call, requestParameters: { name: 'a\u200bb' }, responseElements: { name: 'a\u200bb' } },
    /! hidden characters in requestParameters, responseElements/,
  ],
])('of a call that was %s the header says where characters are hidden', (_, record, words) => {
  expect(
    openScreen(loadRecords([record]), 160, 40)
      .lines()
      .join('\n'),
  ).toMatch(words);
});

test('where none are hidden nothing is said of them', () => {
  expect(
    openScreen(loadRecords([call]), 160, 40)
      .lines()
      .join('\n'),
  ).not.toContain('hidden characters');
});
