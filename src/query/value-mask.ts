import { type FieldName, fields } from '../record/fields.ts';
import type { Identity } from '../record/summary.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { addByCode, maskOfIdentities } from './code-mask.ts';
import { decideCodes } from './distinct.ts';
import { maskOfEventId } from './leaf-mask.ts';
import { anyOf, type Mask, No, Yes } from './mask.ts';
import { searchedTextsOf } from './searched-texts.ts';
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
  for (const field of idFields) {
    const column = snapshot.column(field);
    if (column === undefined) continue;
    const isWanted = searchedTextsOf(column).is(wanted);
    const decided = decideCodes(column.list, column.valueCount, `value ${wanted}`, (code) =>
      isWanted(code) ? Yes : No,
    );
    if (decided.includes(Yes)) addByCode(mask, column, decided, snapshot.length);
  }
  const identities = decideIdentitiesWith(wanted, snapshot);
  const masks = identities.includes(Yes) ? [mask, maskOfIdentities(identities, snapshot)] : [mask];
  const found = anyOf(masks);
  return found.includes(Yes) ? found : undefined;
}

/** By identity code `Yes` where one of the identity's texts is a folded text, else `No`. */
function decideIdentitiesWith(wanted: string, snapshot: Snapshot): Uint8Array {
  const identities = new Uint8Array(snapshot.identityCount).fill(No);
  for (const text of idTexts) {
    const { valueAt, valueCount, codes } = snapshot.identityColumn(text);
    const isWanted = text === 'principalId' ? isSameId : isSame;
    for (let code = 0; code < valueCount; code++) {
      if (!isWanted(valueAt(code), wanted)) continue;
      for (let identity = 0; identity < identities.length; identity++)
        if (codes[identity] === code) identities[identity] = Yes;
    }
  }
  return identities;
}

/** A unique id also stands for `id:session`. */
function isSameId(value: string, wanted: string): boolean {
  if (isSame(value, wanted)) return true;
  return value.charAt(wanted.length) === ':' && isSame(value.slice(0, value.indexOf(':')), wanted);
}

/** Whether a value is a folded text. Lengths are compared first: of a hundred thousand values few need folding. */
function isSame(value: string, wanted: string): boolean {
  return value.length === wanted.length && fold(value) === wanted;
}
