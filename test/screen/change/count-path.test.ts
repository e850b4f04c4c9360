import { expect, test } from 'vitest';
import { pathReader, readPathValues } from '../../../src/query/path-values.ts';
import type { Effect } from '../../../src/screen/effect.ts';
import { loadRecords } from '../../query/load-records.ts';
import { incident } from '../incident.ts';
import { openScreen, type ScreenScript } from '../screen-script.ts';

const loaded = loadRecords(incident);
const path = ['requestParameters', 'streamName'];
const overStreamName = 'g j j enter F';

/** Answers an effect for some of its events, as the load would. */
function answer(screen: ScreenScript, effect: Effect | undefined, events: readonly number[]): void {
  if (effect?.kind !== 'read-values') throw new Error('no values were asked for');
  const read = pathReader(effect.path);
  const found = events.map((event) => {
    const bytes = loaded.recordBytes(event);
    const values = readPathValues(read, bytes, Uint32Array.of(0, bytes.length));
    return { ...values, looked: Uint32Array.of(event), events: values.events.map(() => event) };
  });
  screen.send({ kind: 'values-part', path: effect.path, found });
}

function valuesEffect(screen: ScreenScript): Effect | undefined {
  return screen.effects().find((effect) => effect.kind === 'read-values');
}

const all = incident.map((_, event) => event);

test('counts the values at a path as records are read, and says how far it is', () => {
  const screen = openScreen(loaded);
  screen.press(overStreamName);
  const effect = valuesEffect(screen);
  expect(effect).toMatchObject({ path, events: Uint32Array.from(all) });
  expect(screen.lines().join('\n')).toContain('reading records');
  answer(screen, effect, all.slice(0, 3));
  expect(screen.lines().join('\n')).toContain(
    'requestParameters.streamName in 3 events so far, of 9: 1 value',
  );
  answer(screen, effect, all.slice(3));
  screen.send({ kind: 'values-done', path: effect?.kind === 'read-values' ? effect.path : [] });
  expect(screen.lines().join('\n')).toContain('requestParameters.streamName in 2 of 9 events: 2 values');
  expect(screen.lines().filter((line) => /│ +orders(-copy)? +1 /.test(line))).toHaveLength(2);
});

test.each([
  ['with a value', 'enter', 'requestParameters.streamName:=orders', '1 of 9'],
  ['without it', '-', '-requestParameters.streamName:=orders', '9 of 9'],
])('filters by the events %s', (_, key, chip) => {
  const screen = openScreen(loaded);
  screen.press(overStreamName);
  answer(screen, valuesEffect(screen), all);
  screen.press(`/ "orders" enter ${key}`);
  expect(screen.state().question.chips.map(({ text }) => text)).toEqual([chip]);
});

test.each([
  ['the box is closed', 'escape'],
  ['the counts of a field take its place', 'l'],
])('gives up reading when %s, and takes no late values', (_, key) => {
  const screen = openScreen(loaded);
  screen.press(overStreamName);
  const effect = valuesEffect(screen);
  screen.press(key);
  expect(screen.effects()).toContainEqual({ kind: 'cancel-values' });
  const { popup } = screen.state();
  answer(screen, effect, all);
  expect(screen.state().popup).toBe(popup);
});

test('reads the records of matches that come later too', () => {
  const screen = openScreen(loaded, 120, 40, 'kinesis');
  screen.press(overStreamName.replace('j j ', ''));
  const effect = valuesEffect(screen);
  expect(effect).toMatchObject({ events: Uint32Array.of(2, 3, 4) });
  answer(screen, effect, [2]);
  screen.send({ kind: 'values-done', path: effect?.kind === 'read-values' ? effect.path : [] });
  expect(valuesEffect(screen)).toMatchObject({ path, events: Uint32Array.of(3, 4) });
});
