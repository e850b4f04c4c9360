// What spreadsheets take for the beginning of a formula, in ASCII and in full width; blanks and controls before it are
// skipped by some. CWE-1236, https://owasp.org/www-community/attacks/CSV_Injection
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** The value with an apostrophe before it when a spreadsheet would run it as a formula; else as it is. */
export function guardFormula(value: string): string {
  return formula.test(value) ? `'${value}` : value;
}
