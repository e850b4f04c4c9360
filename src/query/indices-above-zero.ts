/** The indices of all numbers but zeros, in order; of none before `from`. */
export function indicesAboveZero(numbers: Uint32Array | Uint8Array, from = 0): Uint32Array {
  const indices = new Uint32Array(numbers.length);
  let found = 0;
  for (let index = from; index < numbers.length; index++) {
    // Written in any case, and counted where it counts: a branch would be mispredicted.
    indices[found] = index;
    found += numbers[index] === 0 ? 0 : 1;
  }
  return indices.subarray(0, found);
}
