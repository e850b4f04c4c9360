import type { Estate } from '../estate.ts';
import type { Json } from '../json.ts';
import type { Random } from '../random.ts';

/** Where a call is made and what it may draw on. */
export type Scene = {
  readonly random: Random;
  readonly estate: Estate;
  readonly account: string;
  readonly region: string;
  /** The caller's ARN, as refusals name it. */
  readonly who: string;
  /** Unique to the call. */
  readonly label: string;
};

/** A failure that happens on ordinary days, and the share of calls that end so. */
export type Failure = readonly [
  share: number,
  code: string,
  message: (scene: Scene, request: never) => string,
];

/** What an ordinary call carries. Left out: null, as AWS writes it. */
export type Call = {
  readonly request?: (scene: Scene) => Json;
  /** The answer, from the request that was drawn. */
  readonly response?: (scene: Scene, request: never) => Json;
  /** additionalEventData. */
  readonly additional?: (scene: Scene) => Json;
  readonly failures?: readonly Failure[];
};

/** Calls by `service:EventName`, with the parameters that AWS's API names. */
export type Calls = Readonly<Record<string, Call>>;

/** Too many calls, in the words of most services. */
export const throttled = (share: number): Failure => [share, 'ThrottlingException', () => 'Rate exceeded'];

/** Too many calls, in EC2's words. */
export const tooManyRequests = (share: number): Failure => [
  share,
  'Client.RequestLimitExceeded',
  () => 'Request limit exceeded.',
];

/** A refusal of an ordinary day: somebody asks for what their policies do not hold. */
export const refused = (share: number, code: string, action: string): Failure => [
  share,
  code,
  ({ who }) =>
    `User: ${who} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
];
