/**
 * Writes the 128 bits of the UUID in lower case whose 36 characters stand at `at`, as four words, most significant first.
 * False when it is none, or one of those that stand for no id (`decode/uuid.ts`).
 */
export function parseUuid(at: usize, into: usize): bool {
  if (
    load<u8>(at, 8) !== 0x2d ||
    load<u8>(at, 13) !== 0x2d ||
    load<u8>(at, 18) !== 0x2d ||
    load<u8>(at, 23) !== 0x2d
  )
    return false;
  // The digits without the dashes: characters 0–7, 9–12, 14–17 and 19–22, 24–35.
  const high = i8x16.shuffle(
    v128.load(at),
    v128.load(at, 8),
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    9,
    10,
    11,
    12,
    14,
    15,
    24,
    25,
  );
  const low = i8x16.shuffle(
    v128.load(at, 19),
    v128.load(at, 20),
    0,
    1,
    2,
    3,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    12,
    13,
    14,
    15,
    31,
  );
  const highDigits = digitsOf(high);
  const lowDigits = digitsOf(low);
  if (v128.any_true(i8x16.gt_u(v128.or(highDigits, lowDigits), i8x16.splat(15)))) return false;
  // Two digits make a byte; the words' bytes are turned round.
  const bytes = i8x16.shuffle(
    paired(highDigits),
    paired(lowDigits),
    6,
    4,
    2,
    0,
    14,
    12,
    10,
    8,
    22,
    20,
    18,
    16,
    30,
    28,
    26,
    24,
  );
  v128.store(into, bytes);
  return (load<u64>(into) | load<u32>(into, 8)) !== 0;
}

/** The value of each hex digit; more than 15 for what is none. */
function digitsOf(characters: v128): v128 {
  const decimal = i8x16.sub(characters, i8x16.splat(0x30));
  const letter = i8x16.sub(characters, i8x16.splat(0x61));
  const isDecimal = i8x16.lt_u(decimal, i8x16.splat(10));
  const isLetter = i8x16.lt_u(letter, i8x16.splat(6));
  const value = v128.bitselect(decimal, i8x16.add(letter, i8x16.splat(10)), isDecimal);
  return v128.or(value, v128.not(v128.or(isDecimal, isLetter)));
}

/** In every other byte, from the first on, the byte that two digits make. */
function paired(digits: v128): v128 {
  return v128.or(i16x8.shl(digits, 4), i16x8.shr_u(digits, 8));
}
