import type { Actor } from './actors/actor.ts';
import type { Happening } from './record.ts';

/** What a step says beyond who, when, where and which call. */
export type Details = Partial<Omit<Happening, 'time' | 'actor' | 'call' | 'region'>>;

/** One call on the day of the story, at this clock time in UTC. */
export function step(
  clock: string,
  actor: Actor,
  region: string,
  call: string,
  details: Details = {},
): Happening {
  return { time: `2026-03-04T${clock}Z`, actor, call, region, label: `${clock} ${call}`, ...details };
}
