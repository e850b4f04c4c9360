import { actionName } from './action-name.ts';
import { shownKey } from './key-rows.ts';
import type { KeyRow } from './key-table.ts';

/** What to press first, in one line, for someone who has never seen the screen. */
export function firstHint(rows: readonly KeyRow[]): string {
  const keyOf = (name: string) => {
    const row = rows.find((one) => actionName(one.action) === name && one.places.includes('anywhere'));
    return row === undefined ? '' : shownKey(rows, row.keys[0]!);
  };
  return `welcome: ${keyOf('ask')} searches as you type · ${keyOf('open-help')} lists every key · ${keyOf('leave')} steps back and quits`;
}
