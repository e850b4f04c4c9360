import { type FieldName, fields } from '../record/fields.ts';
import type { Identity } from '../record/summary.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { decideValues } from './distinct.ts';
import { identitiesOf } from './identities.ts';
import { maskOfEventId } from './leaf-mask.ts';
import { type Mask, No, Yes } from './mask.ts';
import { fold } from './value-predicate.ts';

/** The fields that hold ARNs, addresses, keys, ids and accounts, as far as they have a column. */
const idFields: readonly FieldName[] = fields
  .filter((field) => ['arn', 'ip', 'id', 'account'].includes(field.kind))
  .map((field) => field.name);

/** What else of an identity holds such values. */
const idTexts = [
  'arn',
  'principalId',
  'issuerArn',
  'callerAccount',
  'onBehalfOf',
] as const satisfies readonly (keyof Identity)[];

/**
 * The events one of whose fields is exactly a pasted value; undefined when no field of any event has it. A unique id
 * also stands for `id:session` in a principalId.
 */
export function maskOfValue(text: string, snapshot: Snapshot): Mask | undefined {
  const wanted = fold(text);
  const mask = maskOfEventId(text, snapshot);
  let found = mask.includes(Yes);
  for (const field of idFields) {
    const column = snapshot.column(field);
    if (column === undefined) continue;
    const yes = decideValues(column, `value ${wanted}`, (value) => (fold(value) === wanted ? Yes : No));
    if (!yes.includes(Yes)) continue;
    const { codes, via } = column;
    for (let event = 0; event < mask.length; event++) {
      if (yes[codes[via === undefined ? event : via[event]!]!] === Yes) found = markYes(mask, event);
    }
  }
  const yes = identitiesOf(snapshot).map(
    (identity) => identity !== undefined && identityHas(identity, wanted),
  );
  if (yes.includes(true)) {
    for (let event = 0; event < mask.length; event++)
      if (yes[snapshot.identity[event]!]) found = markYes(mask, event);
  }
  return found ? mask : undefined;
}

function markYes(mask: Mask, event: number): true {
  mask[event] = Yes;
  return true;
}

function identityHas(identity: Identity, wanted: string): boolean {
  return idTexts.some((name) => {
    const value = fold(identity[name]);
    return value === wanted || (name === 'principalId' && value.startsWith(`${wanted}:`));
  });
}
