import { describe, expect, test } from 'vitest';
import { loadRecords } from '../query/load-records.ts';
import { incident } from './incident.ts';
import { openScreen } from './screen-script.ts';

// Scripts of keys and what they lead to: the selected event by its time and name, the topmost line of the list, the count.

const loaded = loadRecords(incident);

type Row = {
  readonly name: string;
  readonly keys: string;
  /** `09:14:02 CreateStream`: the selected event. */
  readonly selected?: string;
  /** Matches in the prompt. */
  readonly count?: string;
  /** Filters, in order. */
  readonly chips?: readonly string[];
  /** Part of the last line. */
  readonly footer?: string;
  readonly focus?: string;
};

const list: readonly Row[] = [
  { name: 'opens on the newest event', keys: '', selected: '09:20:00 DescribeInstances', count: 'all 9' },
  { name: 'moves by lines and to the ends', keys: 'k k', selected: '09:17:00 GetObject' },
  { name: 'goes to the first', keys: 'g', selected: '22:00:00 ListBuckets' },
  { name: 'stops at the ends', keys: 'g k k', selected: '22:00:00 ListBuckets' },
  {
    name: 'goes to the failure before, and the one before that',
    keys: 'E E',
    selected: '09:17:00 GetObject',
  },
  {
    name: 'says when there is no other failure',
    keys: 'g E',
    selected: '22:00:00 ListBuckets',
    footer: 'no earlier failed or denied call',
  },
  { name: 'goes to the write call before', keys: 'W W', selected: '09:14:09 CreateSignalingChannel' },
  {
    name: 'follows the same actor and says which',
    keys: 'g j j o',
    selected: '09:14:09 CreateSignalingChannel',
    footer: 'of the same',
  },
  { name: 'sorts by the cell and back', keys: 'g s', count: 'all 9', footer: 'sorted by event' },
  { name: 'goes to a time on the day looked at', keys: 't "09:14" enter', selected: '09:14:02 CreateStream' },
  {
    name: 'reads digits alone as hour and minute',
    keys: 't "0914" enter',
    selected: '09:14:02 CreateStream',
  },
  { name: 'reads one or two digits as an hour', keys: 't "9" enter', selected: '09:09:00 AssumeRole' },
  { name: 'goes to a day', keys: 't "2026-03-04" enter', selected: '09:09:00 AssumeRole' },
  { name: 'has no match to go to when none matches', keys: '/ "zzzz" enter n', footer: 'no event matches' },
  { name: 'says what a time looks like', keys: 't "soon" enter', footer: 'a time is' },
];

const search: readonly Row[] = [
  { name: 'narrows as letters are typed', keys: '/ "kinesis"', count: '3 of 9' },
  {
    name: 'selects the nearest match in time',
    keys: 'g j j j j j / "kinesis"',
    selected: '09:15:00 DescribeStream',
  },
  {
    name: 'comes back to the event when it matches again',
    keys: 'g j j j j j / "kinesis" Ctrl-U',
    selected: '09:16:00 DescribeInstances',
    count: 'all 9',
  },
  {
    name: 'does not come back once the user has moved',
    keys: 'g j j j j j / "kinesis" up Ctrl-U',
    selected: '09:14:09 CreateSignalingChannel',
  },
  {
    name: 'moves the list while typing',
    keys: '/ "kinesis" up',
    selected: '09:14:09 CreateSignalingChannel',
  },
  {
    name: 'restores on Esc the query before and the event',
    keys: '/ "kinesis" enter up / "x" up escape',
    selected: '09:14:09 CreateSignalingChannel',
    count: '3 of 9',
  },
  { name: 'keeps the last good query while one cannot be read', keys: '/ "kinesis ("', count: '3 of 9' },
  {
    name: 'searches for what is typed in a parenthesis before it is closed',
    keys: '/ "(kinesis | iam"',
    count: '4 of 9',
  },
  {
    name: 'does not keep a query that cannot be read',
    keys: '/ "kinesis (" enter',
    footer: 'cannot be read',
  },
  { name: 'edits in the middle of the line', keys: '/ "kinesis" home "!" end', count: '6 of 9' },
  { name: 'deletes words and to the ends', keys: '/ "kinesis denied" Ctrl-W', count: '3 of 9' },
  { name: 'recalls what was asked before', keys: '/ "kinesis" enter x / Ctrl-P', count: '3 of 9' },
  { name: 'completes field names and values', keys: '/ "servi" tab "kinesisv" tab', count: '1 of 9' },
];

const filters: readonly Row[] = [
  {
    name: 'keeps events with the value of the cell',
    keys: '+',
    count: '2 of 9',
    chips: ['event:=DescribeInstances'],
  },
  {
    name: 'leaves events with the value out',
    keys: '-',
    count: '7 of 9',
    selected: '09:18:00 CreateAccessKey',
    chips: ['-event:=DescribeInstances'],
  },
  {
    name: 'takes the result of the cell',
    keys: 'k l l l l l l +',
    count: '2 of 9',
    chips: ['error:=AccessDenied'],
  },
  {
    name: 'takes ok from a result without an error',
    keys: 'l l l l l l -',
    count: '3 of 9',
    chips: ['-outcome:=ok'],
  },
  {
    name: 'drops the last filter, then the query',
    keys: '/ "kinesis" enter + x',
    count: '3 of 9',
    chips: [],
  },
  { name: 'drops everything at once', keys: '/ "kinesis" enter + X', count: 'all 9', chips: [] },
  {
    name: 'goes back to the event and the filters before',
    keys: 'k k + [',
    selected: '09:17:00 GetObject',
    count: 'all 9',
    chips: [],
  },
  {
    name: 'keeps the event that a filter or a pivot was made from, though nobody had moved to it',
    keys: '/ "create" enter a i',
    selected: '09:18:00 CreateAccessKey',
  },
  { name: 'goes forward again', keys: 'k k + [ ]', count: '1 of 9', chips: ['event:=GetObject'] },
  {
    name: 'hides calls by services, and shows them again',
    keys: 'H',
    count: '7 of 9',
    chips: ['-is:service'],
  },
  { name: 'shows calls by services again', keys: 'H H', count: 'all 9', chips: [] },
  { name: 'switches a lens on', keys: '5', count: '1 of 9' },
  { name: 'switches a lens off again', keys: '5 5', count: 'all 9' },
  { name: 'filters by counts', keys: 'F j enter', count: '1 of 9' },
  { name: 'filters against several counts', keys: 'F space space -', count: '6 of 9' },
  {
    name: 'switches a filter off without losing it',
    keys: '+ c space',
    count: 'all 9',
    chips: ['event:=DescribeInstances'],
  },
  { name: 'turns a filter around', keys: '+ c !', count: '7 of 9', chips: ['-event:=DescribeInstances'] },
  { name: 'removes a filter', keys: '+ c x', count: 'all 9', chips: [], focus: 'list' },
  {
    name: 'edits a filter',
    keys: '+ c enter Ctrl-U "is:denied" enter',
    count: '2 of 9',
    chips: ['is:denied'],
  },
  {
    name: 'does not keep a filter that cannot be read',
    keys: '+ c enter Ctrl-U "since:soon" enter',
    footer: 'cannot be read',
    chips: ['event:=DescribeInstances'],
  },
  {
    name: 'goes around to what shares the key',
    keys: 'g j j a k',
    count: '4 of 9',
    selected: '09:14:02 CreateStream',
  },
  { name: 'goes to the call that began the session', keys: 'g j j a o', selected: '09:09:00 AssumeRole' },
  {
    name: 'shows matches among everything',
    keys: '/ "kinesis" enter \\ N',
    selected: '09:14:09 CreateSignalingChannel',
  },
  { name: 'zooms the timeline and out again', keys: 'i enter x', count: 'all 9' },
];

const detail: readonly Row[] = [
  { name: 'goes to the parameters and back', keys: 'enter', focus: 'request' },
  { name: 'steps back from the parameters with Esc', keys: 'enter escape', focus: 'list' },
  {
    name: 'steps through events from the parameters',
    keys: 'g j j enter e',
    selected: '09:14:09 CreateSignalingChannel',
    focus: 'request',
  },
  {
    name: 'filters by a value inside the parameters',
    keys: 'g j j enter +',
    chips: ['requestParameters.streamName:=orders-copy'],
  },
  {
    name: 'takes a nested value by its path',
    keys: 'g j j enter j j j j -',
    chips: ['-requestParameters.tags.cost:=1.0'],
  },
  { name: 'looks for the value anywhere', keys: 'g j j enter *', chips: ['"orders-copy"'] },
  {
    name: 'finds a value in the panes',
    keys: 'g j j enter Ctrl-F "media" enter +',
    chips: ['requestParameters.tags.team:=media'],
  },
  {
    name: 'folds a value, and the lines below are gone',
    keys: 'g j j enter j j h G +',
    footer: 'no value is selected',
  },
  { name: 'goes through the panes with Tab', keys: 'tab tab', focus: 'response' },
  { name: 'goes around through the panes', keys: 'tab tab tab', focus: 'list' },
  { name: 'never quits on Esc', keys: 'escape escape', footer: 'q quits' },
];

const evidence: readonly Row[] = [
  { name: 'marks, and goes to the mark', keys: 'g j j m j j U', selected: '09:14:02 CreateStream' },
  { name: 'finds marks by the query', keys: 'g j j m / "is:marked" enter', count: '1 of 9' },
  { name: 'unmarks', keys: 'g m m / "is:marked" enter', count: '0 of 9' },
  { name: 'marks a range', keys: 'g v j j m / "is:marked" enter', count: '3 of 9' },
  { name: 'marks with a note', keys: 'g j j M "first theft" enter', footer: 'marked with a note' },
  {
    name: 'goes from a session to the first call of a kind',
    keys: 'g j j j j a S G enter',
    selected: '09:17:00 GetObject',
  },
  { name: 'runs a command of the palette', keys: ': "summary" enter', footer: 'close' },
  {
    name: 'says when there is no command of that name',
    keys: ': "nonsense" enter',
    footer: 'no command is called nonsense',
  },
  { name: 'asks for a file name that tells the format', keys: ': "w out.xyz" enter', footer: 'must end in' },
];

describe.each([
  ['evidence', evidence],
  ['the list', list],
  ['the search', search],
  ['filters', filters],
  ['the parameters', detail],
] as const)('%s', (_, rows) => {
  test.each(rows.map((row) => [row.name, row] as const))('%s', (_name, row) => {
    const screen = openScreen(loaded, 120, 36);
    screen.press(row.keys);
    const { list: events, question, focus } = screen.state();
    const { snapshot } = loaded;
    const lines = screen.lines();
    if (row.selected !== undefined) {
      const time = new Date(snapshot.timeMs[events.selected]!).toISOString().slice(11, 19);
      expect(`${time} ${snapshot.text('event', events.selected)}`).toBe(row.selected);
    }
    if (row.count !== undefined) expect(lines.find((line) => /^ \/ /.test(line))).toContain(` ${row.count}`);
    if (row.chips !== undefined) expect(question.chips.map((chip) => chip.text)).toEqual(row.chips);
    if (row.footer !== undefined) expect(lines.at(-1)).toContain(row.footer);
    if (row.focus !== undefined) expect(focus).toBe(row.focus);
  });
});

test('the cursor of the timeline is on the selected event after zooming in and out', () => {
  const screen = openScreen(loaded, 160, 36);
  screen.press('g j j j i enter x');
  const words = screen.lines().find((line) => / UTC, /.test(line)) ?? '';
  const [, date, from, to] = /(\S+) (\S+) → (\S+) UTC/.exec(words) ?? [];
  const selectedMs = loaded.snapshot.timeMs[screen.state().list.selected]!;
  expect(Date.parse(`${date}T${from}Z`), words).toBeLessThanOrEqual(selectedMs);
  expect(Date.parse(`${date}T${to}Z`), words).toBeGreaterThan(selectedMs);
});

test('a list that cannot be read is told under the prompt at its place, and the last good query stays in force', () => {
  const screen = openScreen(loaded, 120, 36);
  screen.press('/ "kinesis"');
  screen.send({ kind: 'type', text: ' ip:@nowhere.txt' });
  const note = screen.lines().find((line) => line.includes('▲'))!;
  expect(note).toContain('the list nowhere.txt cannot be read');
  expect(note.indexOf('▲')).toBe(3 + 'kinesis '.length);
  expect(screen.lines().find((line) => /^ \/ /.test(line))).toContain(' 3 of 9');
});
