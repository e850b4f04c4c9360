import type { QueryError } from './question.ts';

/** Thrown within the parser alone, and turned into its result there: a query that cannot be read. */
export class ParseFailure extends Error {
  readonly place: QueryError;

  constructor(place: QueryError) {
    super(place.message);
    this.place = place;
  }
}

/** Ends the reading of a query at a half-open range of its characters. */
export function fail(start: number, end: number, message: string, expected: readonly string[] = []): never {
  throw new ParseFailure({ start, end, message, expected });
}
