import type { Input, State } from '../state.ts';
import { editorOf } from '../text/editor.ts';
import { viewOf } from './history.ts';

/** Opens a line for typing. */
export function openInput(state: State, purpose: Input['purpose'], text: string): State {
  return {
    ...state,
    input: { purpose, editor: editorOf(text), before: viewOf(state), recent: 0, completion: undefined },
  };
}
