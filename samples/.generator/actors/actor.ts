import type { JsonObject } from '../json.ts';
import { accessKeyOf, lettersOf } from '../random.ts';

/** Somebody or something that makes calls: what CloudTrail writes about the caller, apart from the call. */
export type Actor = {
  /** The caller's own account. */
  readonly account: string;
  /** userIdentity as it stands in the record; absent where AWS writes none. */
  readonly identity?: JsonObject;
  /** sourceIPAddress. */
  readonly from: string;
  /** userAgent; a command line tool's gets the subcommand of each call. */
  readonly agent: string;
  /** Driven from the console: every call has a key of its own, and says so at the top level. */
  readonly console?: boolean;
};

/** How a session came to be, and what AWS notes about it. */
export type SessionFacts = {
  readonly key?: string;
  /** When the session began, as an ISO time. */
  readonly created?: string;
  readonly mfa?: boolean;
  /** Further keys of sessionContext: sourceIdentity, webIdFederationData, ec2RoleDelivery … */
  readonly context?: JsonObject;
  /** Further keys of userIdentity: invokedBy, inScopeOf … */
  readonly more?: JsonObject;
  /** The path of the role in its ARN, such as `/aws-service-role/…/`. */
  readonly path?: string;
};

/** The unique id of a user or role, `AIDA…`, `AROA…`: always the same for the same name. */
export const principalIdOf = (prefix: 'AIDA' | 'AROA', account: string, name: string) =>
  `${prefix}EXAMPLE${lettersOf(`${account} ${name}`, 10)}`;

const sessionAttributes = (created: string, mfa: boolean): JsonObject => ({
  creationDate: created,
  mfaAuthenticated: String(mfa),
});

/** userIdentity of an IAM user; with `facts.created`, of one whose session carries its time. */
export function iamUser(
  account: string,
  userName: string,
  key: string,
  facts: SessionFacts = {},
): JsonObject {
  return {
    type: 'IAMUser',
    principalId: principalIdOf('AIDA', account, userName),
    arn: `arn:aws:iam::${account}:user/${userName}`,
    accountId: account,
    ...(key ? { accessKeyId: key } : {}),
    userName,
    ...(facts.created
      ? { sessionContext: { attributes: sessionAttributes(facts.created, facts.mfa ?? false) } }
      : {}),
    ...facts.more,
  };
}

/** userIdentity of a session of a role. */
export function assumedRole(
  account: string,
  role: string,
  session: string,
  facts: SessionFacts = {},
): JsonObject {
  const roleId = principalIdOf('AROA', account, role);
  const { webIdFederationData, ...context } = facts.context ?? {};
  return {
    type: 'AssumedRole',
    principalId: `${roleId}:${session}`,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
    accountId: account,
    accessKeyId: facts.key ?? accessKeyOf('ASIA', `${account} ${role} ${session}`),
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: roleId,
        arn: `arn:aws:iam::${account}:role${facts.path ?? '/'}${role}`,
        accountId: account,
        userName: role,
      },
      ...(webIdFederationData === undefined ? {} : { webIdFederationData }),
      attributes: sessionAttributes(facts.created ?? '2026-03-04T07:45:10Z', facts.mfa ?? false),
      ...context,
    },
    ...facts.more,
  };
}

/** userIdentity of an AWS service that calls for itself. */
export const awsService = (service: string): JsonObject => ({ type: 'AWSService', invokedBy: service });

/** The record's userIdentity with a fresh key, as console-driven calls have one each. */
export const withKey = (identity: JsonObject, accessKeyId: string): JsonObject => ({
  ...identity,
  accessKeyId,
});
