import type { Line, Overlay, Pane, Picture } from '../../src/screen/picture.ts';
import { cutText, fitRight, fitText, headOf, tailOf, textWidth } from '../../src/screen/text/cell-width.ts';

/** A picture as lines of text, for people and for tests: what a terminal shows, without colours. */
export function textOf(picture: Picture): string[] {
  const rows: string[] = [];
  for (const block of picture.blocks) {
    if (block.kind === 'lines') rows.push(...block.lines.map(lineText));
    else if (block.kind === 'prompt') {
      const value = block.value === '' ? block.placeholder : block.value;
      rows.push(block.label.text + fitText(value, block.valueColumns) + lineText(block.right));
    } else {
      const panes = block.panes.map(paneText);
      for (let row = 0; row < panes[0]!.length; row++) rows.push(panes.map((pane) => pane[row]).join(''));
    }
  }
  return picture.overlay === undefined ? rows : withOverlay(rows, picture.overlay);
}

/** The text of a line. */
export function lineText(line: Line): string {
  return line.map((span) => span.text).join('');
}

function paneText({ title, note, widthColumns, heightRows, lines }: Pane): string[] {
  if (lines.length >= heightRows) return lines.map(lineText);
  const inner = widthColumns - 2;
  return [
    `╭${rule(title, note, inner)}╮`,
    ...lines.map((line) => `│${lineText(line)}│`),
    `╰${'─'.repeat(inner)}╯`,
  ];
}

function rule(title: string, note: string, inner: number): string {
  const left = ` ${cutText(title, inner - 3)} `;
  const right = note === '' ? '' : ` ${note} `;
  return left + '─'.repeat(Math.max(0, inner - textWidth(left) - textWidth(right))) + right;
}

function withOverlay(rows: readonly string[], overlay: Overlay): string[] {
  const inner = overlay.widthColumns - 2;
  const body = overlay.body.flatMap((part) => {
    if (part.kind === 'lines') return part.lines.map((line) => `│${lineText(line)}│`);
    const lines = part.rows.flatMap((row) => ['', ` ${Object.values(row).join(' | ')}`]);
    return ['', ` ${Object.keys(part.rows[0]!).join(' | ')}`, ...lines, ''].map(
      (text) => `│${fitText(text, inner)}│`,
    );
  });
  const box = [`╭${rule(overlay.title, '', inner)}╮`, ...body, `╰${'─'.repeat(inner)}╯`];
  return rows.map((row, i) => {
    const over = box[i - overlay.top];
    if (over === undefined) return row;
    const left = fitText(headOf(row, overlay.left), overlay.left);
    const rightColumns = textWidth(row) - overlay.left - overlay.widthColumns;
    return left + over + fitRight(tailOf(row, rightColumns), rightColumns);
  });
}
