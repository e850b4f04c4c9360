import { expect, test } from 'vitest';
import { keyTable } from '../../../src/screen/keys/key-table.ts';

test('no key means two things in one place', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const row of keyTable) {
    for (const place of row.places) {
      for (const key of row.keys) {
        if (seen.has(`${place} ${key}`))
          twice.push(`${place}: ${key} ${seen.get(`${place} ${key}`)} and ${row.help}`);
        seen.set(`${place} ${key}`, row.help);
      }
    }
  }
  expect(twice).toEqual([]);
});

test('keys that terminals and tmux keep for themselves are left alone', () => {
  const taken = /^Ctrl-(?:[SQIMJH\\[])$/;
  const wrong = keyTable.flatMap((row) => {
    const alone = row.keys.every((key) => /^(?:Alt-|f\d|Shift-(?:up|down|left|right))/.test(key));
    const tmux = !row.places.includes('prompt') && row.keys.some((key) => /^Ctrl-[AB]$/.test(key));
    return alone || tmux || row.keys.some((key) => taken.test(key)) ? [row.keys.join(' ')] : [];
  });
  // Words are walked with Alt-B and Alt-F in every shell; the arrows go there too.
  expect(wrong).toEqual(
    ['Alt-B Ctrl-left Alt-left', 'Alt-F Ctrl-right Alt-right'].filter((keys) => wrong.includes(keys)),
  );
});

test('every family can be begun, and its second keys differ', () => {
  for (const prefix of ['a', 'y', 'p']) {
    expect(keyTable.some((row) => row.action.kind === 'begin-family' && row.keys.includes(prefix))).toBe(
      true,
    );
    const seconds = keyTable
      .flatMap((row) => row.keys)
      .filter((key) => key.length === 2 && key.startsWith(prefix));
    expect(new Set(seconds).size).toBe(seconds.length);
  }
});
