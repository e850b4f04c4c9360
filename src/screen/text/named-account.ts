/** An account with what the user calls it beside its number: `111122223333 (prod)`. */
export function namedAccount(account: string, names: ReadonlyMap<string, string> | undefined): string {
  const name = names?.get(account);
  return name === undefined ? account : `${account} (${name})`;
}
