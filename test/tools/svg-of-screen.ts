import type { Emulator, EmulatorCell } from './emulator.ts';

/** The colours that a picture of a terminal is painted with. */
export type Palette = {
  readonly background: string;
  readonly foreground: string;
  readonly dim: string;
  /** The 8 colours that programs ask for: black, red, green, yellow, blue, magenta, cyan, white. */
  readonly colours: readonly string[];
};

/** Two palettes of common terminals, both legible. */
export const palettes: { readonly dark: Palette; readonly light: Palette } = {
  dark: {
    background: '#16181d',
    foreground: '#d7dae0',
    dim: '#868c98',
    colours: ['#3b4048', '#ff7b72', '#8bd17c', '#e3b341', '#79b8ff', '#d2a8ff', '#56d4dd', '#d7dae0'],
  },
  light: {
    background: '#ffffff',
    foreground: '#24292f',
    dim: '#6e7781',
    colours: ['#24292f', '#c4242b', '#1a7f37', '#8a5a00', '#0550ae', '#8250df', '#0b7285', '#57606a'],
  },
};

const cellWidth = 8.4;
const cellHeight = 18;
const margin = 12;

/** What the terminal shows, as an SVG picture: text stays text. */
export function svgOfScreen(emulator: Emulator, columns: number, rows: number, palette: Palette): string {
  const width = Math.ceil(columns * cellWidth + 2 * margin);
  const height = rows * cellHeight + 2 * margin;
  const body = Array.from({ length: rows }, (_, row) => svgOfRow(emulator.cells(row), row, palette)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<style>text{font:14px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}</style>
<rect width="100%" height="100%" rx="8" fill="${palette.background}"/>
${body}</svg>
`;
}

type Run = { readonly column: number; readonly look: string; text: string; columns: number };

function svgOfRow(cells: readonly EmulatorCell[], row: number, palette: Palette): string {
  const runs: Run[] = [];
  cells.forEach(({ character, look }, column) => {
    const run = runs.at(-1);
    if (run !== undefined && run.look === look) {
      run.text += character;
      run.columns++;
    } else {
      runs.push({ column, look, text: character, columns: 1 });
    }
  });
  return runs.map((run) => svgOfRun(run, row, palette)).join('');
}

function svgOfRun({ column, look, text, columns }: Run, row: number, palette: Palette): string {
  const words = look.split(' ');
  const isInverse = words.includes('inverse');
  if (text.trim() === '' && !isInverse) return '';
  const x = round(margin + column * cellWidth);
  const width = round(columns * cellWidth);
  const top = margin + row * cellHeight;
  const colour = /fg(\d)/.exec(look)?.[1];
  const ink =
    colour !== undefined
      ? palette.colours[Number(colour)]!
      : words.includes('dim')
        ? palette.dim
        : palette.foreground;
  const ground = isInverse
    ? `<rect x="${x}" y="${top}" width="${width}" height="${cellHeight}" fill="${ink}"/>`
    : '';
  const attributes = [
    `x="${x}" y="${top + 13.5}" textLength="${width}" lengthAdjust="spacingAndGlyphs"`,
    `fill="${isInverse ? palette.background : ink}"`,
    words.includes('bold') ? 'font-weight="bold"' : '',
    words.includes('underline') ? 'text-decoration="underline"' : '',
  ];
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `${ground}<text ${attributes.filter(Boolean).join(' ')}>${escaped}</text>\n`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
