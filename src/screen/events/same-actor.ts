import type { FieldName } from '../../record/fields.ts';
import { codeOf } from '../../store/code-of.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { visibleText } from '../text/visible.ts';

/** What makes two events the same actor's, the surest first. */
const actorFields: readonly FieldName[] = ['session', 'access_key', 'principal'];

/** The events of the same actor as one event's: a test, and what it goes by in words. */
export type SameActor = { readonly test: (event: number) => boolean; readonly name: string };

/** By session, else access key, else principal: the first of these that the event has. */
export function isSameActor(snapshot: Snapshot, event: number): SameActor {
  for (const field of actorFields) {
    const column = snapshot.column(field);
    const code = column === undefined ? 0 : codeOf(column, event);
    if (column === undefined || code === 0) continue;
    return {
      test: (other) => codeOf(column, other) === code,
      name: `event of the same ${field.replace('_', ' ')}, ${visibleText(column.values[code]!)}`,
    };
  }
  return { test: () => false, name: 'event of the same actor: this one names none' };
}

/** All events of the same actor, in time order, and what the actor goes by. */
export function eventsOfActor(
  snapshot: Snapshot,
  event: number,
): { readonly events: Uint32Array; readonly name: string } {
  const { test, name } = isSameActor(snapshot, event);
  return { events: snapshot.order.filter(test), name: name.replace(/^event of the same [^,]*, /, '') };
}

/** All events of the same principal, in time order. */
export function eventsOfPrincipal(
  snapshot: Snapshot,
  event: number,
): { readonly events: Uint32Array; readonly name: string } {
  const name = snapshot.text('principal', event) ?? '';
  return { events: snapshot.order.filter((other) => snapshot.text('principal', other) === name), name };
}
