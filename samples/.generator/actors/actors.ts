import { machines } from './machines.ts';
import { outsiders } from './outsiders.ts';
import { people } from './people.ts';

/** Everybody and everything that makes calls on an ordinary day. */
export const actors = { ...people, ...machines, ...outsiders };

/** The name of an ordinary actor. */
export type ActorName = keyof typeof actors;
