import { type Actor, awsService, iamUser } from '../actors/actor.ts';
import { actors } from '../actors/actors.ts';
import { agents } from '../actors/agents.ts';
import { keys } from '../actors/keys.ts';
import { asSeenBy, assumedRoleUserOf, assumeRole, credentialsOf } from '../assume-role.ts';
import { accounts, addresses, estates } from '../estate.ts';
import { accessKeyOf, uuidOf } from '../random.ts';
import type { Happening } from '../record.ts';
import { signIn } from '../sign-in.ts';
import { step } from '../step.ts';

const { platform, media } = accounts;

const desk: Actor = { ...actors.studioDesk, identity: iamUser(media, 'studio-desk', ''), console: false };
const bobAtTheDoor: Actor = {
  ...actors.bob,
  identity: { ...actors.bob.identity, accessKeyId: '' },
  console: false,
};
const rootOf = (account: string) => ({
  type: 'Root',
  principalId: account,
  arn: `arn:aws:iam::${account}:root`,
  accountId: account,
});
const rootAtTheDoor: Actor = {
  ...actors.root,
  identity: { ...rootOf(media), accessKeyId: '' },
  console: false,
};

/** People who sign in to the console; one mistypes. */
const signIns: readonly Happening[] = [
  signIn('08:04:33', bobAtTheDoor, { mfa: false }),
  signIn('08:19:40', desk, { mfa: false, failure: 'Failed authentication' }),
  signIn('08:20:05', desk, { mfa: true }),
  signIn('12:51:40', rootAtTheDoor, { mfa: true }),
  step('12:53:12', actors.root, 'us-east-1', 'account:GetContactInformation', { request: {} }),
  step('12:54:02', actors.root, 'us-east-1', 'iam:GetAccountSummary'),
];

const erinWithMfa: Actor = {
  ...actors.erin,
  identity: iamUser(platform, 'erin', accessKeyOf('AKIA', 'erin')),
};

/** Roles that people take on, and a key for the day. */
const peopleTakingRoles: readonly Happening[] = [
  step('08:10:00', erinWithMfa, 'us-east-1', 'sts:GetSessionToken', {
    request: { durationSeconds: 43200, serialNumber: `arn:aws:iam::${platform}:mfa/erin` },
    response: { credentials: credentialsOf(accessKeyOf('ASIA', 'erin session'), '08:10:00', 12) },
  }),
  ...assumeRole({
    clock: '08:20:44',
    actor: actors.alice,
    account: platform,
    role: 'Deploy',
    session: 'alice',
    key: keys.deployMorning,
  }),
  ...assumeRole({
    clock: '09:40:12',
    actor: actors.erin,
    account: platform,
    role: 'Deploy',
    session: 'erin',
    hours: 4,
    key: accessKeyOf('ASIA', `${platform} Deploy erin`),
  }),
];

const dave: Actor = {
  account: platform,
  identity: {
    type: 'SAMLUser',
    principalId: 'kHhM5wEXAMPLE/idp=:dave@example.com',
    userName: 'dave@example.com',
    identityProvider: 'kHhM5wEXAMPLE/idp=',
  },
  from: addresses.home,
  agent: agents.chrome,
};

const repository = 'repo:example/shop-web:ref:refs/heads/main';
const provider = `arn:aws:iam::${platform}:oidc-provider/token.actions.example.com`;
const pipelineRun: Actor = {
  account: platform,
  identity: {
    type: 'WebIdentityUser',
    principalId: `${provider}:sts.amazonaws.com:${repository}`,
    userName: repository,
    identityProvider: provider,
  },
  from: '198.51.100.150',
  agent: agents.go,
};

const backupAgent: Actor = {
  account: platform,
  identity: iamUser(platform, 'backup-agent', accessKeyOf('AKIA', 'backup-agent')),
  from: addresses.home,
  agent: agents.boto,
};

/** Roles that others' logins stand for: SAML, OIDC, a federated name. */
const federatedLogins: readonly Happening[] = [
  step('09:01:15', dave, 'us-east-1', 'sts:AssumeRoleWithSAML', {
    request: {
      sAMLAssertionID: '_5d3f4EXAMPLE',
      roleArn: `arn:aws:iam::${platform}:role/Analyst`,
      roleSessionName: 'dave@example.com',
      durationSeconds: 43200,
      principalArn: `arn:aws:iam::${platform}:saml-provider/Workforce`,
    },
    response: {
      credentials: credentialsOf(accessKeyOf('ASIA', `${platform} Analyst dave@example.com`), '09:01:15', 12),
      assumedRoleUser: assumedRoleUserOf(platform, 'Analyst', 'dave@example.com'),
      issuer: 'https://idp.example.com/saml',
      subjectType: 'persistent',
    },
  }),
  step('08:15:20', pipelineRun, 'us-east-1', 'sts:AssumeRoleWithWebIdentity', {
    request: {
      roleArn: `arn:aws:iam::${platform}:role/Release`,
      roleSessionName: 'shop-web-4711',
      durationSeconds: 21600,
    },
    response: {
      credentials: credentialsOf(accessKeyOf('ASIA', `${platform} Release shop-web-4711`), '08:15:20', 6),
      subjectFromWebIdentityToken: repository,
      assumedRoleUser: assumedRoleUserOf(platform, 'Release', 'shop-web-4711'),
      audience: 'sts.amazonaws.com',
    },
  }),
  step('08:45:00', backupAgent, 'us-east-1', 'sts:GetFederationToken', {
    request: {
      name: 'press-editor',
      durationSeconds: 43200,
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::public-press-kit/*' }],
      }),
    },
    response: {
      credentials: credentialsOf(accessKeyOf('ASIA', 'press-editor'), '08:45:00', 12),
      federatedUser: {
        federatedUserId: `${platform}:press-editor`,
        arn: `arn:aws:sts::${platform}:federated-user/press-editor`,
      },
      packedPolicySize: 4,
    },
  }),
];

/** Which service starts which machine's session. */
const starts = [
  ['08:03:11', 'lambda', platform, 'OrderIntake', 'order-intake'],
  ['08:04:11', 'ecs-tasks', media, 'Thumbnailer', '3f0c9d1e7a554b0c8e2b5d6fa1907c42'],
  ['08:05:11', 'ec2', platform, 'WebServer', estates[platform]!.instances[0]!],
] as const;

/** Roles that AWS services hand to machines. */
const machinesStarting: readonly Happening[] = starts.flatMap(([clock, service, account, role, session]) => {
  const name = `${service}.amazonaws.com`;
  return assumeRole({
    clock,
    actor: { account, identity: awsService(name), from: name, agent: name },
    account,
    role,
    session,
    hours: 6,
    key: accessKeyOf('ASIA', `${account} ${role} ${session}`),
  });
});

/** The vendor's role, of which only this account's copy of the record is here. */
const vendorArriving: readonly Happening[] = assumeRole({
  clock: '08:03:12',
  actor: actors.vendorAccount,
  account: platform,
  role: 'VendorMetrics',
  session: 'collector-eu-3',
  hours: 12,
  key: accessKeyOf('ASIA', `${platform} VendorMetrics collector-eu-3`),
  request: { externalId: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
}).slice(1);

const rootForOneTask: Actor = {
  account: platform,
  identity: {
    ...rootOf(platform),
    accessKeyId: keys.rootTask,
    sessionContext: {
      attributes: { creationDate: '2026-03-04T12:33:45Z', mfaAuthenticated: 'false' },
      sourceIdentity: 'carol',
      assumedRoot: 'true',
    },
  },
  from: addresses.office,
  agent: agents.cli,
};

const finance = { bucketName: 'finance-reports', Host: 'finance-reports.s3.amazonaws.com', policy: '' };
const assumeRoot = step('12:33:45', actors.carol, 'us-east-1', 'sts:AssumeRoot', {
  request: {
    targetPrincipal: platform,
    taskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy' },
    durationSeconds: 900,
  },
  response: { credentials: credentialsOf(keys.rootTask, '12:33:45'), sourceIdentity: 'carol' },
  more: { sharedEventID: uuidOf('carol takes root for one task') },
});

/** The security team looks at a bucket that nobody else may: root of the member account, for one task. */
const assumedRoot: readonly Happening[] = [
  assumeRoot,
  asSeenBy(platform, assumeRoot),
  step('12:35:10', rootForOneTask, 'us-east-1', 's3:GetBucketPolicy', { request: finance }),
];

/** How each ordinary session of the day came to be, other than those that began before it. */
export const sessions: readonly Happening[] = [
  ...signIns,
  ...peopleTakingRoles,
  ...federatedLogins,
  ...machinesStarting,
  ...vendorArriving,
  ...assumedRoot,
];
