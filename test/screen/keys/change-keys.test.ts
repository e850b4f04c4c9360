import { describe, expect, test } from 'vitest';
import { actionName } from '../../../src/screen/keys/action-name.ts';
import { actionNames, changeKeys } from '../../../src/screen/keys/change-keys.ts';
import { keyTable } from '../../../src/screen/keys/key-table.ts';
import { actionFor } from '../../../src/screen/keys.ts';
import { loadRecords } from '../../query/load-records.ts';
import { incident } from '../incident.ts';
import { openScreen } from '../screen-script.ts';

const loaded = loadRecords(incident);
const changed = (changes: { [name: string]: string | string[] }) =>
  changeKeys(new Map(Object.entries(changes).map(([name, keys]) => [name, [keys].flat()])));

function screenWith(changes: { [name: string]: string | string[] }) {
  const { rows, complaints } = changed(changes);
  expect(complaints).toEqual([]);
  return openScreen(loaded, 120, 36, '', { keys: rows });
}

test('every key that is there can be given to the action that has it', () => {
  for (const row of keyTable) {
    for (const place of row.places) {
      const { rows, complaints } = changed({ [`${place}.${actionName(row.action)}`]: [...row.keys] });
      expect(complaints).toEqual([]);
      expect(rows.find((one) => one.action === row.action && one.places.includes(place))?.keys).toEqual(
        row.keys,
      );
    }
  }
});

test('every action has a name of its own in its place', () => {
  const names = keyTable.flatMap((row) => row.places.map((place) => `${place}.${actionName(row.action)}`));
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(actionNames()).toContain('move-line-down');
});

describe('changed keys', () => {
  test('do what the key before did, and that one no more', () => {
    const screen = screenWith({ 'move-line-up': ['Alt-U', 'Z'] });
    const { position } = screen.state().list;
    screen.press('k');
    expect(screen.state().list.position).toBe(position);
    screen.press('Z Alt-U');
    expect(screen.state().list.position).toBe(position - 2);
  });

  test('are what footer, help and palette show', () => {
    const screen = screenWith({
      ask: 'Ctrl-S',
      'copy-event': 'yE',
      'begin-family-y': 'Y',
      'open-help': 'f2',
    });
    expect(screen.lines().at(-1)).toMatch(/f2 help {3}Ctrl-S search/);
    screen.press('f2 / "copy the event" enter');
    expect(screen.lines().join('\n')).toMatch(/│ +YE +copy the event as JSON/);
    screen.press('escape escape : "copy the event"');
    expect(screen.lines().join('\n')).toMatch(/│ *YE +copy the event as JSON/);
    screen.press('escape Y E');
    expect(screen.effects()).toContainEqual(expect.objectContaining({ kind: 'copy' }));
  });

  test.each([
    [{ ask: 'Q' }, '', 'press Q to search'],
    [{ 'drop-filter-last': 'Z' }, '+ / "zzzz" enter', 'Z drops the last filter'],
    [{ 'walk-history-up': 'Z' }, '/ "kinesis" enter', 'Z all events'],
    [{ ask: 'Q' }, 'Q "zzzz" enter', 'Q edits the query'],
    [{ 'walk-history-up': 'Z' }, '/ "zzzz" enter', 'Z goes back'],
    [{ 'prompt.complete-down': 'Ctrl-T' }, '/ "serv"', 'Ctrl-T service'],
    [{ leave: 'Z' }, 'escape', 'Z quits'],
    [{ 'seek-mark-down': 'Z', 'mark-note': 'L' }, 'm', 'Z goes to marks, L adds a note'],
    [{ mark: 'Z' }, 'y t', 'Z marks an event'],
    [{ mark: 'Z', 'begin-family-y': 'Y', 'select-range': 'V' }, 'V', 'Z marks, Yy copies, V ends it'],
    [{ 'toggle-context': 'Z' }, 'n', 'Z shows them among everything else'],
    [{ 'list.seek-match-down': 'Z' }, '\\', 'Z next match'],
    [{ 'filter-value-with': 'Z' }, 'c', 'Z and - on a value make one'],
    [{ sort: 'Z' }, 'Z', 'Z again sorts by time'],
    [{ 'open-compare': 'Z' }, 'Z', 'then Z compares'],
    [{ 'walk-history-up': 'Z' }, 'g j j a o', 'Z goes back'],
    [{ find: 'Ctrl-G' }, 'enter n', 'Ctrl-G finds'],
    [{ 'toggle-wrap': 'Z' }, 'g j j enter l', 'Z wraps long values'],
    [{ 'timeline.enter': 'Z' }, 'i v', 'Z zooms'],
    [{ 'open-palette': 'P' }, 'P "w" enter', 'Pw needs a file'],
    [{ 'lens-3': 'Z' }, '? / "the root"', 'Z      '],
    [{ 'popup.step-back': 'Z' }, '? / "zzzz"', 'Z shows all'],
    [{ 'popup.step-back': 'Z' }, '! / "zzzz"', 'Z shows all'],
    [{ 'popup.step-back': 'Z' }, 'F / "zzzz"', 'Z shows all'],
    [{ 'drop-input': 'Ctrl-G' }, 't', 'Ctrl-G restore'],
  ] as const)('%j are named in what is said after %j', (changes, keys, text) => {
    const screen = screenWith(changes);
    screen.press(keys);
    expect(screen.lines().join('\n')).toContain(text);
  });

  test('are named on the smallest screen and on the widest', () => {
    const screen = screenWith({ quit: 'Ctrl-X', 'open-facet': 'Z' });
    screen.send({ kind: 'resized', columns: 30, rows: 5 });
    expect(screen.lines().join('\n')).toContain('Ctrl-X quits');
    screen.send({ kind: 'resized', columns: 200, rows: 50 });
    expect(screen.lines().join('\n')).toMatch(/Top values ─+ Z all/);
  });

  test('are named to whom pastes outside the prompt, and beside a copy that may be too large', () => {
    const screen = screenWith({ ask: 'Q', 'begin-family-p': 'P' });
    const pasted = actionFor(screen.state(), { kind: 'paste', text: 'x' });
    expect(pasted).toMatchObject({ message: { text: expect.stringContaining('press Q first') } });
    screen.press('y');
    screen.effects();
    screen.press('v');
    expect(screen.effects()).toMatchObject([{ waysOut: 'P prints it, :w FILE writes it' }]);
  });

  test('can be swapped, and hold in one part of the screen alone', () => {
    expect(changed({ mark: 'd', 'open-compare': 'm' }).complaints).toEqual([]);
    const screen = screenWith({ 'detail.move-line-down': 'Ctrl-N' });
    screen.press('g j j');
    const { position } = screen.state().list;
    screen.press('enter Ctrl-N');
    expect(screen.state().detail.request.line).toBe(1);
    expect(screen.state().list.position).toBe(position);
  });
});

test.each([
  [{ marc: 'm' }, 'there is no such action'],
  [{ 'prompt.mark': 'm' }, 'there is no such action'],
  [{ mark: [] }, 'a key is missing'],
  [{ mark: 'Ctrl-I' }, 'there is no key "Ctrl-I"'],
  [{ mark: 'mm' }, 'there is no key "mm"'],
  [{ 'keep-input': 'k' }, 'k is text while a line is typed'],
  [{ mark: 'F' }, 'F already means “counts of this field” there'],
  [{ 'hide-services': 'm' }, 'm already means “mark at once, again = unmark” there'],
  [{ mark: 'H' }, 'H already means “hide calls made by AWS services, again = show” there'],
  [{ mark: 'Z', sort: 'Z' }, 'Z already means “mark at once, again = unmark” there'],
] as const)('%j is refused, and the usual keys stay', (changes, message) => {
  const { rows, complaints } = changed(changes as unknown as { [name: string]: string[] });
  expect(complaints.map((complaint) => complaint.message)).toEqual([message]);
  const { name } = complaints[0]!;
  const usual = keyTable.filter((row) => actionName(row.action) === name).map((row) => row.keys);
  expect(rows.filter((row) => actionName(row.action) === name).map((row) => row.keys)).toEqual(usual);
});

test('accounts have their names beside their numbers, in the detail and in the counts', () => {
  const accounts = new Map([['111122223333', 'prod']]);
  const screen = openScreen(
    loadRecords([
      { eventName: 'PutItem', eventTime: '2026-03-01T00:00:00Z', recipientAccountId: '111122223333' },
    ]),
    160,
    36,
    '',
    { accounts },
  );
  expect(screen.lines().find((line) => line.includes(' when '))).toContain('account 111122223333 (prod)');
  screen.press('F');
  const shown: string[] = [];
  for (let field = 0; field < 30; field++) {
    shown.push(...screen.lines().filter((line) => line.includes('│') && line.includes('(prod)')));
    screen.press('l');
  }
  expect(shown.some((line) => line.includes('111122223333 (prod)'))).toBe(true);
});
