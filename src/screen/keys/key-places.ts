import type { Popup, State } from '../state.ts';

/** A part of the screen that has keys of its own. `always` works everywhere, `anywhere` all but while typing or in a box. */
export type KeyPlace =
  | 'always'
  | 'anywhere'
  | 'prompt'
  | 'list'
  | 'detail'
  | 'timeline'
  | 'chips'
  | 'popup'
  | Popup['kind'];

/** Where keys are looked up in a state, the nearest place first. */
export function placesOf(state: State): readonly KeyPlace[] {
  if (state.input !== undefined) return ['prompt', 'always'];
  if (state.popup !== undefined) return [state.popup.kind, 'popup', 'always'];
  return [focusPlace(state), 'anywhere', 'always'];
}

/** The part of the screen that the focused pane belongs to. */
function focusPlace(state: State): 'list' | 'detail' | 'timeline' | 'chips' {
  return state.focus === 'request' || state.focus === 'response' ? 'detail' : state.focus;
}
