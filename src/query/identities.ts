import type { Identity } from '../record/summary.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { decideCodes } from './distinct.ts';
import { No, Yes } from './mask.ts';

/** Identities by their code, as far as events have been looked through for them. */
type Known = { readonly identities: Identity[]; found: number; events: number };

/** By the distinct values of one of their columns, which all snapshots of a store share. */
const known = new WeakMap<readonly string[], Known>();

/** The distinct identities by their code; there may be more of them than this snapshot has. */
export function identitiesOf(snapshot: Snapshot): readonly Identity[] {
  const values = snapshot.column('principal')!.values;
  const seen = known.get(values) ?? { identities: [], found: 0, events: 0 };
  known.set(values, seen);
  const { identities } = seen;
  for (; seen.found < snapshot.identityCount && seen.events < snapshot.length; seen.events++) {
    const code = snapshot.identity[seen.events]!;
    if (identities[code] !== undefined) continue;
    identities[code] = snapshot.identityOf(seen.events);
    seen.found++;
  }
  return identities;
}

/**
 * By identity code `Yes` when the identity passes, else `No`.
 *
 * @param key Tells the predicate apart from others.
 */
export function decideIdentities(
  snapshot: Snapshot,
  key: string,
  passes: (identity: Identity) => boolean,
): Uint8Array {
  const identities = identitiesOf(snapshot);
  return decideCodes(identities, snapshot.identityCount, key, (code) => {
    const identity = identities[code];
    return identity !== undefined && passes(identity) ? Yes : No;
  });
}
