/**
 * What is decided about each event, by event index: the tree of a question is evaluated on these. A third value
 * stands for tests on records that have not been streamed yet.
 */
export type Mask = Uint8Array;

export const No = 0;
export const Maybe = 1;
export const Yes = 2;

/** A mask of one value throughout. */
export function filledMask(length: number, value: number): Mask {
  return value === No ? new Uint8Array(length) : new Uint8Array(length).fill(value);
}

/** The opposite of a mask. */
export function invert(mask: Mask): Mask {
  const inverted = new Uint8Array(mask.length);
  for (let event = 0; event < mask.length; event++) inverted[event] = Yes - mask[event]!;
  return inverted;
}

/** Both of two masks: the lesser value of each event. */
export function both(left: Mask, right: Mask): Mask {
  const result = new Uint8Array(left.length);
  for (let event = 0; event < left.length; event++) {
    result[event] = Math.min(left[event]!, right[event]!);
  }
  return result;
}

/** Either of two masks: the greater value of each event. */
export function either(left: Mask, right: Mask): Mask {
  const result = new Uint8Array(left.length);
  for (let event = 0; event < left.length; event++) {
    result[event] = Math.max(left[event]!, right[event]!);
  }
  return result;
}

/** The events of a mask with one value, in the order given. */
export function eventsWith(mask: Mask, value: number, order: Uint32Array): Uint32Array {
  let count = 0;
  for (let position = 0; position < order.length; position++) if (mask[order[position]!] === value) count++;
  const events = new Uint32Array(count);
  let next = 0;
  for (let position = 0; next < count; position++) {
    const event = order[position]!;
    if (mask[event] === value) events[next++] = event;
  }
  return events;
}
