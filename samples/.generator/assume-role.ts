import { type Actor, principalIdOf } from './actors/actor.ts';
import type { JsonObject } from './json.ts';
import { hexOf, uuidOf } from './random.ts';
import type { Happening } from './record.ts';
import { step } from './step.ts';

/** A role taken on: who takes it, which, and the key that comes back. */
export type Assumption = {
  /** Clock time in UTC. */
  readonly clock: string;
  readonly actor: Actor;
  /** The account of the role. */
  readonly account: string;
  readonly role: string;
  readonly session: string;
  /** The access key id that is handed out. */
  readonly key: string;
  /** How long the session lasts, one hour unless it says otherwise; a role taken from a role never lasts longer. */
  readonly hours?: number;
  /** Further keys of requestParameters. */
  readonly request?: JsonObject;
};

const hourMs = 3_600_000;

/** A time some hours later, as STS writes expirations: `Mar 4, 2026, 10:06:01 AM`. */
function hoursAfter(clock: string, hours: number): string {
  const time = new Date(Date.parse(`2026-03-04T${clock}Z`) + hours * hourMs);
  const [, minute, second] = time.toISOString().slice(11, 19).split(':');
  const hour = time.getUTCHours();
  return `Mar 4, 2026, ${hour % 12 || 12}:${minute}:${second} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** The `credentials` of an STS answer: the key that was handed out at this clock time, for one hour or more. */
export const credentialsOf = (accessKeyId: string, clock: string, hours = 1): JsonObject => ({
  accessKeyId,
  sessionToken: `IQoJb3JpZ2luX2VjEXAMPLE${hexOf(`token ${accessKeyId}`, 40)}`,
  expiration: hoursAfter(clock, hours),
});

/** The `assumedRoleUser` of an STS answer. */
export const assumedRoleUserOf = (account: string, role: string, session: string): JsonObject => ({
  assumedRoleId: `${principalIdOf('AROA', account, role)}:${session}`,
  arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
});

/**
 * The records of one AssumeRole: one in the caller's account, and when the role stands in another account, one more
 * there, in which the caller is only an account. Both carry the same sharedEventID.
 */
export function assumeRole({
  clock,
  actor,
  account,
  role,
  session,
  key,
  hours,
  request,
}: Assumption): Happening[] {
  const roleArn = `arn:aws:iam::${account}:role/${role}`;
  const crossing = account !== actor.account;
  const label = `${clock} AssumeRole ${role}`;
  const here = step(clock, actor, 'us-east-1', 'sts:AssumeRole', {
    label,
    request: {
      roleArn,
      roleSessionName: session,
      ...(hours ? { durationSeconds: hours * 3600 } : {}),
      ...request,
    },
    response: {
      credentials: credentialsOf(key, clock, hours),
      assumedRoleUser: assumedRoleUserOf(account, role, session),
    },
    more: {
      resources: [{ accountId: account, type: 'AWS::IAM::Role', ARN: roleArn }],
      ...(crossing ? { sharedEventID: uuidOf(`shared ${label}`) } : {}),
    },
  });
  return crossing ? [here, asSeenBy(account, here)] : [here];
}

/** The copy of a call's record in another account, to which the caller is no more than an account. */
export function asSeenBy(account: string, happening: Happening): Happening {
  const { actor, label } = happening;
  const identity = {
    type: 'AWSAccount',
    principalId: actor.identity?.principalId ?? '',
    accountId: actor.account,
  };
  return {
    ...happening,
    actor: { ...actor, identity },
    account,
    label: `${label} as seen by ${account}`,
    requestLabel: label,
  };
}
