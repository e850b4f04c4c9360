import { type Actor, assumedRole, iamUser, principalIdOf } from './actor.ts';
import { agents, keys } from './actors.ts';
import { accounts, addresses } from './estate.ts';
import type { JsonObject } from './json.ts';
import { hexOf, uuidOf } from './random.ts';
import type { Happening } from './record.ts';

const { platform, media } = accounts;

const atCommandLine = (account: string, identity: JsonObject): Actor => ({
  account,
  identity,
  from: addresses.thief,
  agent: agents.thiefCli,
});

const atBrowser = { account: media, from: addresses.thiefBrowser, agent: agents.chrome } as const;

/** The one person behind the theft, under each of the names used, in the order they were won. */
export const thief = {
  /** With alice's stolen key. */
  alice: atCommandLine(platform, iamUser(platform, 'alice', keys.alice)),
  deploy: atCommandLine(
    platform,
    assumedRole(platform, 'Deploy', 'alice', { key: keys.deploy, created: '2026-03-04T09:06:01Z' }),
  ),
  prod: atCommandLine(
    media,
    assumedRole(media, 'Prod', 'alice', { key: keys.prod, created: '2026-03-04T09:14:45Z' }),
  ),
  /** In the console, as a user whose password was set a few minutes before. */
  console: {
    ...atBrowser,
    identity: iamUser(media, 'media-ci', '', { created: '2026-03-04T10:24:19Z' }),
    console: true,
  },
  deployAgain: atCommandLine(
    platform,
    assumedRole(platform, 'Deploy', 'alice', { key: keys.deployAgain, created: '2026-03-04T10:57:08Z' }),
  ),
  prodAgain: atCommandLine(
    media,
    assumedRole(media, 'Prod', 'alice', { key: keys.prodAgain, created: '2026-03-04T10:58:21Z' }),
  ),
  /** Under the session name of the nightly job, so that a glance at the list sees the job. */
  archive: atCommandLine(
    media,
    assumedRole(media, 'MediaArchive', 'nightly-sync', {
      key: keys.archive,
      created: '2026-03-04T10:59:36Z',
    }),
  ),
  /** With the key that was planted on media-ci. */
  planted: { ...atBrowser, identity: iamUser(media, 'media-ci', keys.mediaCiPlanted), agent: agents.boto },
} satisfies Record<string, Actor>;

/** A role taken on: who takes it, which, and the key that comes back. */
export type Assumption = {
  readonly time: string;
  readonly actor: Actor;
  readonly account: string;
  readonly role: string;
  readonly session: string;
  readonly key: string;
  readonly expires: string;
  readonly more?: JsonObject;
};

/**
 * The records of one AssumeRole: one in the caller's account, and when the role stands in another account, one more
 * there, in which the caller is only an account. Both carry the same sharedEventID.
 */
export function assumeRole(taken: Assumption): readonly Happening[] {
  const { actor, account, role, session, key } = taken;
  const crossing = account !== actor.account;
  const label = `${taken.time} AssumeRole ${role}`;
  const roleId = principalIdOf('AROA', account, role);
  const here: Happening = {
    time: taken.time,
    actor,
    call: 'sts:AssumeRole',
    region: 'us-east-1',
    label,
    request: { roleArn: `arn:aws:iam::${account}:role/${role}`, roleSessionName: session, ...taken.more },
    response: {
      credentials: {
        accessKeyId: key,
        sessionToken: `IQoJb3JpZ2luX2VjEXAMPLE${hexOf(`token ${key}`, 40)}`,
        expiration: taken.expires,
      },
      assumedRoleUser: {
        assumedRoleId: `${roleId}:${session}`,
        arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
      },
    },
    more: {
      resources: [
        { accountId: account, type: 'AWS::IAM::Role', ARN: `arn:aws:iam::${account}:role/${role}` },
      ],
      ...(crossing ? { sharedEventID: uuidOf(`shared ${label}`) } : {}),
    },
  };
  if (!crossing) return [here];
  const identity = {
    type: 'AWSAccount',
    principalId: actor.identity!.principalId!,
    accountId: actor.account,
  };
  return [here, { ...here, actor: { ...actor, identity }, account, label: `${label} as seen by ${account}` }];
}
