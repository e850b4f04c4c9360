import { lastPart } from '../record/text.ts';

/**
 * The person behind a caller, as far as its own identity tells: the same name whichever permission set or provider
 * stands around it; for roles and services the caller itself.
 *
 * @param issuerArn sessionContext.sessionIssuer.arn: who made the session of a federated user.
 */
export function personBehind(principal: string, principalType: string, issuerArn: string): string {
  const ofIdentityCenter = / \(sso:[^()]*\)$/.exec(principal);
  if (ofIdentityCenter !== null) return principal.slice(0, ofIdentityCenter.index);
  if (principalType === 'SAMLUser') return /^saml:(.+)@[^@]*$/.exec(principal)?.[1] ?? principal;
  if (principalType === 'IdentityCenterUser') return principal.replace(/^idc:/, '');
  if (principalType === 'FederatedUser' && issuerArn !== '' && !issuerArn.endsWith(':root'))
    return lastPart(issuerArn);
  return principal;
}

/** Whether a caller is an AWS service, behind which stands nobody. */
export function isServiceCaller(principal: string, principalType: string): boolean {
  return (
    principalType === 'AWSService' || principal === 'AWS Internal' || principal.endsWith('.amazonaws.com')
  );
}
