import type { Identity } from '../record/summary.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { decideCodes } from './distinct.ts';
import { No, Yes } from './mask.ts';

/** Identities by their code, as far as events have been looked through for them. */
type Known = { readonly identities: Identity[]; events: number };

/** By the distinct values of one of their columns, which all snapshots of a store share. */
const known = new WeakMap<readonly string[], Known>();

/** The distinct identities by their code; there may be more of them than this snapshot has. */
export function identitiesOf(snapshot: Snapshot): readonly Identity[] {
  const values = snapshot.column('principal')!.values;
  const found = known.get(values) ?? { identities: [], events: 0 };
  known.set(values, found);
  const { identities } = found;
  for (; identities.length < snapshot.identityCount && found.events < snapshot.length; found.events++) {
    const code = snapshot.identity[found.events]!;
    identities[code] ??= snapshot.identityOf(found.events);
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
