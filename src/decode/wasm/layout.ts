/**
 * How the scanner's memory is laid out. The exported numbers are read by `scan-module.ts`, which writes the input and
 * takes the columns out.
 *
 *   slots of texts · scratch · columns of up to rowCapacity events · window over the input, padded · dictionaries …
 */

/** Where each text of the record at hand stands: pairs (start, end) of addresses, by slot; 0 for none. */
export const textsAt: usize = 1024;
/** 32 bytes: 16 of ones, 16 of zeros. What is loaded from its middle minus n masks n bytes. */
export const masksAt: usize = 1024 + 256;
/** What JavaScript gives along with a value that the scanner asked it for. */
export const extraAt: usize = 1024 + 512;
/** Heads of chains of keys: as an entry without bytes, whose guess is the first key. */
export const topHeadAt: usize = 1024 + 640;
export const requestHeadAt: usize = topHeadAt + 32;
export const responseHeadAt: usize = topHeadAt + 64;
/** Templates of identities that are worth a try. */
export const hintCount: u32 = 4096;
/** Entries that were met last, by the number of the map. */
export const lastsAt: usize = topHeadAt + 160;
/** Entries of eventSources, by a few of their letters. */
export const sourceHints: u32 = 256;
/** What the objects of the record at hand name. */
export const namingAt: usize = topHeadAt + 96;
/** Texts of the userIdentity at hand that are not the template's, in the order in which they stand. */
export const spansAt: usize = lastsAt + 128;
/** Room for keys that are put together of several values. */
export const scratchAt: usize = 2048;
export const scratchLength: u32 = 16 * 1024 - 64;

/** Events that are scanned at a time, at most. */
export const rowCapacity: u32 = 2048;
/** Columns of codes: as many as there are fields with one code per event, and then some. */
export const codeColumns: u32 = 16;

export const hintsAt: usize = scratchAt + 16 * 1024;
export const sourceHintsAt: usize = hintsAt + hintCount * 4;
export const timeMsAt: usize = sourceHintsAt + sourceHints * 4;
export const contentHashAt: usize = timeMsAt + rowCapacity * 8;
export const eventIdAt: usize = contentHashAt + rowCapacity * 8;
export const startAt: usize = eventIdAt + rowCapacity * 16;
export const endAt: usize = startAt + rowCapacity * 4;
export const identityAt: usize = endAt + rowCapacity * 4;
export const codesAt: usize = identityAt + rowCapacity * 4;
export const flagsAt: usize = codesAt + codeColumns * rowCapacity * 4;

/** Where the part of the input that is at hand stands. */
export const windowAt: usize = flagsAt + rowCapacity * 2;
export const windowLength: u32 = 512 * 1024;
/** After the window: loads may reach so far, and the first of it is zero, which ends whatever is scanned. */
export const paddingLength: u32 = 64;

export const dictionariesAt: usize = windowAt + windowLength + paddingLength;
