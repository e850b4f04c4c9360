/**
 * The function, remembering its last answer: called again with the same arguments (by identity) it gives the very same
 * value. Drawing stands on it: a part of the picture whose inputs did not change is the same object as before.
 */
export function rememberLast<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
  let lastArgs: A | undefined;
  let last: R;
  return (...args) => {
    if (lastArgs === undefined || !sameItems(lastArgs, args)) {
      last = make(...args);
      lastArgs = args;
    }
    return last;
  };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
}
