/**
 * A test on the record itself, as plain data, so that it can be sent to a worker. The column part of a question
 * is answered at once; these are streamed over the records' bytes.
 */
export type RecordTest =
  /** That text stands anywhere in the record, case-insensitive, in keys or values, in any JSON escaping. */
  | { readonly kind: 'text'; readonly text: string }
  /**
   * The value at a path passes a value test. Segments: a key, or `[]`
   * for any element; looks through JSON held in strings.
   */
  | { readonly kind: 'path'; readonly path: readonly string[]; readonly test: ValueTest };

/** How one value is compared; case-insensitive throughout. */
export type ValueTest =
  | { readonly how: 'contains' | 'starts' | 'ends' | 'exact'; readonly text: string }
  /** Has any value: present, not null, not empty. */
  | { readonly how: 'any' }
  /** An address within a network; an address that is none is compared as text. */
  | { readonly how: 'cidr'; readonly network: string }
  /** A line of this file passes as a value of its own; replaced by `either` before records are tested. */
  | { readonly how: 'list'; readonly file: string }
  /** One of these passes. */
  | { readonly how: 'either'; readonly tests: readonly ValueTest[] };

/** Tells the same test apart from others: the key under which answers are remembered. */
export function recordTestKey(test: RecordTest): string {
  return JSON.stringify(test);
}
