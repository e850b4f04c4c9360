/** What programs read that are no records: one value, indented by a blank so that people can read it too. */
export async function* printJson(value: unknown): AsyncGenerator<string> {
  yield `${JSON.stringify(value, undefined, 1)}\n`;
}

/** The same as ndjson: a line for each value. */
export async function* printJsonLines(values: Iterable<unknown>): AsyncGenerator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}
