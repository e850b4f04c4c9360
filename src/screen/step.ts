import type { Effect } from './effect.ts';
import type { State } from './state.ts';

/** What an action leads to: the state after it, and what is asked of the world. */
export type Step = { readonly state: State; readonly effects: readonly Effect[] };

/** A step that asks nothing of the world. */
export function toState(state: State): Step {
  return { state, effects: [] };
}

/** A step with effects. */
export function withEffects(state: State, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

/** A step that only says something. */
export function saying(state: State, text: string, tone: 'plain' | 'warning' = 'plain'): Step {
  return toState({ ...state, message: { text, tone } });
}

/** The same step, saying something as well. */
export function alsoSaying(step: Step, text: string, tone: 'plain' | 'warning' = 'plain'): Step {
  return { ...step, state: { ...step.state, message: { text, tone } } };
}
