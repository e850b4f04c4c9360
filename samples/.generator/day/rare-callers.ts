import { type Actor, principalIdOf } from '../actors/actor.ts';
import { actors } from '../actors/actors.ts';
import { agents } from '../actors/agents.ts';
import { accounts, addresses } from '../estate.ts';
import type { JsonObject } from '../json.ts';
import { hexOf } from '../random.ts';
import type { Happening } from '../record.ts';
import { step } from '../step.ts';

const { platform } = accounts;

const atVpn = (identity: JsonObject): Actor => ({
  account: platform,
  identity,
  from: addresses.vpn,
  agent: agents.firefox,
});

const portalUser = (userId: string, more: JsonObject = {}): JsonObject => ({
  type: 'IdentityCenterUser',
  accountId: platform,
  ...more,
  onBehalfOf: {
    userId,
    identityStoreArn: `arn:aws:identitystore::${platform}:identitystore/d-9367example`,
  },
  credentialId: hexOf(`credential ${userId}`, 12),
});
const bobsId = '94f2b4c8-3061-70a2-8d8e-7c1b1a2e0f55';
const somebodysId = 'b4e8f458-90c1-70d5-2a66-1b7fe3c09d11';

const unknown = atVpn({
  type: 'Unknown',
  principalId: platform,
  arn: '',
  accountId: platform,
  accessKeyId: '',
});
const bobInPortal = atVpn(portalUser(bobsId));
const somebodyInPortal: Actor = { ...atVpn(portalUser(somebodysId)), from: addresses.home };

/** What AWS tells of a step of a sign-in that is no call. */
const told = (
  clock: string,
  actor: Actor,
  call: string,
  details: JsonObject,
  additional?: JsonObject,
): Happening =>
  step(clock, actor, 'eu-west-1', call, {
    more: {
      eventType: 'AwsServiceEvent',
      ...(additional ? { additionalEventData: additional } : {}),
      serviceEventDetails: details,
    },
  });
const password = { CredentialType: 'PASSWORD', UserName: 'HIDDEN_DUE_TO_SECURITY_REASONS' };
const passwordAndCode = { CredentialType: 'PASSWORD,TOTP', UserName: 'bob' };
const bobByName = atVpn(portalUser(bobsId, { userName: 'bob' }));
const federated = { role_name: 'PowerUser', account_id: platform };

/** bob comes in through IAM Identity Center; his name stands in one event, only his id in the others. */
const portal: readonly Happening[] = [
  told('08:03:50', unknown, 'signin:CredentialChallenge', { CredentialChallenge: 'Success' }, password),
  told('08:04:02', unknown, 'signin:CredentialVerification', { CredentialVerification: 'Failure' }, password),
  told('08:04:11', unknown, 'signin:UserAuthentication', { UserAuthentication: 'Success' }, passwordAndCode),
  told('08:04:20', bobByName, 'sso:Authenticate', { Authenticate: 'Success' }),
  step('08:04:27', bobInPortal, 'eu-west-1', 'sso:ListAccounts', { request: {} }),
  told('08:04:31', bobInPortal, 'sso:Federate', federated),
  step('10:12:09', somebodyInPortal, 'eu-west-1', 'sso:ListAccounts', { request: {} }),
];

const directoryUser = atVpn({
  type: 'Directory',
  principalId: 'd-9367example',
  accountId: platform,
  userName: 'frank',
});

const device: Actor = {
  account: platform,
  identity: {
    type: 'Role',
    principalId: principalIdOf('AROA', platform, 'DeviceFleet'),
    arn: `arn:aws:iam::${platform}:role/DeviceFleet`,
    accountId: platform,
    userName: 'DeviceFleet',
  },
  from: '198.51.100.9',
  agent: 'aws-iot-device-sdk-embedded-c/4.0',
};

const { sessionContext } = actors.bob.identity;
const bobWithoutIssuer: Actor = {
  ...actors.bob,
  identity: {
    ...actors.bob.identity,
    sessionContext: { ...(sessionContext as JsonObject), sessionIssuer: {} },
  },
};

const pressFiles = ['logo.svg', 'press/photo-1.jpg', 'press/release-2026-03.pdf', 'wp-login.php'] as const;
const twoDigits = (value: number) => String(value).padStart(2, '0');

/** Readers of the public press kit, of whom nothing is known but their address; a scanner asks for what is not there. */
const publicReaders: readonly Happening[] = Array.from({ length: 46 }, (_, at) => {
  const minute = at * 7 + 3;
  const clock = `${twoDigits(8 + Math.floor(minute / 60))}:${twoDigits(minute % 60)}:${twoDigits((at * 13) % 60)}`;
  const key = pressFiles[at % pressFiles.length]!;
  const missing = key === 'wp-login.php';
  return step(clock, actors.reader, 'us-east-1', 's3:GetObject', {
    label: `reader ${at}`,
    request: { bucketName: 'public-press-kit', Host: 'public-press-kit.s3.amazonaws.com', key },
    ...(missing ? { error: ['NoSuchKey', 'The specified key does not exist.'] as const } : {}),
    more: {
      additionalEventData: {
        bytesTransferredIn: 0,
        bytesTransferredOut: missing ? 312 : 1200 + at * 31,
        AuthenticationMethod: 'None',
      },
    },
  });
});

/** Callers of the rarer kinds. */
export const rareCallers: readonly Happening[] = [
  ...portal,
  step('09:17:28', directoryUser, 'eu-west-1', 'workdocs:GetDocument', {
    request: { documentId: hexOf('document', 40) },
  }),
  step('09:20:40', device, 'us-west-2', 'iot:DescribeEndpoint', {
    request: { endpointType: 'iot:CredentialProvider' },
  }),
  step('09:48:16', bobWithoutIssuer, 'us-east-1', 'ec2:DescribeVolumes', {
    request: { volumeSet: {}, filterSet: {} },
  }),
  ...publicReaders,
];
