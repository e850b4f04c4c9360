import { styledCharsFromTokens, styledCharsToString, tokenize } from './quick-tokens.ts';

/**
 * Ink draws every frame from nothing, though most rows of it stood in the one before. In the published program its Output is
 * this: rows are drawn one by one by Ink's own, and a row on which the same is written again is taken as it was drawn.
 */

/** The part of Ink's Output that its renderer uses. */
export type Output = {
  write(x: number, y: number, text: string, options: { readonly transformers: readonly Transformer[] }): void;
  clip(clip: Clip): void;
  unclip(): void;
  get(): { output: string; height: number };
};

/** A class of outputs, each for one frame of so many cells. */
export type OutputClass = new (size: OutputSize) => Output;

type OutputSize = { readonly width: number; readonly height: number };

// What a component does to each line when it is drawn; of nothing it makes nothing.
type Transformer = (line: string, index: number) => string;

/** Cells outside of which nothing is drawn: half-open, an undefined side is open. */
type Clip = { readonly [side in 'x1' | 'x2' | 'y1' | 'y2']: number | undefined };

/** A line of text on a row, with all the clips around it, their rows counted from that row. */
type Write = {
  readonly x: number;
  readonly text: string;
  readonly clips: readonly Clip[];
  readonly transformers: readonly Transformer[];
};

// Two generations of rows: those of the last frames survive, older ones go all at once.
const generationSize = 400;

/** Outputs that give just what those of the class give, and remember rows from one to the next. */
export function rememberRows(Ink: OutputClass): OutputClass {
  let recent = new Map<string, string>();
  let older = new Map<string, string>();

  function drawRow(width: number, writes: readonly Write[]): string {
    const key = keyOf(width, writes);
    if (key === undefined) return drawAnew(width, writes);
    let row = recent.get(key);
    if (row !== undefined) return row;
    row = older.get(key) ?? drawAnew(width, writes);
    if (recent.size >= generationSize) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, row);
    return row;
  }
  function drawAnew(width: number, writes: readonly Write[]): string {
    const output = new Ink({ width, height: 1 });
    for (const { x, text, clips, transformers } of writes) {
      for (const clip of clips) output.clip(clip);
      output.write(x, 0, text, { transformers });
      for (const _ of clips) output.unclip();
    }
    return output.get().output;
  }

  return class RowOutput implements Output {
    private readonly size: OutputSize;
    private readonly rows: Write[][];
    private readonly clips: Clip[] = [];

    constructor(size: OutputSize) {
      this.size = size;
      this.rows = Array.from({ length: size.height }, () => []);
    }
    write(x: number, y: number, text: string, { transformers }: Parameters<Output['write']>[3]): void {
      const lines = text.includes('\n') ? linesOf(text) : [text];
      for (const [index, line] of lines.entries()) {
        const row = y + index;
        this.rows[row]?.push({
          x,
          text: line,
          clips: this.clips.map((clip) => ({ ...clip, y1: less(clip.y1, row), y2: less(clip.y2, row) })),
          transformers: transformers.map((transform) => (drawn: string) => transform(drawn, index)),
        });
      }
    }
    clip(clip: Clip): void {
      this.clips.push(clip);
    }
    unclip(): void {
      this.clips.pop();
    }
    get(): { output: string; height: number } {
      const { width, height } = this.size;
      return { output: this.rows.map((writes) => drawRow(width, writes)).join('\n'), height };
    }
  };
}

/** What a row is known by; undefined when something is done to its texts, which only doing it tells. */
function keyOf(width: number, writes: readonly Write[]): string | undefined {
  let key = `${width}`;
  for (const { x, text, clips, transformers } of writes) {
    if (transformers.some((transform) => transform(text, 0) !== text)) return undefined;
    for (const { x1, x2, y1, y2 } of clips) key += `\n${x1} ${x2} ${y1} ${y2}`;
    key += `\n${x}:${text}`;
  }
  return key;
}

/** The lines of a text, each with the looks that it has within the text. */
function linesOf(text: string): string[] {
  const lines: ReturnType<typeof styledCharsFromTokens>[] = [[]];
  for (const character of styledCharsFromTokens(tokenize(text))) {
    if (character.value === '\n') lines.push([]);
    else lines.at(-1)!.push(character);
  }
  return lines.map(styledCharsToString);
}

function less(row: number | undefined, by: number): number | undefined {
  return row === undefined ? undefined : row - by;
}
