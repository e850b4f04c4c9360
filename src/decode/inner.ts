import type { Mend } from './file-records.ts';
import type { JsonNode } from './json-node.ts';

/** What an envelope holds: values to look into further, and records that were put together out of its parts. */
export type Inner =
  /** `due` tells that a record should stand there. */
  | { readonly value: JsonNode; readonly due?: true }
  | { readonly record: JsonNode }
  /** `ifNoOther` tells that it is only wanted when nothing better was found in the envelope. */
  | {
      readonly made: string;
      readonly from: JsonNode;
      readonly mends?: readonly Mend[];
      readonly ifNoOther?: true;
    };
