import type { Identity } from '../record/summary.ts';
import type { Snapshot } from '../store/snapshot.ts';

const remembered = new WeakMap<Snapshot, readonly Identity[]>();

/** The distinct identities of a snapshot by their code. */
export function identitiesOf(snapshot: Snapshot): readonly Identity[] {
  const known = remembered.get(snapshot);
  if (known !== undefined) return known;
  const identities = new Array<Identity>(snapshot.identityCount);
  let missing = snapshot.identityCount;
  for (let event = 0; event < snapshot.length && missing > 0; event++) {
    const code = snapshot.identity[event]!;
    if (identities[code] !== undefined) continue;
    identities[code] = snapshot.identityOf(event);
    missing--;
  }
  remembered.set(snapshot, identities);
  return identities;
}

/** By identity code 1 when the identity passes, else 0. */
export function decideIdentities(snapshot: Snapshot, passes: (identity: Identity) => boolean): Uint8Array {
  const yes = new Uint8Array(snapshot.identityCount);
  identitiesOf(snapshot).forEach((identity, code) => {
    yes[code] = identity !== undefined && passes(identity) ? 1 : 0;
  });
  return yes;
}
