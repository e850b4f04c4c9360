import { expect, test } from 'vitest';
import { loadSamples } from '../query/samples.ts';
import { openScreen } from './screen-script.ts';

// Who stands behind a call, and the keys that go along the chain, on the sample incident.

const samples = loadSamples();
const stolenKey = 'key:AKIAEXAMPLEALICE2K4M ip:203.0.113.7';
const whole = 'alice → Deploy/alice → Prod/alice → MediaArchive/nightly-sync';

/** The samples with a query asked, the first match selected, and these keys pressed. */
function screenAt(query: string, keys: string, columns = 200) {
  const screen = openScreen(samples, columns, 50, query);
  screen.press(`g ${keys}`);
  const text = screen.lines().join('\n');
  return {
    text,
    who: screen.lines().find((line) => /^ +who /.test(line)) ?? '',
    selected: samples.snapshot.text('event', screen.state().list.selected),
    count: screen.state().question.matches.length,
  };
}

test('three keys lead from the stolen key to the last role of its chain', () => {
  const { who, count } = screenAt(stolenKey, 'a c G');
  expect(who).toContain(whole);
  expect(count).toBeGreaterThan(screenAt(stolenKey, '').count);
});

test.each([
  ['the person', 'a h', 'person:=alice'],
  ['the session', 'a s', 'session:='],
  ['the sessions that it began', 'a c', 'session:='],
])('lists the events of %s', (_, keys, query) => {
  const { text, count } = screenAt(stolenKey, keys);
  expect(text).toContain(query);
  expect(count).toBeGreaterThan(1);
});

test('goes up the chain, a call at a time, to the person', () => {
  const last = 'key:ASIAEXAMPLEARCHQ3W6Z getobject';
  const chains = ['', 'a o', 'a o a o', 'a o a o a o'].map((keys) => screenAt(last, keys).who);
  for (const [i, who] of chains.entries())
    expect(who).toContain(
      ` ${whole
        .split(' → ')
        .slice(0, 4 - i)
        .join(' → ')}   `,
    );
  expect(screenAt(last, 'a o').selected).toBe('AssumeRole');
});

test('the chain of a long-lived key begins at its user, and the words say who made the key and when', () => {
  const used = 'key:AKIAEXAMPLEMEDCI7J3P';
  expect(screenAt(used, '').who).toMatch(/ media-ci {3}key made by Prod\/alice 09:28 /);
  expect(screenAt(used, 'a o').selected).toBe('CreateAccessKey');
  expect(screenAt(stolenKey, '').who).not.toContain('key made by');
});

test('the sum of a session tells where it came from, what it did and which roles it took on', () => {
  const { text } = screenAt('key:ASIAEXAMPLEPRODK5T2N', 'a S');
  for (const part of [
    'alice → Deploy/alice → Prod/alice',
    'began with',
    '203.0.113.7 ×',
    'user agent  AWS CLI 2.15.30 on Linux ×15',
    'Roles and keys that it took',
  ])
    expect(text).toContain(part);
});

test('the sum of a session that two people used says so at 80 columns: two addresses, two programs', () => {
  const { text } = screenAt('key:AKIAEXAMPLEALICE2K4M', 'a S', 80);
  expect(text).toMatch(/source ip +192\.0\.2\.10 ×96 · 203\.0\.113\.7 ×28 /);
  expect(text).toMatch(/user agent +AWS CLI 2\.22\.35 on macOS ×96 · AWS CLI 2\.15\.30 on Linux ×28 /);
  expect(text).toMatch(/ 9 {2}AccessDenied +│/);
});

test('the sum of a principal tells who made its key', () => {
  expect(screenAt('key:AKIAEXAMPLEMEDCI7J3P', 'a P').text).toContain('key made by Prod/alice 09:28');
});
