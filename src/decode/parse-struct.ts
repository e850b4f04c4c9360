import type { Json } from '../record/json.ts';

/**
 * Reads a struct as Athena prints it: `{type=IAMUser, sessioncontext={attributes={…}}, arn=null}` and lists `[…]` of
 * such. The print quotes nothing, so a value that itself holds `, key=` cannot be told from the next key: what is read is
 * a best guess. Undefined when it is no struct.
 */
export function parseStruct(text: string, nameOf: (key: string) => string): Json | undefined {
  let at = 0;
  let depth = 0;

  function value(): Json | undefined {
    if (text[at] === '{' && depth < 50) return struct();
    if (text[at] === '[' && depth < 50) return list();
    const end = /,\s[A-Za-z_][\w-]*=|[}\]]/g;
    end.lastIndex = at;
    const stop = end.exec(text)?.index ?? text.length;
    const word = text.slice(at, stop).trim();
    at = stop;
    return word === 'null' ? null : word;
  }

  function struct(): Json | undefined {
    const members: { [key: string]: Json } = {};
    at++;
    depth++;
    while (at < text.length && text[at] !== '}') {
      const key = /\s*([^=,{}[\]]+)=/y;
      key.lastIndex = at;
      const found = key.exec(text);
      if (found === null) return undefined;
      at = key.lastIndex;
      const member = value();
      if (member === undefined) return undefined;
      members[nameOf(found[1]!.trim())] = member;
      skip(/\s*,?\s*/y);
    }
    return close('}') ? members : undefined;
  }

  function list(): Json | undefined {
    const items: Json[] = [];
    at++;
    depth++;
    while (at < text.length && text[at] !== ']') {
      const before = at;
      const item = value();
      if (item === undefined || at === before) return undefined;
      items.push(item);
      skip(/\s*,?\s*/y);
    }
    return close(']') ? items : undefined;
  }

  function close(bracket: string): boolean {
    depth--;
    return text[at++] === bracket;
  }

  function skip(pattern: RegExp): void {
    pattern.lastIndex = at;
    pattern.exec(text);
    at = Math.max(at, pattern.lastIndex);
  }

  const read = /^[[{]/.test(text) ? value() : undefined;
  return at === text.length ? read : undefined;
}
