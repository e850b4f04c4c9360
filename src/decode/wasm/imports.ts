/** What JavaScript is asked for. Addresses are of the scanner's memory. */

/** The value for bytes that a map does not know; may write what goes along with it to `extraAt`. */
export declare function learn(map: u32, start: usize, end: usize): i32;
/** The identity of a caller with an access key and a time of creation, by their codes. */
export declare function learnIdentity(caller: i32, key: i32, created: i32): i32;
/** Milliseconds since 1970 that a text stands for; NaN when it is no time. */
export declare function timeOf(start: usize, end: usize): f64;
/** The rare ways to a target. Each gives the code of the text, 0 when there is none. */
export declare function targetInResources(start: usize, end: usize): i32;
export declare function targetInValue(start: usize, end: usize): i32;
export declare function targetInResponse(start: usize, end: usize): i32;
export declare function targetInMessage(start: usize, end: usize): i32;
/** Whether a value names something. */
export declare function namesSomething(start: usize, end: usize): i32;
/** Notes an access key that the event handed out: it is in the member of responseElements that stands there. */
export declare function noteIssuedKey(row: u32, start: usize, end: usize): void;
/** Notes a text that few events have. */
export declare function noteSharedId(row: u32, start: usize, end: usize): void;
/** The code of an eventID that is no UUID. */
export declare function codeOfOddId(start: usize, end: usize): u32;
