const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** A number of bytes in words: `812 B`, `1.2 kB`, `17 MB`. Below ten one digit after the point, from there on none. */
export function sizeText(byteLength: number): string {
  let size = Math.round(byteLength);
  let unit = 0;
  // What rounds to a thousand is one of the next unit.
  while (Math.round(size) >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  const digits = unit === 0 || size >= 9.95 ? 0 : 1;
  return `${size.toFixed(digits)} ${units[unit]}`;
}
