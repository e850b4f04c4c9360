import { type Identity, identityTexts } from '../record/summary.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { decideCodes } from './distinct.ts';
import { No, Yes } from './mask.ts';

/**
 * A function that gives the identity of a code. There may be a hundred thousand of them, so that none is made: one
 * object serves all, and is what the function was last called for.
 */
function identityReader(snapshot: Snapshot): (code: number) => Identity {
  let code = 0;
  const identity = {};
  for (const text of identityTexts) {
    const column = snapshot.identityColumn(text);
    Object.defineProperty(identity, text, { get: () => column.values[column.codes[code]!]! });
  }
  return (wanted) => {
    code = wanted;
    return identity as Identity;
  };
}

/**
 * By identity code `Yes` when the identity passes, else `No`.
 *
 * @param key Tells the predicate apart from others.
 * @param passes Must not keep the identity that it is given.
 * @param count How many are decided.
 */
export function decideIdentities(
  snapshot: Snapshot,
  key: string,
  passes: (identity: Identity) => boolean,
  count = snapshot.identityCount,
): Uint8Array {
  const identityNumbered = identityReader(snapshot);
  // What one of their columns holds stands for the identities: all snapshots of a store share it. It is one that no query
  // asks for, since decisions about what was typed would have these forgotten.
  return decideCodes(snapshot.identityColumn('principalId').list, count, `identity ${key}`, (code) =>
    passes(identityNumbered(code)) ? Yes : No,
  );
}
