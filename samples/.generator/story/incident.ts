import type { Happening } from '../record.ts';
import { arrival } from './arrival.ts';
import { atTheConsole } from './at-the-console.ts';
import { climbing } from './climbing.ts';
import { copying } from './copying.ts';
import { goingDark } from './going-dark.ts';
import { leaving } from './leaving.ts';
import { secondKey } from './second-key.ts';
import { settlingIn } from './settling-in.ts';

/** The theft, chapter by chapter. */
export const incident: readonly Happening[] = [
  ...arrival,
  ...climbing,
  ...settlingIn,
  ...atTheConsole,
  ...goingDark,
  ...copying,
  ...secondKey,
  ...leaving,
];
