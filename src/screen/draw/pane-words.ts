import { detailContent, recordOf } from '../detail/detail-content.ts';
import type { State } from '../state.ts';
import { visibleText } from '../text/visible.ts';

/** Why a parameters pane is empty, in words: absent, null and empty differ. */
export function emptyPaneText(state: State, name: 'request' | 'response'): string {
  const { detail, list, load } = state;
  if (list.selected < 0) return 'no event is selected';
  if (recordOf(detail, list.selected) === undefined) {
    return detail.failure?.event === list.selected
      ? `cannot be read: ${visibleText(detail.failure.message)}`
      : '…';
  }
  const { presence } = detailContent(state)[name];
  if (presence === 'empty') return 'empty: { }';
  const how = presence === 'null' ? 'null' : 'not in the record';
  if (name === 'request')
    return presence === 'null' ? 'no request parameters: null' : 'no request parameters: not in the record';
  const outcome = load.snapshot.text('outcome', list.selected);
  if (outcome === 'denied') return `none: the call was denied (${how})`;
  if (outcome === 'failed') return `none: the call failed (${how})`;
  if (load.snapshot.text('read_only', list.selected) === 'true')
    return `no response elements: read-only call (${how})`;
  return `no response elements: ${how}`;
}
