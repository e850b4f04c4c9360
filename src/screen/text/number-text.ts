const beforeThousands = /\B(?=(?:\d{3})+$)/g;

/** A whole number as people read it, its thousands apart: `1,234,567`. */
export function numberText(number: number): string {
  // Not toLocaleString, which takes 30 ms when it is first called.
  return String(number).replace(beforeThousands, ',');
}

/** A number of things: `1 event`, `1,234 events`. */
export function plural(count: number, name: string): string {
  return `${numberText(count)} ${name}${count === 1 ? '' : 's'}`;
}
