import type { Snapshot } from '../../store/snapshot.ts';
import { clockFor } from '../text/clock.ts';
import { visibleText } from '../text/visible.ts';

const longestName = 200;

/**
 * Who made the long-lived key of a call, and when: `key made by Prod/alice 09:28`, with the date when it was another
 * day. Empty where the key is temporary, or its CreateAccessKey is not loaded.
 */
export function keyMakerInWords(snapshot: Snapshot, event: number, zone: string): string {
  const { issuer, isLongLived } = snapshot.sessionOf(event);
  if (issuer === undefined || !isLongLived) return '';
  const clock = clockFor(zone);
  const [madeMs, usedMs] = [snapshot.timeMs[issuer]!, snapshot.timeMs[event]!];
  const date = clock.dayOf(madeMs) === clock.dayOf(usedMs) ? '' : `${clock.date(madeMs)} `;
  const when = Number.isNaN(madeMs) ? '' : ` ${date}${clock.time(madeMs).slice(0, 'HH:MM'.length)}`;
  const maker = snapshot.text('principal', issuer) || '(none)';
  return `key made by ${visibleText(maker.slice(0, longestName))}${when}`;
}
