/** What the program ends with: the contract that scripts rely on. */
export const exitCode = {
  /** Something matched; for statistics and problems: something could be read. */
  matched: 0,
  /** Nothing matched, in input that could be read, if only as empty. */
  noMatch: 1,
  /** Nothing could be loaded, or the command line is wrong. */
  failed: 2,
} as const;
