import { accounts, addresses } from '../estate.ts';
import type { JsonObject } from '../json.ts';
import { type Actor, assumedRole, iamUser } from './actor.ts';
import { agents } from './agents.ts';
import { keys } from './keys.ts';

const { platform, media, foreign } = accounts;

const atCommandLine = (account: string, identity: JsonObject): Actor => ({
  account,
  identity,
  from: addresses.thief,
  agent: agents.thiefCli,
});

/** A session of a role, begun at this clock time. */
const sessionOf = (account: string, role: string, session: string, key: string, clock: string): Actor =>
  atCommandLine(account, assumedRole(account, role, session, { key, created: `2026-03-04T${clock}Z` }));

const elsewhere = { account: media, from: addresses.thiefBrowser, agent: agents.boto } as const;

/** The one person behind the theft, under each of the names used, in the order they were won. */
export const thief = {
  /** With alice's stolen key. */
  alice: atCommandLine(platform, iamUser(platform, 'alice', keys.alice)),
  deploy: sessionOf(platform, 'Deploy', 'alice', keys.deploy, '09:06:01'),
  prod: sessionOf(media, 'Prod', 'alice', keys.prod, '09:14:45'),
  /** In the console, as a user whose password was set a few minutes before. */
  console: {
    ...elsewhere,
    identity: iamUser(media, 'media-ci', '', { created: '2026-03-04T10:24:19Z' }),
    agent: agents.chrome,
    console: true,
  },
  deployAgain: sessionOf(platform, 'Deploy', 'alice', keys.deployAgain, '10:57:08'),
  prodAgain: sessionOf(media, 'Prod', 'alice', keys.prodAgain, '10:58:21'),
  /** Under the session name of the nightly job, so that a glance at the list sees the job. */
  archive: sessionOf(media, 'MediaArchive', 'nightly-sync', keys.archive, '10:59:36'),
  /** With the key that was planted on media-ci. */
  planted: { ...elsewhere, identity: iamUser(media, 'media-ci', keys.mediaCiPlanted) },
  /** From the thief's own account, of which the company's logs know no more than the number. */
  ownAccount: {
    ...elsewhere,
    account: foreign,
    identity: { type: 'IAMUser', principalId: 'AIDAEXAMPLEQ7XK2LMZVW', accountId: foreign },
  },
  /** Through the changed trust policy, from the thief's own account. */
  outside: {
    ...elsewhere,
    identity: assumedRole(media, 'MediaArchive', 'sync', {
      key: keys.outside,
      created: '2026-03-04T12:31:20Z',
    }),
  },
} satisfies Record<string, Actor>;
