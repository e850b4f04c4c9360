import { Flag, type Identity } from '../record/summary.ts';

/** Types of identity that stand for a human being by themselves. */
export const humanTypes: readonly string[] = [
  'Root',
  'IAMUser',
  'SAMLUser',
  'FederatedUser',
  'IdentityCenterUser',
  'Directory',
];

/** Whether an AWS service made the call: of its own, through a role that belongs to it, or forwarding someone's call. */
export function isService(identity: Identity): boolean {
  return (
    identity.principal_type === 'AWSService' ||
    identity.invokedBy !== '' ||
    identity.issuerArn.includes(':role/aws-service-role/')
  );
}

/**
 * Whether a human being made the call, as far as its identity tells: users of every kind, and sessions of a role that
 * Identity Center, a second factor, or a person's address as session name vouch for. Sessions of other roles are a
 * person's when driven from the console, or when their chain begins with one: that is told by events, not by identity.
 */
export function isPerson(identity: Identity): boolean {
  if (isService(identity)) return false;
  if (humanTypes.includes(identity.principal_type)) return true;
  if (identity.principal_type !== 'AssumedRole') return false;
  return (
    identity.onBehalfOf !== '' ||
    identity.mfa === 'true' ||
    /AWSReservedSSO_/.test(identity.issuerArn) ||
    /\/[^/@\s]+@[^/@\s]+$/.test(identity.arn)
  );
}

/** Whether a role's session could be a person's, so that a console call makes it one. */
export function isRoleSession(identity: Identity): boolean {
  return identity.principal_type === 'AssumedRole' && !isService(identity);
}

/** The words that are decided by one bit of an event's flags. */
export const flagOfWord = {
  login: Flag.login,
  console: Flag.console,
  repaired: Flag.repaired,
  'suspicious-text': Flag.suspiciousText,
} as const;
