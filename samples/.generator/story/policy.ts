import { accounts } from '../estate.ts';
import type { JsonObject } from '../json.ts';

/** A policy document as it travels in parameters: JSON in a string. */
export const policyOf = (...statements: readonly JsonObject[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** The principal that no policy of the company should name. */
export const foreignRoot: JsonObject = { AWS: `arn:aws:iam::${accounts.foreign}:root` };
