import { expect, test } from 'vitest';
import type { CloudTrailRecord } from '../../src/record/json.ts';
import { loadRecords } from '../query/load-records.ts';
import { alice } from './incident.ts';
import { openScreen } from './screen-script.ts';

// One key that takes on more roles, and makes more kinds of calls, than any screen or command line has room for.

const roles = 2003;
const records = Array.from({ length: roles }, (_, i): CloudTrailRecord[] => {
  const accessKeyId = `ASIAEXAMPLE${String(i).padStart(9, '0')}`;
  const role = `arn:aws:iam::111122223333:role/R${i}`;
  return [
    {
      eventName: 'AssumeRole',
      eventSource: 'sts.amazonaws.com',
      eventTime: new Date(Date.UTC(2026, 2, 4) + i * 1000).toISOString(),
      userIdentity: alice,
      requestParameters: { roleArn: role, roleSessionName: 's' },
      responseElements: { credentials: { accessKeyId } },
    },
    {
      eventName: `Call${i}`,
      eventTime: new Date(Date.UTC(2026, 2, 5) + i * 1000).toISOString(),
      userIdentity: {
        type: 'AssumedRole',
        arn: `arn:aws:sts::111122223333:assumed-role/R${i}/s`,
        accountId: '111122223333',
        accessKeyId,
        sessionContext: { sessionIssuer: { type: 'Role', userName: `R${i}`, arn: role } },
      },
    },
  ];
}).flat();
const loaded = loadRecords(records);

test('the sum of a session lists every role that it took, the last one too', () => {
  const screen = openScreen(loaded);
  screen.press('g a S G');
  const text = screen.lines().join('\n');
  expect(text).toMatch(/│ +00:00:00 +2,003 {2}sts:AssumeRole +│/);
  screen.press('k k');
  expect(screen.lines().join('\n')).toContain(`AssumeRole  arn:aws:iam::111122223333:role/R${roles - 1}`);
});

test('the sessions that another began are asked for in one condition, and what is left out is said', () => {
  const screen = openScreen(loaded);
  screen.press('g a c');
  expect(screen.lines().at(-1)).toContain('the first 2,000 of 2,003 sessions');
  const { question } = screen.state();
  expect(question.matches.length).toBe(2000);
  expect(question.chips.map(({ text }) => text.slice(0, 50))).toEqual([
    'session:="R0/s ASIAEXAMPLE000000000",="R1/s ASIAEX',
  ]);
});

test('the sessions below one that began few are all asked for, and nothing need be said', () => {
  const screen = openScreen(loadRecords(records.slice(0, 6)));
  screen.press('g a c');
  expect(screen.state().question.matches.length).toBe(3);
  expect(screen.state().message).toBeUndefined();
});
