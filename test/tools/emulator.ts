import xterm from '@xterm/headless';

/** A terminal in memory: bytes in, what a user would see out. */
export type Emulator = {
  /** Fulfilled when the bytes have been taken in. */
  write(bytes: string | Uint8Array): Promise<void>;
  resize(columns: number, rows: number): void;
  /** The rows as text, blanks at the end left out. */
  lines(): string[];
  /** Every cell of a row as its character and its look; `''` in the right half of a wide character. */
  cells(row: number): EmulatorCell[];
  cursor(): { readonly column: number; readonly row: number };
  isAlternate(): boolean;
  /** Modes that a program may have left on. */
  modes(): { readonly bracketedPaste: boolean; readonly wraparound: boolean; readonly mouse: boolean };
  /** Titles, clipboard writes and links that arrived: a program that shows hostile text causes none. */
  effects(): readonly string[];
};
export type EmulatorCell = {
  readonly character: string;
  /** `bold`, `fg1`, … in a fixed order, apart by blanks. */
  readonly look: string;
};

export function createEmulator(columns: number, rows: number): Emulator {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 });
  const effects: string[] = [];
  terminal.onTitleChange((title) => effects.push(`title ${title}`));
  terminal.onBell(() => effects.push('bell'));
  for (const code of [8, 52]) {
    terminal.parser.registerOscHandler(code, (data) => {
      effects.push(`osc ${code} ${data}`);
      return true;
    });
  }
  const buffer = () => terminal.buffer.active;
  return {
    write: (bytes) => new Promise((resolve) => terminal.write(bytes, resolve)),
    resize: (nextColumns, nextRows) => terminal.resize(nextColumns, nextRows),
    lines() {
      const lines: string[] = [];
      for (let row = 0; row < terminal.rows; row++) {
        // Beyond the columns old cells remain after narrowing.
        const line = buffer().getLine(buffer().baseY + row);
        lines.push((line?.translateToString(true, 0, terminal.cols) ?? '').trimEnd());
      }
      return lines;
    },
    cells(row) {
      const line = buffer().getLine(buffer().baseY + row)!;
      return Array.from({ length: terminal.cols }, (_, column) => {
        const cell = line.getCell(column)!;
        const character = cell.getWidth() === 0 ? '' : cell.getChars() || ' ';
        const look = [
          cell.isBold() ? 'bold' : '',
          cell.isDim() ? 'dim' : '',
          cell.isUnderline() ? 'underline' : '',
          cell.isInverse() ? 'inverse' : '',
          cell.isFgDefault() ? '' : `fg${cell.getFgColor()}`,
          cell.isBgDefault() ? '' : `bg${cell.getBgColor()}`,
        ];
        return { character, look: look.filter(Boolean).join(' ') };
      });
    },
    cursor: () => ({ column: buffer().cursorX, row: buffer().cursorY }),
    isAlternate: () => buffer().type === 'alternate',
    modes: () => ({
      bracketedPaste: terminal.modes.bracketedPasteMode,
      wraparound: terminal.modes.wraparoundMode,
      mouse: terminal.modes.mouseTrackingMode !== 'none',
    }),
    effects: () => effects,
  };
}
