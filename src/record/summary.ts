import type { EventField, IdentityField } from './fields.ts';

/**
 * What one distinct userIdentity says. Two records have the same identity when all of these are equal;
 * events share it by code. Absent values are empty strings.
 */
export type Identity = { readonly [F in IdentityField]: string } & {
  /** userIdentity.arn */
  readonly arn: string;
  /** userIdentity.principalId */
  readonly principalId: string;
  /** userIdentity.accountId: the caller's account */
  readonly callerAccount: string;
  /** sessionContext.attributes.creationDate, as written */
  readonly sessionCreated: string;
  /** sessionContext.sessionIssuer.arn */
  readonly issuerArn: string;
  /** sessionContext.sourceIdentity */
  readonly sourceIdentity: string;
  /** userIdentity.invokedBy */
  readonly invokedBy: string;
  /** `true`, `false` or empty: sessionContext.attributes.mfaAuthenticated */
  readonly mfa: string;
  /** onBehalfOf.userId of IAM Identity Center */
  readonly onBehalfOf: string;
  /** sessionContext.signInSessionArn: the sign-in that all credentials of a session come from */
  readonly signInSession: string;
};

/** The texts of an identity that the store keeps, in the order of their columns. */
export const identityTexts = [
  'principal',
  'principal_type',
  'access_key',
  'arn',
  'principalId',
  'callerAccount',
  'sessionCreated',
  'issuerArn',
  'sourceIdentity',
  'invokedBy',
  'mfa',
  'onBehalfOf',
  'signInSession',
] as const satisfies readonly (keyof Identity)[];

/** One bit each in the flags of an event. */
export const Flag = {
  /** The record was mended before it could be read. */
  repaired: 1,
  /** Driven from the console: sessionCredentialFromConsole, a console user agent, or a sign-in event. */
  console: 2,
  /** Some text in the record holds control, bidi or zero-width characters. */
  suspiciousText: 4,
  /** eventTime is missing or cannot be read: the event sorts last, its text is kept. */
  badTime: 8,
  /** A failure that is ordinary noise: not found, throttled, a dry run, on a call that only reads. */
  expectedNoise: 16,
  /** A sign-in to the console (ConsoleLogin and its kin). */
  login: 32,
  /** The same eventID stands on a record with other content. */
  idReused: 64,
} as const;

/** What the store keeps of one record, apart from where its bytes are. Absent values are empty strings. */
export type EventSummary = { readonly [F in EventField]: string } & {
  /** Milliseconds since 1970 UTC; NaN when the time is missing or cannot be read. */
  readonly timeMs: number;
  /** The time as written, only when it cannot be read; else empty. */
  readonly timeText: string;
  /** eventID as written, else empty. */
  readonly eventId: string;
  /** Bits of {@link Flag}. */
  readonly flags: number;
  readonly identity: Identity;
  /** The access key that this call handed out (AssumeRole and its kin), else empty. */
  readonly issuedKey: string;
  /** sharedEventID, else empty: links the copies of one action in several accounts. */
  readonly sharedEventId: string;
};
