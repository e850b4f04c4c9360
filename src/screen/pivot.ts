import { filterText } from '../query/edit.ts';
import { fieldNamed } from '../record/fields.ts';
import type { PivotTo } from './action.ts';
import { changeQuestion } from './ask.ts';
import { recordOf, treeOf } from './detail-content.ts';
import { pushStep } from './history.ts';
import { memberOf, scalarOf } from './json-tree.ts';
import { selectPlace } from './list-place.ts';
import { placeOf } from './move-list.ts';
import type { State } from './state.ts';
import { type Step, saying } from './step.ts';

/** The field that the events of each pivot share. */
const sharedFields: { readonly [P in PivotTo]?: string } = {
  key: 'access_key',
  ip: 'source_ip',
  principal: 'principal',
  human: 'person',
  session: 'session',
  target: 'target',
  agent: 'user_agent',
};

/** The filter that a pivot makes for the selected event; undefined when the event has no such value. */
export function pivotText(state: State, to: PivotTo): string | undefined {
  const { selected } = state.list;
  const { snapshot } = state.load;
  if (selected < 0) return undefined;
  if (to === 'request') {
    const id = requestId(state);
    return id === '' ? undefined : filterText('request_id', id, false);
  }
  // Until sessions are told apart, one key is one session.
  const field =
    fieldNamed(sharedFields[to] ?? '') ?? (to === 'session' ? fieldNamed('access_key') : undefined);
  if (field === undefined) return undefined;
  const value = snapshot.text(field.name, selected) ?? '';
  return value === '' ? undefined : filterText(field.name, value, false);
}

/** Goes around the selected event: to all that share something with it, the event itself still selected. */
export function pivot(state: State, to: PivotTo): Step {
  if (state.list.selected < 0) return saying(state, 'no event is selected');
  if (to === 'origin') return goToOrigin(state);
  if (to === 'children') return showChildren(state);
  const text = pivotText(state, to);
  if (text === undefined) return saying(state, `this event has no ${pivotNames[to]}`);
  // What it shares is looked for among everything, so the filters before give way; [ brings them back.
  return changeQuestion(pushStep(state), { text: '', lens: undefined, chips: [{ text, off: false }] });
}

/** What a pivot goes by, in words. */
export const pivotNames: { readonly [P in PivotTo]: string } = {
  key: 'access key',
  ip: 'source address',
  principal: 'principal',
  human: 'known human behind it',
  session: 'session',
  origin: 'call that began its session',
  children: 'sessions that it began',
  target: 'target',
  request: 'request id',
  agent: 'user agent',
};

/** To the call that handed out the key of the selected event. */
function goToOrigin(state: State): Step {
  const { snapshot } = state.load;
  const key = snapshot.text('access_key', state.list.selected) ?? '';
  const origin = key === '' ? undefined : snapshot.issuerOf(key);
  if (origin === undefined)
    return saying(state, 'the call that began this session is not among the loaded events');
  const event = snapshot.representative(origin);
  const place = placeOf(state, event);
  if (place >= 0)
    return saying(selectPlace(pushStep(state), place), 'the call that began the session; [ goes back');
  const wide = changeQuestion(pushStep(state), { text: '', lens: undefined, chips: [] });
  const shown = placeOf(wide.state, event);
  return { ...wide, state: shown < 0 ? wide.state : selectPlace(wide.state, shown) };
}

/** The events made with the key that the selected call handed out. */
function showChildren(state: State): Step {
  const key = issuedKey(state);
  if (key === '') return saying(state, 'this call handed out no key');
  const text = filterText('access_key', key, false);
  return changeQuestion(pushStep(state), { text: '', lens: undefined, chips: [{ text, off: false }] });
}

function issuedKey(state: State): string {
  return scalarAt(state, ['responseElements', 'credentials', 'accessKeyId']);
}

function requestId(state: State): string {
  return scalarAt(state, ['requestID']);
}

function scalarAt(state: State, path: readonly string[]): string {
  const record = recordOf(state.detail, state.list.selected);
  if (record === undefined) return '';
  const tree = treeOf(record);
  let node: number | undefined = 0;
  for (const name of path) node = node === undefined ? undefined : memberOf(tree, node, name);
  return node === undefined ? '' : scalarOf(tree.nodes[node]!);
}
