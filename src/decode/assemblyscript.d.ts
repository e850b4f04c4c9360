/** The scanner's numbers, for what it shares with JavaScript: `wasm/maps.ts` is read by both. */
type u32 = number;
type i32 = number;
