/** More than there can be distinct seconds in a store. */
const secondsPerRole = 2 ** 28;

/** Gives a number to each pair of a role and a second: the same for the same pair. */
export class SessionStarts {
  readonly #roles = new Map<string, number>();
  readonly #seconds = new Map<number, number>();

  /** The number of a role and a time; undefined when either is missing. */
  numberOf(roleArn: string, timeMs: number): number | undefined {
    if (roleArn === '' || Number.isNaN(timeMs)) return undefined;
    const second = codeIn(this.#seconds, Math.floor(timeMs / 1000));
    return codeIn(this.#roles, roleArn) * secondsPerRole + second;
  }
}

function codeIn<Value>(codes: Map<Value, number>, value: Value): number {
  const known = codes.get(value);
  if (known !== undefined) return known;
  codes.set(value, codes.size);
  return codes.size - 1;
}
