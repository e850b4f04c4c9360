import { parseJson } from '../../record/json.ts';

/** What a string value holds, as a JSON text. */
export type OpenedString = {
  readonly json: string;
  readonly how: 'json' | 'url-encoded json' | 'base64 text';
};

/**
 * What a JSON string literal holds when that is more than plain text: a policy or template as JSON, the same
 * URL-encoded (as IAM answers), or a script in base64 (user data), whose lines are given as an array. Else undefined.
 */
export function openString(name: string, raw: string): OpenedString | undefined {
  if (raw.length < 4) return undefined;
  if (/^"\s*(?:\\[nrt]\s*)*[[{]/.test(raw.slice(0, 64)))
    return asOpened(parseJson(raw) as string | undefined, 'json');
  if (/^"%(?:7B|5B)/i.test(raw)) return asOpened(urlDecoded(raw), 'url-encoded json');
  if (/user_?data$/i.test(name)) return openBase64(raw.slice(1, -1));
  return undefined;
}

function asOpened(json: string | undefined, how: OpenedString['how']): OpenedString | undefined {
  return json === undefined ? undefined : { json, how };
}

function urlDecoded(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw.slice(1, -1));
  } catch {
    return undefined;
  }
}

function openBase64(text: string): OpenedString | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  try {
    const lines = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64')).split('\n');
    return { json: JSON.stringify(lines), how: 'base64 text' };
  } catch {
    return undefined;
  }
}
