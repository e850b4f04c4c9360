import { expect, test } from 'vitest';
import { familyRows } from '../../src/screen/draw/draw-footer.ts';
import { keyTable } from '../../src/screen/keys/key-table.ts';
import { loadRecords } from '../query/load-records.ts';
import { incident } from './incident.ts';
import { openScreen, progressDone } from './screen-script.ts';

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

test.each([
  [80, '(is:denied serv', /^ +Tab service /],
  [120, '(is:denied serv', /^ {3}▲ this parenthesis is not closed; \) +Tab service /],
  [80, '(is:denied zzz', /^ {3}▲ this parenthesis is not closed; \) *$/],
  [80, 'since:soon serv', /^ +▲ this is no time/],
])('at %i columns under %j stand ways to go on, or what is wrong', (columns, query, note) => {
  const screen = openScreen(loaded, columns, 24);
  screen.press(`/ "${query}"`);
  const prompt = screen.lines().findIndex((line) => line.includes(query));
  expect(screen.lines()[prompt + 1]).toMatch(note);
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

test.each([40, 80])(
  'of counts it is said how many values are chosen, those out of sight too, at %i columns',
  (columns) => {
    const screen = openScreen(loaded, columns, 24);
    screen.press('F space space');
    expect(screen.lines().join('\n')).toMatch(/│ +3 of \d+ +2 chosen │/);
    screen.press('/ "zzz"');
    expect(screen.lines().join('\n')).toMatch(/│ \/ zzz +2 chosen │/);
    screen.press('escape space space');
    expect(screen.lines().join('\n')).not.toContain('chosen');
  },
);

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
  expect(lines).toContain('mgmt writes');
});

test.each([
  [160, /recorded \| events \| first \| last \| regions \| accounts/, 'management reads', '2026-03-03 22:00'],
  [80, /recorded \| events \| first \| last \| regions \| accounts/, 'mgmt reads', '2026-03-03'],
])('at %i columns the summary keeps the number of accounts', (columns, names, reads, first) => {
  const screen = openScreen(loaded, columns, 50);
  screen.press('D');
  const lines = screen.lines().join('\n');
  expect(lines).toMatch(names);
  expect(lines).toMatch(new RegExp(`│ ${reads} +\\| 4 +\\| ${first} +\\| `));
});

test('a sentence of the summary that has no room in one line goes on in the next', () => {
  const stop = {
    ...incident[1]!,
    eventName: 'StopLogging',
    eventSource: 'cloudtrail.amazonaws.com',
    requestParameters: { name: 'trail-of-the-whole-organization' },
  };
  const screen = openScreen(loadRecords([...incident, stop]), 60, 40);
  screen.press('D');
  const lines = screen
    .lines()
    .join('\n')
    .replace(/ *│ *\n *│ */g, ' ');
  expect(lines).toMatch(/organization stopped \S+, not started again/);
  expect(lines).toMatch(/0 copies folded, 0 mended, 0 lost/);
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

test('help says which of its lines are in sight', () => {
  const screen = openScreen(loaded, 80, 24);
  screen.press('?');
  expect(screen.lines().join('\n')).toMatch(/│ 1 to 17 of \d{3} +│/);
  screen.press('G');
  expect(screen.lines().join('\n')).toMatch(/│ (\d+) to (\d+) of \2 +│/);
  screen.press('/ "compare"');
  screen.press('enter');
  expect(screen.lines().join('\n')).not.toMatch(/ to \d+ of \d+ +│/);
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

test.each([
  [80, 24],
  [60, 20],
  [40, 10],
])('the lens that is on is named at %i×%i', (columns, rows) => {
  const screen = openScreen(loaded, columns, rows);
  screen.press('9');
  expect(screen.lines().join('\n')).toContain('lens 9: deletions');
});

test('what completes a word is offered while it is typed, and the list stays where it is as that comes and goes', () => {
  const screen = openScreen(loaded, 80, 24);
  const heading = () => screen.lines().findIndex((line) => line.includes('EVENT '));
  screen.press('/');
  const row = heading();
  screen.press('"servi"');
  expect(screen.lines().join('\n')).toContain('Tab service');
  expect(heading()).toBe(row);
  screen.press('"x"');
  expect(heading()).toBe(row);
});

test.each([40, 60, 80])('a complaint at the end of a query shows its beginning at %i columns', (columns) => {
  const screen = openScreen(loaded, columns, 24);
  screen.press('/ "since:yesterday"');
  expect(screen.lines().join('\n')).toMatch(/▲ this is no time that/);
});

test('an empty list with a filter and a history says all ways on at 80 columns', () => {
  const screen = openScreen(loaded, 80, 24);
  screen.press('+ / "zzzz" enter');
  expect(screen.lines().join('\n')).toContain('/ edits the query · x drops the last filter · [ goes back');
});

test.each([40, 60, 80])('why a list is empty is said in whole sentences at %i columns', (columns) => {
  const screen = openScreen(loaded, columns, 40);
  screen.press('/ "zzzz DeleteObject until:2020-01-01" enter');
  const text = screen.lines().join('').replace(/ /g, '');
  for (const sentence of [
    'the logs run from 2026-03-03T22:00:00Z to 2026-03-04T09:20:00Z',
    'looks in whole records; bare words only in service, event and principal',
  ])
    expect(text).toContain(sentence.replace(/ /g, ''));
});

test('the way back names what each step added', () => {
  const screen = openScreen(loaded, 120, 40);
  screen.press('g j j + l l + \\ x');
  const line = screen.lines().find((one) => one.includes('›'));
  expect(line?.trim()).toMatch(/\[ event:=CreateStream › target:=orders-copy › in context$/);
});

test('a minus before a word, which does not exclude it, is told how to', () => {
  const screen = openScreen(loaded, 80, 24);
  screen.press('/ "-kinesis"');
  expect(screen.lines().join('\n')).toContain('!kinesis leaves it out');
});

test('the menu of what is around an event says where a way leads nowhere', () => {
  const menuOf = (keys: string) => {
    const screen = openScreen(loaded, 120, 40);
    screen.press(keys);
    screen.send({ kind: 'family-waited' });
    return screen.lines().join('\n');
  };
  expect(menuOf('g a')).toMatch(/c {2}sessions that this one began, and theirs +1 session │/);
  expect(menuOf('g a')).toMatch(/o {2}the call that began the session +none │/);
  expect(menuOf('g j j a')).toMatch(/c {2}sessions that this one began, and theirs +none │/);
});

test.each([
  ['a', 80],
  ['a', 40],
  ['y', 40],
  ['p', 40],
])('on a screen of 10 rows the menu of %s has all its keys at %i columns', (prefix, columns) => {
  const screen = openScreen(loaded, columns, 10);
  screen.press(`g ${prefix}`);
  screen.send({ kind: 'family-waited' });
  const menu = screen.lines().slice(0, -1).join('\n');
  for (const { key } of familyRows(keyTable, prefix)) expect(menu).toMatch(new RegExp(`│.* ${key} .*│`));
});

test('the menu around an event says how many its ways lead to on any screen, and of the request id when that is told', () => {
  const menuOf = (columns: number, rows: number) => {
    const screen = openScreen(loaded, columns, rows);
    screen.press('g a');
    screen.send({ kind: 'family-waited' });
    return screen.lines().join('\n');
  };
  expect(menuOf(120, 40)).toMatch(/k {2}events with this access key +\d+ near · \d+ in all │/);
  expect(menuOf(120, 40)).toMatch(/r {2}events with this request id +counted when asked │/);
  expect(menuOf(80, 10)).toMatch(/k {2}access key +\d+ in all /);
  expect(menuOf(80, 10)).toMatch(/r {2}request id +when asked /);
  expect(menuOf(40, 10)).toMatch(/k access key +\d+ /);
});

test('on the smallest screen a box has all rows but two', () => {
  const screen = openScreen(loaded, 40, 10);
  screen.press('?');
  expect(screen.lines().findIndex((line) => line.startsWith(' ╭ Help'))).toBe(1);
  expect(screen.lines().findIndex((line) => line.startsWith(' ╰'))).toBe(8);
});

test('the palette says that Enter runs and Esc closes', () => {
  const screen = openScreen(loaded, 80, 24);
  screen.press(':');
  expect(screen.lines().at(-1)).toContain('⏎ run   Esc close');
});

test('values that differ only at their end are compared at their end', () => {
  const arn = (end: string) => `arn:aws:s3:::a-bucket-with-a-long-name-for-logs/2026/03/04/${end}`;
  const records = ['one', 'two', '😀', '😁'].map((end, i) => ({
    eventName: 'PutObject',
    eventTime: `2026-03-04T00:00:0${i}Z`,
    requestParameters: { key: arn(end) },
  }));
  const compared = (keys: string) => {
    const screen = openScreen(loadRecords(records), 80, 24);
    screen.press(keys);
    return screen.lines().find((line) => line.includes('≠ requestParameters.key'));
  };
  expect(compared('g m j d')).toMatch(/…03\/04\/one +│ …03\/04\/two /);
  expect(compared('g j j m j d')).toMatch(/…3\/04\/😀 +│ …3\/04\/😁 /);
});

test.each([
  [100, / 2026-03-03 22:00 → 2026-03-04 09:20 UTC $/],
  [60, / 2026-03-03 → 2026-03-04 $/],
  [40, / 1 file +$/],
])('at %i columns the first line says what it has room for of the stretch of time', (columns, end) => {
  expect(openScreen(loaded, columns, 24).lines()[0]).toMatch(end);
});

test.each([
  [100, / 120 MB of 480 MB · 40 MB\/s · 9 s left $/],
  [60, /░ 25 % · 9 s left $/],
  [50, / 25 % $/],
])('at %i columns the first line says how far loading is', (columns, end) => {
  const screen = openScreen(loaded, columns, 24);
  const progress = { ...progressDone, done: false, bytesDone: 120e6, bytesFound: 480e6, elapsedMs: 3000 };
  screen.send({ kind: 'loaded', snapshot: loaded.snapshot, progress });
  expect(screen.lines()[0]).toMatch(end);
});

test('a long path gives way to what is counted in it', () => {
  const title = 'evidence/2026-03-04/AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/04';
  const screen = openScreen(loaded, 80, 24, '', { title });
  expect(screen.lines()[0]).toMatch(/^ evidence\/\S+…\S+2026\/03\/04 · 9 events · 1 file$/);
});
