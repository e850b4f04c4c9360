import { keys } from '../actors/keys.ts';
import { thief } from '../actors/thief.ts';
import { assumeRole } from '../assume-role.ts';
import { accounts } from '../estate.ts';
import type { Happening } from '../record.ts';
import { step } from '../step.ts';

const { platform, media } = accounts;

/** New sessions of the same chain, one role further, and the lights go out. */
export const goingDark: readonly Happening[] = [
  ...assumeRole({
    clock: '10:57:08',
    actor: thief.alice,
    account: platform,
    role: 'Deploy',
    session: 'alice',
    key: keys.deployAgain,
  }),
  ...assumeRole({
    clock: '10:58:21',
    actor: thief.deployAgain,
    account: media,
    role: 'Prod',
    session: 'alice',
    key: keys.prodAgain,
  }),
  ...assumeRole({
    clock: '10:59:36',
    actor: thief.prodAgain,
    account: media,
    role: 'MediaArchive',
    session: 'nightly-sync',
    key: keys.archive,
  }),
  step('11:00:12', thief.deployAgain, 'us-east-1', 'cloudtrail:DescribeTrails', {
    request: { includeShadowTrails: true, trailNameList: [] },
  }),
  step('11:00:44', thief.deployAgain, 'us-east-1', 'cloudtrail:StopLogging', {
    request: { name: 'org-audit' },
    error: [
      'TrailNotFoundException',
      `Unknown trail: arn:aws:cloudtrail:us-east-1:${platform}:trail/org-audit for the user: ${platform}`,
    ],
  }),
  step('11:01:20', thief.deployAgain, 'us-east-1', 'cloudtrail:DeleteTrail', {
    request: { name: 'main-trail' },
    error: [
      'AccessDenied',
      `User: arn:aws:sts::${platform}:assumed-role/Deploy/alice is not authorized to perform: cloudtrail:DeleteTrail on resource: arn:aws:cloudtrail:us-east-1:${platform}:trail/main-trail because no session policy allows the cloudtrail:DeleteTrail action`,
    ],
  }),
  step('11:02:17', thief.deployAgain, 'us-east-1', 'cloudtrail:StopLogging', {
    request: { name: `arn:aws:cloudtrail:us-east-1:${platform}:trail/main-trail` },
  }),
];
