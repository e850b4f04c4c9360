import { expect, test } from 'vitest';
import { detailNode } from '../../../src/screen/detail/detail-content.ts';
import { nameOf, scalarOf } from '../../../src/screen/detail/json-tree.ts';
import { loadRecords } from '../../query/load-records.ts';
import { openScreen, type ScreenScript } from '../screen-script.ts';

// Looking for a text in the parameters: which value the cursor comes to.

const loaded = loadRecords([
  {
    eventName: 'RunInstances',
    eventTime: '2026-03-04T00:00:00Z',
    requestParameters: {
      name: 'Web',
      ids: Array.from({ length: 50 }, (_, i) => `i-${i}`),
      deep: { tags: [{ key: 'role', value: 'web server' }] },
      policy: JSON.stringify({ Statement: [{ Action: 's3:GetObject' }] }),
    },
    responseElements: { state: 'pending' },
    additionalEventData: { host: 'web.example' },
  },
]);

function here(screen: ScreenScript): string {
  const at = detailNode(screen.state());
  const node = at?.tree.nodes[at.line.node];
  return node === undefined ? '' : `${nameOf(node)} ${scalarOf(node)}`;
}

test.each([
  ['values and names, whatever their case', 'enter Ctrl-F "web" enter', 'name Web'],
  ['the next one', 'enter Ctrl-F "web" enter n', 'value web server'],
  ['the first again after the last', 'enter Ctrl-F "web" enter n n', 'name Web'],
  ['the last before the first', 'enter Ctrl-F "web" enter N', 'value web server'],
  ['elements of a list that is folded', 'enter Ctrl-F "i-49" enter', '49 i-49'],
  ['policies within strings', 'enter Ctrl-F "getobj" enter', 'Action s3:GetObject'],
  ['a place of the pane that has the focus', 'enter tab Ctrl-F "web" enter', 'host web.example'],
  [
    'what is there again once a letter is taken back',
    'enter Ctrl-F "serx" backspace enter',
    'value web server',
  ],
  ['what is there though more was not', 'enter Ctrl-F "server2" Ctrl-U "role" enter', 'key role'],
])('find comes to %s', (_, keys, place) => {
  const screen = openScreen(loaded);
  screen.press(keys);
  expect(here(screen)).toBe(place);
});

test('find stays where it is and says so when a text is nowhere in the pane', () => {
  const screen = openScreen(loaded);
  screen.press('enter j Ctrl-F "qqq" enter n');
  expect(here(screen)).toBe('ids ');
  expect(screen.lines().at(-1)).toContain('not found in this pane');
});

test('while it is typed, a text that is not there is told at once, in the raw record too', () => {
  for (const keys of ['enter', 'enter r']) {
    const screen = openScreen(loaded);
    const prompt = () => screen.lines().find((line) => line.includes(' find: '));
    screen.press(`${keys} Ctrl-F`);
    expect(prompt()).toContain('all 1');
    screen.press('"web"');
    expect(prompt()).toContain('all 1');
    screen.press('"qq"');
    expect(prompt()).toContain('not found in this pane');
    screen.press('backspace backspace');
    expect(prompt()).toContain('all 1');
  }
});
