/**
 * The one name that stands for who made a call: readable, the same for every call of the same caller, and never
 * empty. One row of a table says how for each userIdentity type.
 */
import { asObject, type CloudTrailRecord, type JsonObject } from './json.ts';
import { firstText, lastPart, textOf } from './text.ts';

/** The parts of a userIdentity that names are made of. Absent texts are empty, absent objects are `{}`. */
type User = {
  readonly type: string;
  readonly userName: string;
  readonly arn: string;
  readonly principalId: string;
  readonly account: string;
  readonly invokedBy: string;
  readonly identityProvider: string;
  readonly issuer: JsonObject;
  readonly webId: JsonObject;
  readonly onBehalfOf: JsonObject;
};

/** How each userIdentity type is named; an empty answer falls back to {@link anyName}. */
const nameByType: ReadonlyMap<string, (user: User) => string> = new Map(
  Object.entries({
    Root: (user) => spaced('root', accountOf(user)),
    IAMUser: iamUserName,
    AssumedRole: roleName,
    Role: roleName,
    FederatedUser: federatedName,
    SAMLUser: (user) => providedName('saml', user),
    WebIdentityUser: (user) => providedName('oidc', user),
    AWSService: (user) => user.invokedBy || user.principalId || 'AWS service',
    AWSAccount: accountName,
    IdentityCenterUser: identityCenterName,
  }),
);

/**
 * The name of who made the call.
 *
 * @example `alice`, `Deploy/ci`, `alice (sso:AdministratorAccess)`, `root 111122223333`, `ec2.amazonaws.com`
 */
export function principalOf(record: CloudTrailRecord): string {
  const userIdentity = asObject(record.userIdentity);
  if (userIdentity === undefined) return nameWithoutIdentity(record);
  const user = userOf(userIdentity);
  if (user.type === '') return nameWithoutType(user, record);
  return nameByType.get(user.type)?.(user) || anyName(user);
}

function userOf(userIdentity: JsonObject): User {
  const session = asObject(userIdentity.sessionContext);
  return {
    type: textOf(userIdentity.type).trim(),
    userName: textOf(userIdentity.userName),
    arn: textOf(userIdentity.arn),
    principalId: textOf(userIdentity.principalId),
    account: textOf(userIdentity.accountId),
    invokedBy: textOf(userIdentity.invokedBy),
    identityProvider: textOf(userIdentity.identityProvider),
    issuer: asObject(session?.sessionIssuer) ?? {},
    webId: asObject(session?.webIdFederationData) ?? {},
    onBehalfOf: asObject(userIdentity.onBehalfOf) ?? {},
  };
}

function nameWithoutIdentity(record: CloudTrailRecord): string {
  if (record.insightDetails !== undefined) return 'insight';
  return textOf(record.eventCategory) === 'Aggregated' ? 'aggregated' : '(none)';
}

/** Service events leave out the type; exports may leave it out and keep the ARN. */
function nameWithoutType(user: User, record: CloudTrailRecord): string {
  if (user.arn !== '' || user.userName !== '') {
    const type = typeOfArn(user.arn);
    return nameByType.get(type)?.(user) || anyName(user);
  }
  if (user.invokedBy !== '') return user.invokedBy;
  if (textOf(record.sourceIPAddress) === 'AWS Internal' || textOf(record.userAgent) === 'AWS Internal')
    return 'AWS Internal';
  return anyName(user);
}

function typeOfArn(arn: string): string {
  if (arn.includes(':assumed-role/')) return 'AssumedRole';
  if (arn.includes(':federated-user/')) return 'FederatedUser';
  return arn.endsWith(':root') ? 'Root' : 'IAMUser';
}

/** What there is, readable things first. */
function anyName(user: User): string {
  const id = user.principalId === user.account ? '' : sessionIn(user.principalId) || user.principalId;
  return (
    user.userName ||
    arnName(user.arn) ||
    user.invokedBy ||
    id ||
    spacedIf('account', user.account) ||
    user.type ||
    '(none)'
  );
}

const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS';

function iamUserName(user: User): string {
  if (user.userName !== '' && user.userName !== hidden) return user.userName;
  const fromArn = arnName(user.arn);
  return fromArn === '' || fromArn === hidden ? user.userName : fromArn;
}

/** An assumed role: `Role/session`, or what is known to stand behind the session. */
function roleName(user: User): string {
  const { role, session } = roleAndSession(user);
  const permissionSet = permissionSetOf(role);
  if (permissionSet !== '' && session !== '') return `${session} (sso:${permissionSet})`;
  if (role.startsWith('AWSServiceRoleFor') && user.invokedBy !== '') return `${role} (via ${user.invokedBy})`;
  const name = joined(role, session);
  const provider = providerName(textOf(user.webId.federatedProvider));
  return provider === '' || name === '' ? name : `${name} (oidc:${provider})`;
}

/** The names of the role that a caller took on and of its session; empty texts where they are not known. */
export function roleAndSession({
  arn,
  principalId,
  issuer,
}: Pick<User, 'arn' | 'principalId' | 'issuer'>): RoleAndSession {
  const inArn = assumedRoleIn(arn);
  return {
    role: firstText(issuer.userName) || inArn.role || lastPart(textOf(issuer.arn)),
    session: inArn.session || sessionIn(principalId),
  };
}

type RoleAndSession = { readonly role: string; readonly session: string };

/** The role and the session in the ARN of an assumed role, or the role in its own ARN; empty texts for others. */
function assumedRoleIn(arn: string): RoleAndSession {
  const [, assumed] = /:assumed-role\/(.+)$/.exec(arn) ?? [];
  if (assumed !== undefined) {
    const slash = assumed.lastIndexOf('/');
    return slash < 0
      ? { role: assumed, session: '' }
      : { role: assumed.slice(0, slash), session: assumed.slice(slash + 1) };
  }
  return { role: arn.includes(':role/') ? lastPart(arn, '/') : '', session: '' };
}

/** The permission set in the name of a role that IAM Identity Center made, `AWSReservedSSO_<set>_<16 digits>`; else empty. */
export function permissionSetOf(role: string): string {
  return /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/i.exec(role)?.[1] ?? '';
}

function federatedName(user: User): string {
  const name = user.arn.includes(':federated-user/')
    ? lastPart(user.arn, '/')
    : sessionIn(user.principalId) || user.userName;
  if (name === '') return '';
  const issuerArn = textOf(user.issuer.arn);
  const issuer =
    firstText(user.issuer.userName) || (issuerArn.endsWith(':root') ? 'root' : lastPart(issuerArn));
  return issuer === '' ? `fed:${name}` : `fed:${name} (by ${issuer})`;
}

function providedName(prefix: string, user: User): string {
  const subject = user.userName || lastPart(user.principalId, ':');
  if (subject === '') return '';
  const provider = providerName(user.identityProvider);
  return provider === '' ? `${prefix}:${subject}` : `${prefix}:${subject}@${provider}`;
}

/** The name of an identity provider without the ARN around it. */
export function providerName(provider: string): string {
  return provider.replace(/^arn:[^/]*:(?:oidc|saml)-provider\//, '');
}

function accountName(user: User): string {
  const nobody = /^anonymous/i;
  if (nobody.test(user.principalId) || nobody.test(user.account)) return 'anonymous';
  if (user.principalId === '' && user.account === '') return user.invokedBy || 'anonymous';
  const who = sessionIn(user.principalId) || user.principalId;
  const account = accountOf(user);
  if (account === '') return who;
  return who === '' || who === account ? `account ${account}` : `account ${account}/${who}`;
}

function identityCenterName(user: User): string {
  const name = user.userName || textOf(user.onBehalfOf.userId) || user.principalId;
  return name === '' ? '' : `idc:${name}`;
}

/** The account of the caller, from its own key or from the ARN. */
function accountOf(user: User): string {
  return user.account || (user.arn.split(':')[4] ?? '');
}

/** The session name in an id such as `AROAEXAMPLE:session`; empty when it has none. */
function sessionIn(principalId: string): string {
  const colon = principalId.indexOf(':');
  return colon < 0 ? '' : principalId.slice(colon + 1);
}

function arnName(arn: string): string {
  if (arn.includes(':assumed-role/'))
    return arn.slice(arn.indexOf(':assumed-role/') + ':assumed-role/'.length);
  return lastPart(arn);
}

function joined(role: string, session: string): string {
  return role !== '' && session !== '' ? `${role}/${session}` : role || session;
}

function spaced(word: string, rest: string): string {
  return rest === '' ? word : `${word} ${rest}`;
}

function spacedIf(word: string, rest: string): string {
  return rest === '' ? '' : `${word} ${rest}`;
}
