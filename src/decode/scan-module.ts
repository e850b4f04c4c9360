import { targetKeys } from '../record/target-keys.ts';
import { scannerWasm } from './scanner-wasm.ts';

/** What the scanner asks JavaScript for; `wasm/imports.ts` says what each is. Addresses are of the scanner's memory. */
export type ScanAnswers = {
  learn(map: number, start: number, end: number): number;
  learnIdentity(caller: number, key: number, created: number): number;
  timeOf(start: number, end: number): number;
  targetInResources(start: number, end: number): number;
  targetInValue(start: number, end: number): number;
  targetInResponse(start: number, end: number): number;
  targetInMessage(start: number, end: number): number;
  namesSomething(start: number, end: number): number;
  noteIssuedKey(row: number, start: number, end: number): void;
  noteSharedId(row: number, start: number, end: number): void;
  codeOfOddId(start: number, end: number): number;
};

type Global<T = number> = { value: T };

/** The scanner's own functions and numbers; `wasm/record.ts` and `wasm/layout.ts` say what each is. */
export type ScanModule = {
  readonly memory: { readonly buffer: ArrayBuffer };
  begin(tableRanks: number): void;
  scanRecords(start: number, limit: number, isInArray: boolean, isLast: boolean): number;
  readonly stoppedAt: Global;
  readonly isCut: Global;
  readonly extraAt: Global;
  readonly rowCapacity: Global;
  readonly windowAt: Global;
  readonly windowLength: Global;
  readonly timeMsAt: Global;
  readonly contentHashAt: Global;
  readonly eventIdAt: Global;
  readonly startAt: Global;
  readonly endAt: Global;
  readonly identityAt: Global;
  readonly codesAt: Global;
  readonly flagsAt: Global;
};

/** What Node has of WebAssembly, as far as it is needed: its types leave it out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/** A scanner with a memory of its own. */
export function createScanModule(answers: ScanAnswers): ScanModule {
  const compiled = new WebAssembly.Module(Buffer.from(scannerWasm, 'base64'));
  const { exports } = new WebAssembly.Instance(compiled, { imports: answers });
  const scanner = exports as ScanModule;
  scanner.begin(targetKeys.length);
  return scanner;
}
