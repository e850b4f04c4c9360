import type { Block, Line, Overlay, Picture } from '../screen/picture.ts';

/**
 * For screen readers: a picture as plain lines in reading order, and after that only what a key changed. Where eyes find
 * their way by frames and places, ears need few words: the line that the cursor stands on, what is typed, and what
 * the program has to say.
 */

/** The lines to print when `after` follows `before`; everything when there was nothing before. */
export function linearText(before: Picture | undefined, after: Picture): string[] {
  if (before === undefined || before.columns !== after.columns || before.rows !== after.rows)
    return allLines(after);
  if (after.overlay !== undefined && after.overlay.title !== before.overlay?.title)
    return overlayLines(after.overlay);
  const spoken: string[] = [];
  if (before.overlay !== undefined && after.overlay === undefined)
    spoken.push(`${before.overlay.title} closed`);
  const focused = focusedTitle(after);
  if (focused !== focusedTitle(before) && focused !== undefined) spoken.push(focused);
  const prompt = promptText(after);
  if (prompt !== promptText(before) && prompt !== undefined) spoken.push(prompt);
  const line = cursorLine(after);
  if (line !== '' && line !== cursorLine(before)) spoken.push(line);
  const footer = textOf(lastLine(after));
  if (spoken.length === 0 && footer !== textOf(lastLine(before))) spoken.push(footer);
  return spoken.filter((text) => text !== '');
}

function allLines(picture: Picture): string[] {
  if (picture.overlay !== undefined) return overlayLines(picture.overlay);
  return picture.blocks.flatMap(blockLines).filter((text) => text !== '');
}

function blockLines(block: Block): string[] {
  if (block.kind === 'lines') return block.lines.map(textOf);
  if (block.kind === 'prompt') return [promptOf(block)];
  return block.panes.flatMap((pane) => [`${pane.title} ${pane.note}`.trim(), ...pane.lines.map(textOf)]);
}

function overlayLines({ title, body }: Overlay): string[] {
  const lines = body.flatMap((part) =>
    part.kind === 'lines'
      ? part.lines.map(textOf)
      : part.rows.map((row) =>
          Object.entries(row)
            .map(([column, value]) => `${column}: ${value}`)
            .join(', '),
        ),
  );
  return [title, ...lines.filter((text) => text !== '')];
}

/** The line at the cursor: of the overlay, of a pane, of a block. */
function cursorLine(picture: Picture): string {
  const { column, row } = picture.cursor;
  const { overlay } = picture;
  if (overlay !== undefined) {
    const lines = overlay.body.flatMap((part) => (part.kind === 'lines' ? part.lines : []));
    return textOf(lines[row - overlay.top - 1]);
  }
  let top = 0;
  for (const block of picture.blocks) {
    const height =
      block.kind === 'lines'
        ? block.lines.length
        : block.kind === 'prompt'
          ? 1
          : (block.panes[0]?.heightRows ?? 0);
    if (row >= top + height) {
      top += height;
      continue;
    }
    if (block.kind === 'lines') return textOf(block.lines[row - top]);
    if (block.kind === 'prompt') return '';
    let left = 0;
    for (const pane of block.panes) {
      left += pane.widthColumns;
      if (column < left) return textOf(pane.lines[row - top - (pane.lines.length < pane.heightRows ? 1 : 0)]);
    }
    return '';
  }
  return '';
}

function focusedTitle({ blocks }: Picture): string | undefined {
  for (const block of blocks) {
    const pane = block.kind === 'panes' ? block.panes.find(({ focused }) => focused) : undefined;
    if (pane !== undefined) return pane.title;
  }
  return undefined;
}

function promptText({ blocks }: Picture): string | undefined {
  const prompt = blocks.find((block) => block.kind === 'prompt');
  return prompt && promptOf(prompt);
}

function promptOf({ label, value, right }: Extract<Block, { kind: 'prompt' }>): string {
  return `${label.text} ${value} ${textOf(right)}`.replace(/\s+/g, ' ').trim();
}

function lastLine({ blocks }: Picture): Line | undefined {
  const last = blocks.at(-1);
  return last?.kind === 'lines' ? last.lines.at(-1) : undefined;
}

/** The words of a line: signs that only draw are left out, and blanks between columns are one. */
function textOf(line: Line | undefined): string {
  if (line === undefined) return '';
  return line
    .map(({ text }) => text)
    .join('')
    .replace(/[\u2500-\u259f▸▾╌▏]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
