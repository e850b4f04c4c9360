import {
  type AnsiCode,
  ansiCodesToString,
  diffAnsiCodes,
  type StyledChar,
  type Token,
  styledCharsFromTokens as toStyledChars,
  tokenize as toTokens,
} from '@alcalzone/ansi-tokenize';

/**
 * The library that Ink takes texts apart with, remembering what it took apart: most lines of a frame stood in the one before.
 * In the published program Ink gets this module in its place; it changes none of what it is given.
 */

export * from '@alcalzone/ansi-tokenize';

// Two generations of texts: those of the last frames survive, older ones go all at once.
const generationSize = 400;
let recent = new Map<string, Token[]>();
let older = new Map<string, Token[]>();
const styledChars = new WeakMap<Token[], StyledChar[]>();

/** The tokens of a text. */
export function tokenize(text: string, endChar?: number): Token[] {
  if (endChar !== undefined) return toTokens(text, endChar);
  let tokens = recent.get(text);
  if (tokens !== undefined) return tokens;
  tokens = older.get(text) ?? toTokens(text);
  if (recent.size >= generationSize) {
    older = recent;
    recent = new Map();
  }
  recent.set(text, tokens);
  return tokens;
}

/** The characters of tokens, each with its looks: the same list for all that look the same. */
export function styledCharsFromTokens(tokens: Token[]): StyledChar[] {
  let characters = styledChars.get(tokens);
  if (characters === undefined) {
    characters = toStyledChars(tokens);
    for (const character of characters) character.styles = shared(character.styles);
    styledChars.set(tokens, characters);
  }
  return characters;
}

/** The characters as text, with the sequences between those that look different. */
export function styledCharsToString(characters: StyledChar[]): string {
  let text = '';
  let styles = plain;
  for (const character of characters) {
    if (character.styles !== styles) {
      const next = shared(character.styles);
      if (next !== styles) text += changeOf(styles, next);
      styles = next;
    }
    text += character.value;
  }
  return styles === plain ? text : text + changeOf(styles, plain);
}

const plain: AnsiCode[] = [];
const mostLooks = 1000;
const looks = new Map<string, AnsiCode[]>();
let changes = new WeakMap<AnsiCode[], Map<AnsiCode[], string>>();

/** The one list for all looks of the same codes. */
function shared(styles: AnsiCode[]): AnsiCode[] {
  if (styles.length === 0) return plain;
  let key = '';
  for (const { code, endCode } of styles) key += `${code}\n${endCode}\n`;
  const known = looks.get(key);
  if (known !== undefined) return known;
  if (looks.size >= mostLooks) {
    looks.clear();
    changes = new WeakMap();
  }
  looks.set(key, styles);
  return styles;
}

/** The sequences between two looks. */
function changeOf(from: AnsiCode[], to: AnsiCode[]): string {
  const known = changes.get(from) ?? new Map<AnsiCode[], string>();
  changes.set(from, known);
  let change = known.get(to);
  if (change === undefined) {
    change = ansiCodesToString(diffAnsiCodes(from, to));
    known.set(to, change);
  }
  return change;
}
