import { asObject, type CloudTrailRecord, type JsonObject } from './json.ts';
import { principalOf } from './principal.ts';
import type { Identity } from './summary.ts';
import { firstText, textOf, trueOrFalse } from './text.ts';

/**
 * Who made the call, as the record says it. Total: a record without a userIdentity has an identity too.
 *
 * Follows from `userIdentity` alone when that has a `type`; otherwise other keys of the record decide about the
 * name (see {@link principalOf}).
 */
export function identityOf(record: CloudTrailRecord): Identity {
  const user = asObject(record.userIdentity) ?? {};
  const session = asObject(user.sessionContext) ?? {};
  const issuer = asObject(session.sessionIssuer) ?? {};
  const attributes = asObject(session.attributes) ?? {};
  return {
    principal: principalOf(record),
    principal_type: textOf(user.type),
    access_key: textOf(user.accessKeyId),
    arn: textOf(user.arn),
    principalId: textOf(user.principalId),
    callerAccount: textOf(user.accountId),
    sessionCreated: textOf(attributes.creationDate),
    issuerArn: textOf(issuer.arn),
    sourceIdentity: textOf(session.sourceIdentity),
    invokedBy: textOf(user.invokedBy),
    mfa: trueOrFalse(attributes.mfaAuthenticated),
    onBehalfOf: onBehalfOf(user),
    signInSession: firstText(session.signInSessionArn, user.signInSessionArn, attributes.signInSessionArn),
  };
}

function onBehalfOf(user: JsonObject): string {
  return textOf(asObject(user.onBehalfOf)?.userId);
}
