import { expect, test } from 'vitest';
import { hashScannerSources } from '../../src/build/scanner-sources.ts';
import { scannerSources } from '../../src/decode/scanner-wasm.ts';

test('the compiled scanner is that of its sources: else run npm run scanner', () => {
  expect(scannerSources).toBe(hashScannerSources());
});
