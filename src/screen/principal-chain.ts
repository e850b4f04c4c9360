import type { Snapshot } from '../store/snapshot.ts';

// Longer chains than any that AWS allows are a loop in the data.
const longestChain = 10;

/**
 * The principals behind an event, the first one first: `alice`, `Deploy/alice`, `Prod/alice`. Each handed its key on to
 * the next; the last one made the call. Always at least one.
 */
export function principalChain(snapshot: Snapshot, event: number): readonly string[] {
  const chain = [nameOf(snapshot, event)];
  const seen = new Set([event]);
  let at = event;
  while (chain.length < longestChain) {
    const key = snapshot.text('access_key', at) ?? '';
    const issuer = key === '' ? undefined : snapshot.issuerOf(key);
    if (issuer === undefined || seen.has(issuer)) break;
    seen.add(issuer);
    chain.unshift(nameOf(snapshot, issuer));
    at = issuer;
  }
  return chain;
}

function nameOf(snapshot: Snapshot, event: number): string {
  return snapshot.text('principal', event) || '(none)';
}
