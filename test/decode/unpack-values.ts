import { type PackedValues, valueIn } from '../../src/decode/value-bytes.ts';

/** The values, in their order. */
export function unpackValues({ bytes, ends }: PackedValues): string[] {
  const all = Buffer.from(bytes);
  return Array.from(ends, (end, i) => valueIn(all, i === 0 ? 0 : ends[i - 1]!, end));
}
