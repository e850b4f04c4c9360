/** The SGR sequence that turns one look into another, looks being parameters as `1;31`; empty when they are the same. */
export function sgrBetween(from: string, to: string): string {
  if (from === to) return '';
  if (to === '') return '\x1b[m';
  if (from === '') return `\x1b[${to}m`;
  const wanted = to.split(';');
  const kinds = wanted.map(kindOf);
  const had = from.split(';');
  const isCovered = had.every((code) => wanted.includes(code) || kinds.includes(kindOf(code)));
  if (!isCovered) return `\x1b[0;${to}m`;
  return `\x1b[${wanted.filter((code) => !had.includes(code)).join(';')}m`;
}

const bareLooks = new Map<string, boolean>([['', true]]);

/** True when a blank in this look is seen as one: no inverse, no line under or through it, no background. */
export function isBareOnBlanks(look: string): boolean {
  let isBare = bareLooks.get(look);
  if (isBare === undefined) {
    isBare = look.split(';').every((code) => !/^(?:[479]|4[0-7]|10[0-7])$/.test(code));
    bareLooks.set(look, isBare);
  }
  return isBare;
}

/** Colours replace each other, foreground and background apart; each attribute stands on its own. */
function kindOf(code: string): string {
  const number = Number(code);
  if (number < 30) return code;
  return (number >= 40 && number < 50) || number >= 100 ? 'background' : 'foreground';
}
