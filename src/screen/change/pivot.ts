import { anyOfText } from '../../query/edit.ts';
import { type Pivot, pivotsOf } from '../../query/pivots.ts';
import type { FieldName } from '../../record/fields.ts';
import type { PivotTo } from '../action.ts';
import { recordOf, treeOf } from '../detail/detail-content.ts';
import { memberOf, scalarOf } from '../detail/json-tree.ts';
import { keyFor } from '../keys/key-rows.ts';
import { selectPlace } from '../list/list-place.ts';
import type { State } from '../state.ts';
import { alsoSaying, type Step, saying } from '../step.ts';
import { numberText, plural } from '../text/number-text.ts';
import { changeQuestion } from './ask.ts';
import { pushStep } from './history.ts';
import { placeOf } from './move-list.ts';

/** The field that the events of each pivot share, and what it goes by in words. */
const shared: { readonly [P in Exclude<PivotTo, 'origin' | 'children'>]: readonly [FieldName, string] } = {
  key: ['access_key', 'access key'],
  ip: ['source_ip', 'source address'],
  principal: ['principal', 'principal'],
  human: ['person', 'known human behind it'],
  session: ['session', 'session'],
  target: ['target', 'target'],
  request: ['request_id', 'request id'],
  agent: ['user_agent', 'user agent'],
};

// The names of more sessions make a command that shells refuse.
const sessionsNamed = 2000;

/** Goes around the selected event: to all that share something with it, the event itself still selected. */
export function pivot(state: State, to: PivotTo): Step {
  if (state.list.selected < 0) return saying(state, 'no event is selected');
  if (to === 'origin') return goToOrigin(state);
  if (to === 'children') return showChildren(state);
  const [field, name] = shared[to];
  const id = requestId(state);
  if (to === 'request' && id === undefined) return saying(state, 'the record, which has the id, is not read');
  const found = pivotsOf(state.load.snapshot, state.list.selected, id).find((one) => one.field === field);
  return found === undefined ? saying(state, `this event has no ${name}`) : showOnly(state, found.query);
}

/** How a count is said: `12 near · 340 in all`, where there is less room `340 in all`, or `340`. */
export type CountWords = 'near and in all' | 'in all' | 'number';

/** How many events each way leads to, around this moment and overall, in words. */
export function pivotCounts(state: State, words: CountWords): ReadonlyMap<PivotTo, string> {
  const { selected } = state.list;
  const pivots = selected < 0 ? [] : pivotsOf(state.load.snapshot, selected, requestId(state) ?? '');
  const counts = new Map<PivotTo, string>(
    Object.entries(shared).map(([to, [field]]) => [
      to as PivotTo,
      countText(
        pivots.find((one) => one.field === field),
        words,
      ),
    ]),
  );
  if (selected < 0) return counts;
  if (requestId(state) === undefined) counts.set('request', '');
  const { issuer, descendants } = state.load.snapshot.sessionOf(selected);
  counts.set('origin', issuer === undefined ? 'none' : '');
  const sessions =
    words === 'number' ? numberText(descendants.length) : plural(descendants.length, 'session');
  counts.set('children', descendants.length === 0 ? 'none' : sessions);
  return counts;
}

/** Where only the records tell, they are read once that is asked for. */
const untold = { 'near and in all': 'counted when asked', 'in all': 'when asked', number: '' };

function countText(found: Pivot | undefined, words: CountWords): string {
  if (found === undefined) return 'none';
  if (found.count === undefined) return untold[words];
  if (words === 'number') return numberText(found.count);
  const inAll = `${numberText(found.count)} in all`;
  return words === 'in all' ? inAll : `${numberText(found.countAround ?? 0)} near · ${inAll}`;
}

/** What the event shares is looked for among everything, so the filters before give way; `[` brings them back. */
function showOnly(state: State, text: string): Step {
  return changeQuestion(pushStep(state), { text: '', lens: undefined, chips: [{ text, off: false }] });
}

/** To the call that began the session of the selected event. */
function goToOrigin(state: State): Step {
  const { snapshot } = state.load;
  const { issuer: origin, isLongLived } = snapshot.sessionOf(state.list.selected);
  if (origin === undefined)
    return saying(state, 'the call that handed out these credentials is not among the loaded events');
  const did = isLongLived ? 'made this key' : 'began the session';
  return goToEvent(state, origin, `the call that ${did}`);
}

/**
 * The list at an event, saying why and how to come back. Where query
 * and filters hide it they give way; `[` brings them back.
 */
export function goToEvent(state: State, event: number, why = ''): Step {
  const representative = state.load.snapshot.representative(event);
  const place = placeOf(state, representative);
  if (place >= 0) {
    const back = `${keyFor(state, { kind: 'walk-history', direction: -1 })} goes back`;
    return saying(selectPlace(pushStep(state), place), why === '' ? back : `${why}; ${back}`);
  }
  const wide = changeQuestion(pushStep(state), { text: '', lens: undefined, chips: [] });
  const shown = placeOf(wide.state, representative);
  return { ...wide, state: shown < 0 ? wide.state : selectPlace(wide.state, shown) };
}

/** The events of the sessions that the session of the selected event began, and of those that these began. */
function showChildren(state: State): Step {
  const { descendants } = state.load.snapshot.sessionOf(state.list.selected);
  if (descendants.length === 0) return saying(state, 'this session began no other');
  const named = descendants.slice(0, sessionsNamed);
  const step = showOnly(state, anyOfText('session', named));
  if (named.length === descendants.length) return step;
  const of = `the first ${numberText(named.length)} of ${numberText(descendants.length)}`;
  return alsoSaying(step, `${of} sessions that this one began, and theirs`, 'warning');
}

/** Empty where the record has none; undefined while the record is not read. */
function requestId(state: State): string | undefined {
  const record = recordOf(state.detail, state.list.selected);
  if (record === undefined) return undefined;
  const tree = treeOf(record);
  const node = memberOf(tree, 0, 'requestID');
  return node === undefined ? '' : scalarOf(tree.nodes[node]!);
}
