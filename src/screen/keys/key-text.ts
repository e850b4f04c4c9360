/** A key of the table as hints, help and documentation show it: `↓`, `PgDn`, `Shift-Tab`, `Ctrl-D`. */
export function keyText(key: string): string {
  const [, modifier = '', name = key] = /^(Ctrl-|Alt-|Shift-)?(.+)$/s.exec(key) ?? [];
  return modifier + (signs[name] ?? name);
}

const signs: { readonly [key: string]: string } = {
  down: '↓',
  up: '↑',
  left: '←',
  right: '→',
  enter: '⏎',
  escape: 'Esc',
  tab: 'Tab',
  space: 'Space',
  backspace: 'Backspace',
  delete: 'Delete',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  f1: 'F1',
};
