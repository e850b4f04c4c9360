import type { Style } from '../screen/picture.ts';

/**
 * How each style looks: numbers of SGR attributes. Only the 16 colours
 * that a terminal's owner chose, on the background they chose.
 */
export type Theme = {
  readonly name: ThemeName;
  readonly looks: { readonly [style in Style]: Look };
};

/** The name of a theme. */
export type ThemeName = 'colour' | 'plain' | 'high-contrast';

/** Parameters of an SGR sequence, ascending. */
export type Look = readonly number[];

const bold = 1;
const dim = 2;
const underline = 4;
const inverse = 7;
const red = 31;
const green = 32;
const yellow = 33;
const blue = 34;
const magenta = 35;
const cyan = 36;

const colour: Theme = {
  name: 'colour',
  looks: {
    plain: [],
    dim: [dim],
    strong: [bold],
    accent: [cyan],
    title: [bold],
    match: [bold, underline],
    failed: [yellow],
    denied: [red],
    noise: [dim],
    ok: [dim],
    warning: [bold, yellow],
    key: [cyan],
    string: [green],
    number: [magenta],
    literal: [magenta],
    escape: [inverse, magenta],
    border: [dim],
    'border-focused': [cyan],
    selected: [inverse],
    'selected-unfocused': [bold],
    cell: [bold, underline],
    mark: [bold, yellow],
    'hint-key': [bold, blue],
    bar: [cyan],
    'bar-failed': [red],
  },
};

/** No colour at all: NO_COLOR, `--no-color`, terminals that have none. */
const plain: Theme = {
  name: 'plain',
  looks: {
    ...withoutColour(colour.looks),
    accent: [bold],
    failed: [bold],
    denied: [bold],
    escape: [inverse],
    'border-focused': [bold],
    key: [],
    mark: [bold],
    'hint-key': [bold],
    'bar-failed': [bold],
  },
};

/** Nothing dim, nothing told by a thin difference. */
const highContrast: Theme = {
  name: 'high-contrast',
  looks: {
    ...colour.looks,
    dim: [],
    noise: [],
    ok: [],
    border: [],
    accent: [bold, cyan],
    failed: [bold, yellow],
    denied: [bold, red],
    'border-focused': [bold, cyan],
    'selected-unfocused': [bold, underline],
    cell: [bold, underline],
  },
};

/** Every theme by its name. */
export const themes: { readonly [name in ThemeName]: Theme } = {
  colour,
  plain,
  'high-contrast': highContrast,
};

/** The SGR attributes of a style with others laid over it. */
export function lookOf(theme: Theme, style: Style, also: readonly Style[] = []): Look {
  let look = new Set(theme.looks[style]);
  for (const over of also) {
    const next = theme.looks[over];
    if (next.some(isColour)) look = new Set([...look].filter((code) => !isColour(code)));
    for (const code of next) look.add(code);
  }
  // A selected line is one even bar: colours in inverse would tear it, and dim text in it cannot be read.
  const isSelected = style === 'selected' || also.includes('selected');
  return [...look].filter((code) => !isSelected || !(isColour(code) || code === dim)).sort((a, b) => a - b);
}

function isColour(code: number): boolean {
  return code >= 30;
}

function withoutColour(looks: Theme['looks']): Theme['looks'] {
  const entries = Object.entries(looks).map(([style, look]) => [
    style,
    look.filter((code) => !isColour(code)),
  ]);
  return Object.fromEntries(entries) as Theme['looks'];
}
