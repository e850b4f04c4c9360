/** How far the scan of a record came that was given up: beyond the window's end, or where it became unsure. */
export let failedAt: usize = 0;

/** Gives a record up. Every function that gets 0 for an address passes it on. */
export function fail(at: usize): usize {
  failedAt = at;
  return 0;
}
