import { expect, test } from 'vitest';
import { sizeText } from '../../../src/screen/text/size-text.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [999.6, '1.0 kB'],
  [1000, '1.0 kB'],
  [1234, '1.2 kB'],
  [9_949, '9.9 kB'],
  [9_951, '10 kB'],
  [60_000, '60 kB'],
  [999_499, '999 kB'],
  [999_600, '1.0 MB'],
  [4_800_000_000, '4.8 GB'],
  [16_000_000_000_000_000, '16000 TB'],
])('%d bytes are %s', (byteLength, text) => {
  expect(sizeText(byteLength)).toBe(text);
});
