import type { Direction } from '../action.ts';
import { keyFor } from '../keys/key-rows.ts';
import { layoutOf } from '../layout.ts';
import type { Focus, State } from '../state.ts';
import { type Step, toState, withEffects } from '../step.ts';

/** Going from part to part, and stepping back out of them. */

/** The next or previous part that keys can go to. */
export function moveFocus(state: State, direction: Direction): State {
  const parts: Focus[] = ['list', 'request'];
  if (state.detail.view === 'parameters') parts.push('response');
  if (state.timeline.shown) parts.unshift('timeline');
  const at = parts.indexOf(state.focus);
  const focus = parts[(at + direction + parts.length) % parts.length]!;
  return { ...state, focus };
}

/**
 * One step back, never losing work: out of a box, full screen, a range, a pane. At the top nothing happens.
 */
export function goBack(state: State): State {
  if (state.popup !== undefined) return leaveBox(state);
  if (state.list.rangeFrom !== undefined) return { ...state, list: { ...state.list, rangeFrom: undefined } };
  if (state.timeline.rangeFrom !== undefined)
    return { ...state, timeline: { ...state.timeline, rangeFrom: undefined } };
  if (state.full) return { ...state, full: false };
  if (state.focus === 'timeline')
    return { ...state, focus: 'list', timeline: { ...state.timeline, shown: false } };
  if (state.focus !== 'list') return { ...state, focus: 'list' };
  const quit = keyFor(state, { kind: 'leave' });
  const before = keyFor(state, { kind: 'walk-history', direction: -1 });
  return {
    ...state,
    message: {
      text: `nothing to step back from: ${quit} quits, ${before} goes to the view before`,
      tone: 'plain',
    },
  };
}

/** `q`: a step back as Esc, but at the top it quits. */
export function leave(state: State): Step {
  const atTop =
    state.popup === undefined && state.focus === 'list' && !state.full && state.list.rangeFrom === undefined;
  return atTop ? withEffects(state, { kind: 'quit' }) : toState(goBack(state));
}

/** The focused part alone on the screen, or with the others again. */
export function toggleFull(state: State): State {
  const focus = state.focus === 'request' || state.focus === 'response' ? state.focus : 'list';
  // On a screen too small for both, the detail is what is out of sight.
  const small = !state.full && focus === 'list' && layoutOf(state).panes === 'none';
  return { ...state, full: !state.full, focus: small ? 'request' : focus };
}

/** A place that was opened closes before its box; a text that narrows goes before the box it narrows. */
function leaveBox(state: State): State {
  const { popup } = state;
  if (popup?.kind === 'problems' && popup.open) return { ...state, popup: { ...popup, open: false } };
  if (popup !== undefined && popup.narrow !== '')
    return { ...state, popup: { ...popup, narrow: '', cursor: 0, top: 0 } };
  return { ...state, popup: undefined };
}
