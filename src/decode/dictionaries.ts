import { eventFields } from '../record/fields.ts';
import { type Identity, identityTexts } from '../record/summary.ts';
import type { DictionaryName } from './batch.ts';
import { NumberedValues } from './numbered-values.ts';
import type { PackedValues } from './value-bytes.ts';

/** The names of all dictionaries: one for each coded column of events and identities, and one for each odd text. */
export const dictionaryNames: readonly DictionaryName[] = [
  ...eventFields,
  ...identityTexts,
  'timeText',
  'issuedKey',
  'sharedEventId',
  'oddEventId',
];

/**
 * The values that one decoder has seen, numbered. A value may have several codes: the store makes one of them. They outlive
 * the documents: each batch carries only the values that are new since the batch before, so every batch of a decoder must
 * reach the store, in the order they were finished.
 */
export class Dictionaries {
  /** Number of the decoder: tells the store whose codes a batch counts in. */
  readonly decoder: number;
  readonly #byName = new Map(dictionaryNames.map((name) => [name, new NumberedValues()]));
  readonly #ofIdentity = identityTexts.map((text) => this.named(text));
  readonly #identities = new Map([[identityTexts.map(() => 0).join(), 0]]);
  #identityCount = 1;
  #freshIdentities: number[] = [];

  constructor(decoder: number) {
    this.decoder = decoder;
  }

  /** The dictionary of one column. */
  named(name: DictionaryName): NumberedValues {
    return this.#byName.get(name)!;
  }

  /** The code of an identity. Code 0 is the empty one. */
  codeOfIdentity(identity: Identity): number {
    const codes = identityTexts.map((text, i) => this.#ofIdentity[i]!.codeOf(identity[text]));
    const key = codes.join();
    const known = this.#identities.get(key);
    if (known !== undefined) return known;
    const code = this.addIdentity(codes);
    this.#identities.set(key, code);
    return code;
  }

  /** A code of its own for the identity whose texts have these codes, in the order of `identityTexts`. */
  addIdentity(codes: readonly number[]): number {
    for (let i = 0; i < codes.length; i++) this.#freshIdentities.push(codes[i]!);
    return this.#identityCount++;
  }

  /** What is new since the last call: values as `ValuePacker` gives them, identities as `Batch.freshIdentities` has them. */
  takeFresh(): {
    readonly values: readonly (readonly [DictionaryName, PackedValues])[];
    readonly identities: readonly number[];
  } {
    const values: (readonly [DictionaryName, PackedValues])[] = [];
    for (const [name, dictionary] of this.#byName) {
      const fresh = dictionary.takeFresh();
      if (fresh !== undefined) values.push([name, fresh]);
    }
    const identities = this.#freshIdentities;
    this.#freshIdentities = [];
    return { values, identities };
  }
}
