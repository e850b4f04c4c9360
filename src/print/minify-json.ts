import { endOfString, isJsonSpace } from '../record/json-text.ts';

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
      if (!isJsonSpace(json.charCodeAt(i))) continue;
      minified += json.slice(kept, i);
      while (i + 1 < end && isJsonSpace(json.charCodeAt(i + 1))) i++;
      kept = i + 1;
    }
    if (quote === -1) break;
    from = endOfString(json, quote);
  }
  return kept === 0 ? json : minified + json.slice(kept);
}
