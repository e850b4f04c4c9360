/** What stands for a full stop where digits stand for themselves. */
const dot = -2;

/**
 * The number of an IPv4 address as it is usually written, of four decimal parts without zeros before them; undefined for
 * anything else.
 */
export function addressNumber(text: string): number | undefined {
  let number = 0;
  let part = 0;
  let digits = 0;
  let dots = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      if (digits > 0 && part === 0) return undefined;
      part = part * 10 + digit;
      digits++;
      if (part > 255) return undefined;
    } else {
      if (digit !== dot || digits === 0) return undefined;
      number = number * 256 + part;
      part = 0;
      digits = 0;
      dots++;
    }
  }
  return dots === 3 && digits > 0 ? number * 256 + part : undefined;
}
