/**
 * A JSON text without the white space outside its strings; all else untouched: the digits of numbers, escapes, the order
 * of keys, keys that come twice. Text that needs nothing comes back as it is.
 */
export function minifyJson(json: string): string {
  let minified = '';
  let kept = 0; // json[0, kept) is dealt with
  let from = 0; // outside a string
  for (;;) {
    const quote = json.indexOf('"', from);
    const end = quote === -1 ? json.length : quote;
    for (let i = from; i < end; i++) {
      if (!isSpace(json.charCodeAt(i))) continue;
      minified += json.slice(kept, i);
      while (i + 1 < end && isSpace(json.charCodeAt(i + 1))) i++;
      kept = i + 1;
    }
    if (quote === -1) break;
    from = endOfString(json, quote);
  }
  return kept === 0 ? json : minified + json.slice(kept);
}

/** One past the closing quote of the string that opens at `open`; the text's end when it never closes. */
function endOfString(json: string, open: number): number {
  let quote = json.indexOf('"', open + 1);
  while (quote !== -1) {
    let backslash = quote - 1;
    while (json.charCodeAt(backslash) === 0x5c) backslash--;
    if ((quote - backslash) % 2 === 1) return quote + 1;
    quote = json.indexOf('"', quote + 1);
  }
  return json.length;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
