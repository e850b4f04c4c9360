import { expect, test } from 'vitest';
import { loadRecords } from '../query/load-records.ts';
import { incident } from './incident.ts';
import { openScreen } from './screen-script.ts';

// What a screen of few columns, or a hurried hand, must not lose.

const loaded = loadRecords(incident);

test('an event that is looked at in context stays selected', () => {
  const screen = openScreen(loaded, 80, 24);
  screen.press('g j j j j j / "kinesis" enter');
  const { selected } = screen.state().list;
  screen.press('\\');
  expect(screen.state().list.selected).toBe(selected);
});

test('after the name of a field its values are offered, not a complaint that there is none yet', () => {
  const screen = openScreen(loaded, 80, 24);
  screen.press('/ "service:"');
  expect(screen.lines().find((line) => line.includes(' Tab '))).toMatch(/Tab [a-z0-9]+ \d/);
});

test.each([40, 60, 70, 80, 90, 100, 120])('no hint in the last line is cut at %i columns', (columns) => {
  for (const keys of ['', 'enter', 'F', 'i', '?', '/']) {
    const screen = openScreen(loaded, columns, 30);
    screen.press(keys);
    expect(screen.lines().at(-1)).not.toContain('…');
  }
});

test('counts of a value keep apart, and say from how many addresses and with how many keys', () => {
  const screen = openScreen(loaded, 80, 24);
  screen.press('F l l l l l l');
  const lines = screen.lines();
  expect(lines.find((line) => line.includes('VALUE'))).toMatch(/EVENTS +SHARE +IPS +KEYS/);
});

test('a stopped trail is told beside the timeline, and how many where there are several', () => {
  const stop = { ...incident[1]!, eventName: 'StopLogging', eventSource: 'cloudtrail.amazonaws.com' };
  const stops = ['main', 'org'].map((name, i) => ({
    ...stop,
    eventID: `20000000-0000-4000-8000-00000000000${i}`,
    requestParameters: { name },
  }));
  const timelineOf = (records: typeof incident) =>
    openScreen(loadRecords(records), 120, 40)
      .lines()
      .find((line) => line.includes('stopped'));
  expect(timelineOf([...incident, stops[0]!])).toMatch(/╌ trail stopped 09:09 and not started again/);
  expect(timelineOf([...incident, ...stops])).toMatch(/╌ trails stopped 2 times/);
  expect(timelineOf(incident)).toBeUndefined();
});

test('the summary says when a trail was stopped and started again, and when nothing was recorded', () => {
  const call = (eventName: string, hour: number) => ({
    ...incident[1]!,
    eventName,
    eventSource: 'cloudtrail.amazonaws.com',
    eventTime: `2026-03-04T${hour}:30:00Z`,
    eventID: `20000000-0000-4000-8000-0000000000${hour}`,
    requestParameters: { name: 'main' },
  });
  const busy = Array.from({ length: 200 }, (_, i) => ({
    ...incident[4]!,
    eventID: `30000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    eventTime: new Date(Date.UTC(2026, 2, 4, 12, i % 60)).toISOString(),
  }));
  const screen = openScreen(
    loadRecords([...busy, call('StopLogging', 13), call('StartLogging', 18)]),
    60,
    40,
  );
  screen.press('D');
  const lines = screen.lines().join('\n');
  expect(lines).toContain('╌ trail main stopped 13:30, started again 18:30');
  expect(lines).toContain('╌ nothing recorded 13:30 to 18:30, 5 h');
  expect(lines).toContain('management writes');
});

test.each([
  [40, '── CreateSignalingChannel ─', /event 4|4 of 9/],
  [60, '── CreateSignalingChannel ─', undefined],
])('the title of the detail keeps the name of the event at %i columns', (columns, title, gone) => {
  const screen = openScreen(loaded, columns, columns === 40 ? 10 : 30);
  screen.press('g j j j enter');
  const line = screen.lines().find((one) => one.includes('── Create'));
  expect(line).toContain(title);
  if (gone !== undefined) expect(line).not.toMatch(gone);
  else expect(line).toContain('4 of 9');
});

test('help that is narrowed says of each key in which pane it does that', () => {
  const screen = openScreen(loaded, 100, 40);
  screen.press('? / "filter"');
  const lines = screen.lines().join('\n');
  expect(lines).toContain('Anywhere');
  expect(lines).not.toContain('Signs before a line');
});

test('a range being selected is said for as long as it is', () => {
  const screen = openScreen(loaded, 80, 24);
  screen.press('g v j j');
  expect(screen.lines().at(-1)).toMatch(/^ range of 3 events /);
  screen.press('v j');
  expect(screen.lines().at(-1)).not.toContain('range of');
});

test.each([
  ['203.0.113.7', /in fields only; "203\.0\.113\.7" looks in whole records/],
  ['kinesis', undefined],
])('a pasted value says where it was looked for: %s', (query, hint) => {
  const text = openScreen(loaded, 120, 30, query).lines().join('\n');
  if (hint === undefined) expect(text).not.toContain('in fields only');
  else expect(text).toMatch(hint);
});

test.each([
  ['Client.UnauthorizedOperation', '✗ Unauthorized', 80],
  ['ResourceInUseException', '✗ ResourceInUse', 80],
  ['AccessDeniedException', '✗ AccessDeniedException', 160],
])('of %s the part that tells is shown', (errorCode, shown, columns) => {
  const records = [{ ...incident[3]!, errorCode }, incident[2]!];
  const line = openScreen(loadRecords(records), columns, 30)
    .lines()
    .find((one) => one.includes('✗'));
  expect(line).toContain(shown);
});

test('Esc and a key so fast that they arrive as one do both, and in the prompt nothing', () => {
  const screen = openScreen(loaded, 80, 24);
  screen.press('F Alt-g');
  expect(screen.lines().join('\n')).not.toContain('VALUE');
  expect(screen.state().list.position).toBe(0);
  screen.press('/ "kinesis" Alt-d');
  expect(screen.state().input?.editor.text).toBe('kinesis');
});
