// Sequences that a program copied along with its colours: CSI, and strings up to BEL or ST.
const escapeSequence = /\x1b(?:\[[\x20-\x3f]*[\x40-\x7e]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[\x20-\x7e])?/g;

/**
 * The text of a bracketed paste: one line of characters; line ends and
 * tabs are spaces, controls and colours are left out.
 */
export function pastedText(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes)
    .replace(escapeSequence, '')
    .replace(/\r\n|[\r\n\t\v\f\x85\u2028\u2029]/g, ' ')
    .replace(/[\x00-\x1f\x7f-\x9f]/g, '');
}
