import { asObject, type CloudTrailRecord, type Json, type JsonObject } from './json.ts';
import { permissionSetOf, principalOf, providerName, roleAndSession } from './principal.ts';
import { firstText, textOf, trueOrFalse } from './text.ts';

/** Who made a call, in the words of the detail header. */
export type WhoWords = {
  /** `IAM user alice`, `temporary credentials of the role Deploy, session ci`, `AWS service ec2.amazonaws.com`. */
  readonly who: string;
  /** `long-lived access key AKIA…`, `temporary access key ASIA…`, `no access key`. */
  readonly credentials: string;
  /** What is worth knowing besides, most telling first: `without MFA`, `via cloudformation.amazonaws.com`. */
  readonly notes: readonly string[];
};

/**
 * Who made the call: root, an IAM user, temporary credentials, or
 * another AWS service; with what, and under which circumstances.
 */
export function whoInWords(record: CloudTrailRecord): WhoWords {
  const user = asObject(record.userIdentity) ?? {};
  const session = asObject(user.sessionContext) ?? {};
  return {
    who: whoOf(record, user, session),
    credentials: credentialsOf(user),
    notes: notesOf(record, user, session),
  };
}

function whoOf(record: CloudTrailRecord, user: JsonObject, session: JsonObject): string {
  const name = principalOf(record);
  const account = firstText(user.accountId, textOf(user.arn).split(':')[4]);
  switch (textOf(user.type).trim()) {
    case 'Root':
      return isTrue(session.assumedRoot)
        ? `root user of account ${account}, by a session that a central account opened (AssumeRoot)`
        : `root user of account ${account}`;
    case 'IAMUser':
      return textOf(user.accessKeyId).startsWith('ASIA')
        ? `temporary credentials of the IAM user ${name}`
        : `IAM user ${name}`;
    case 'AssumedRole':
    case 'Role':
      return roleInWords(user, session);
    case 'FederatedUser':
      return `temporary credentials of the federated user ${name.replace(/^fed:/, '')}`;
    case 'SAMLUser':
      return `user ${name.slice('saml:'.length)}, signed in by SAML`;
    case 'WebIdentityUser':
      return `user ${name.slice('oidc:'.length)}, signed in by a web identity provider`;
    case 'AWSService':
      return name === 'AWS service' ? 'an AWS service that is not named' : `AWS service ${name}`;
    case 'AWSAccount':
      return name === 'anonymous'
        ? 'anyone: the call was not signed'
        : `another AWS account: ${name.replace(/^account /, '')}`;
    case 'IdentityCenterUser':
      return `user ${name.replace(/^idc:/, '')} of IAM Identity Center`;
    case 'Directory':
      return `directory user ${name}`;
    case '':
      return withoutType(record, name);
    default:
      return name;
  }
}

function roleInWords(user: JsonObject, session: JsonObject): string {
  const { role, session: who } = roleAndSession({
    arn: textOf(user.arn),
    principalId: textOf(user.principalId),
    issuer: asObject(session.sessionIssuer) ?? {},
  });
  const permissionSet = permissionSetOf(role);
  if (permissionSet !== '') return `user ${who} of IAM Identity Center, permission set ${permissionSet}`;
  if (role.startsWith('AWSServiceRoleFor')) return `AWS service, by its service-linked role ${role}`;
  const start = role === '' ? 'temporary credentials of a role' : `temporary credentials of the role ${role}`;
  return who === '' ? start : `${start}, session ${who}`;
}

function withoutType(record: CloudTrailRecord, name: string): string {
  if (name === 'insight') return 'nobody in particular: an insight of CloudTrail';
  if (name === 'aggregated') return 'many calls, summed up by CloudTrail';
  if (name === '(none)') return 'the record does not say';
  return textOf(record.eventType) === 'AwsServiceEvent' || name === 'AWS Internal'
    ? `AWS service (${name})`
    : name;
}

function credentialsOf(user: JsonObject): string {
  const key = textOf(user.accessKeyId);
  if (key === '')
    return user.credentialId === undefined ? 'no access key' : `credential ${textOf(user.credentialId)}`;
  if (key.startsWith('AKIA')) return `long-lived access key ${key}`;
  return key.startsWith('ASIA') ? `temporary access key ${key}` : `access key ${key}`;
}

function notesOf(record: CloudTrailRecord, user: JsonObject, session: JsonObject): string[] {
  const attributes = asObject(session.attributes) ?? {};
  const fromConsole = isTrue(record.sessionCredentialFromConsole);
  const notes = [mfaNote(record, attributes, fromConsole), fromConsole ? 'from the console' : ''];
  const type = textOf(user.type);
  const invokedBy = textOf(user.invokedBy);
  if (invokedBy !== '' && type !== 'AWSService' && type !== '') notes.push(`via ${invokedBy}`);
  notes.push(labelled('source identity', session.sourceIdentity));
  notes.push(providerNote(session), workloadNote(user), deliveryNote(session));
  notes.push(labelled('on behalf of Identity Center user', asObject(user.onBehalfOf)?.userId));
  notes.push(labelled('session since', attributes.creationDate));
  return notes.filter((note) => note !== '');
}

/** Sign-ins say it in additionalEventData; sessions in their attributes, where `false` only tells much about the console. */
function mfaNote(record: CloudTrailRecord, attributes: JsonObject, fromConsole: boolean): string {
  const used = textOf(asObject(record.additionalEventData)?.MFAUsed).toLowerCase();
  if (used === 'yes' || isTrue(attributes.mfaAuthenticated)) return 'with MFA';
  return used === 'no' || (fromConsole && attributes.mfaAuthenticated !== undefined) ? 'without MFA' : '';
}

function providerNote(session: JsonObject): string {
  const provider = firstText(asObject(session.webIdFederationData)?.federatedProvider);
  return provider === '' ? '' : `web identity of ${providerName(provider)}`;
}

/** The function, task or instance that the credentials were given to. */
function workloadNote(user: JsonObject): string {
  const scope = asObject(user.inScopeOf) ?? {};
  const issuedTo = firstText(scope.credentialsIssuedTo, scope.sourceArn);
  if (issuedTo === '') return '';
  const type = textOf(scope.issuerType)
    .replace(/^AWS::/, '')
    .replace('::', ' ');
  return type === '' ? `workload ${issuedTo}` : `workload ${type} ${issuedTo}`;
}

function deliveryNote(session: JsonObject): string {
  const version = textOf(session.ec2RoleDelivery);
  if (version === '') return '';
  return version.startsWith('1')
    ? 'credentials fetched from the instance by IMDSv1'
    : 'credentials fetched from the instance by IMDSv2';
}

function labelled(label: string, value: Json | undefined): string {
  const text = firstText(value);
  return text === '' ? '' : `${label} ${text}`;
}

function isTrue(value: Json | undefined): boolean {
  return trueOrFalse(value) === 'true';
}
