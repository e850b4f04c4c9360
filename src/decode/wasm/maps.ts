/** The maps from bytes to numbers, by what the bytes are. `scan-module.ts` holds what JavaScript answers for each. */

// Maps whose values hardly ever come again.
/** Caller, access key and time of creation → identity. */
export const identity: u32 = 0;
/** Access keys and times of creation → codes. */
export const accessKey: u32 = 1;
export const created: u32 = 2;
/** Texts that are targets → codes. */
export const target: u32 = 3;

/** From here on, maps whose values come again and again. */
export const repeating: u32 = 4;
/** Keys at the top of a record → what they are to the scan. */
export const topKey: u32 = 4;
/** Keys of requestParameters → how well they name a target. */
export const requestKey: u32 = 5;
/** Keys of responseElements → what they are to the scan. */
export const responseKey: u32 = 6;
/** userIdentity without the texts in which the identities of a role differ → number of the template. */
export const template: u32 = 7;
/** Template and name of the session → caller; extra: code of the account. */
export const caller: u32 = 8;
/** sessionCredentialFromConsole → whether it says so. */
export const fromConsole: u32 = 9;
/** The value of readOnly, as JSON → code. */
export const readOnly: u32 = 10;
/** Codes of source and event → whether it is a sign-in. */
export const signIn: u32 = 11;
/** Codes of error, readOnly and event → whether it is expected noise. */
export const noise: u32 = 12;
/** Nothing → the code of the outcome of calls without an error. */
export const success: u32 = 13;
/** From here on, texts of the columns → codes, at the column's number. */
export const columns: u32 = 16;

/** What a key at the top is, from 0 on a slot of a text. */
export const textSlots: i32 = 16;
export const readOnlyKey: i32 = 32;
export const identityKey: i32 = 33;
export const resourcesKey: i32 = 34;
export const requestKeyAtTop: i32 = 35;
export const responseKeyAtTop: i32 = 36;
export const ignoredKey: i32 = 37;

/** What a key of responseElements is. */
export const ignoredAnswer: i32 = 0;
export const issuedKeyAnswer: i32 = 1;
export const signInAnswer: i32 = 2;

/** What JavaScript gives for bytes that only the careful path may decide about. */
export const unsure: i32 = -1;
