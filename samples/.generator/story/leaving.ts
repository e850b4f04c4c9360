import { thief } from '../actors/thief.ts';
import { asSeenBy } from '../assume-role.ts';
import { accounts } from '../estate.ts';
import { uuidOf } from '../random.ts';
import type { Happening } from '../record.ts';
import { step } from '../step.ts';
import { loot } from './loot.ts';

const { media, security } = accounts;

/** The log archive stands in the security account, whose trail has a record of its own. */
const erasing = step('13:17:09', thief.planted, 'us-east-1', 's3:DeleteObject', {
  request: {
    bucketName: 'log-archive-777788889999',
    Host: 'log-archive-777788889999.s3.amazonaws.com',
    key: `AWSLogs/${media}/CloudTrail/us-east-1/2026/03/04/`,
  },
  more: { sharedEventID: uuidOf('erasing the log archive') },
  error: [
    'AccessDenied',
    `User: arn:aws:iam::${media}:user/media-ci is not authorized to perform: s3:DeleteObject on resource: "arn:aws:s3:::log-archive-777788889999" with an explicit deny in a resource control policy: arn:aws:organizations::${security}:policy/o-exampleorg1/resource_control_policy/p-keeplogs2`,
  ],
});

/** Tracks are covered; some cannot be. */
export const leaving: readonly Happening[] = [
  step('12:48:05', thief.planted, 'us-west-2', 'kinesisvideo:DeleteSignalingChannel', {
    request: { channelARN: loot.lobbyChannel },
  }),
  step('12:55:18', thief.planted, 'us-west-2', 'medialive:UpdateChannel', {
    request: {
      channelId: '2750932',
      destinations: [
        { id: 'dest-1', settings: [{ url: 's3ssl://live-recordings/studio/cam-1', passwordParam: '' }] },
      ],
    },
    response: {
      channel: {
        arn: `arn:aws:medialive:us-west-2:${media}:channel:2750932`,
        id: '2750932',
        name: 'studio-live',
        state: 'UPDATING',
        channelClass: 'STANDARD',
      },
    },
  }),
  step('13:05:50', thief.alice, 'us-east-1', 'kinesis:DeleteStream', {
    request: { streamName: 'orders-copy', enforceConsumerDeletion: true },
  }),
  step('13:09:22', thief.planted, 'us-east-1', 'iam:DeleteLoginProfile', {
    request: { userName: 'media-ci' },
  }),
  step('13:12:40', thief.planted, 'us-east-1', 'cloudtrail:LookupEvents', {
    request: { maxResults: 50, lookupAttributes: [{ attributeKey: 'Username', attributeValue: 'media-ci' }] },
  }),
  erasing,
  asSeenBy(security, erasing),
  step('13:21:44', thief.planted, 'us-east-1', 'iam:DeleteUserPolicy', {
    request: { userName: 'media-ci', policyName: 'ci-tmp' },
  }),
];
