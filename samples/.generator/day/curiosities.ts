import type { Actor } from '../actors/actor.ts';
import { actors } from '../actors/actors.ts';
import { agents } from '../actors/agents.ts';
import { thief } from '../actors/thief.ts';
import { accounts, estates } from '../estate.ts';
import type { JsonObject } from '../json.ts';
import type { Happening } from '../record.ts';
import { step } from '../step.ts';

const { platform, media, security } = accounts;
const trail = { name: `arn:aws:cloudtrail:us-east-1:${platform}:trail/main-trail` };

/** The hourly job that looks whether the trail runs, and starts it again when it does not. */
const keeper: readonly Happening[] = [
  ...['08', '09', '10', '11', '12', '13'].map((hour) =>
    step(`${hour}:40:01`, actors.trailKeeper, 'us-east-1', 'cloudtrail:GetTrailStatus', { request: trail }),
  ),
  step('11:40:03', actors.trailKeeper, 'us-east-1', 'cloudtrail:StartLogging', { request: trail }),
];

/** A caller without a type: AWS itself, for this account. */
const awsFor = (account: string, from: string, identity: JsonObject): Actor => ({
  account,
  identity,
  from,
  agent: from,
});
const serviceEvent = (serviceEventDetails: JsonObject) => ({
  more: { eventType: 'AwsServiceEvent', serviceEventDetails },
});

const internally = awsFor(platform, 'AWS Internal', { accountId: platform, invokedBy: 'AWS Internal' });
const byEc2 = awsFor(media, 'ec2.amazonaws.com', { accountId: media, invokedBy: 'ec2.amazonaws.com' });
const byNobody = awsFor(security, 'AWS Internal', { accountId: security });

/** Events that nobody called for. */
const unasked: readonly Happening[] = [
  step(
    '09:00:02',
    internally,
    'us-east-1',
    'kms:RotateKey',
    serviceEvent({ keyId: estates[platform]!.keys[0]!, rotationType: 'AUTOMATIC' }),
  ),
  step(
    '10:30:00',
    byEc2,
    'us-west-2',
    'ec2:BidEvictedEvent',
    serviceEvent({ instanceIdSet: [estates[media]!.instances[1]!] }),
  ),
  step(
    '10:12:12',
    byNobody,
    'eu-west-1',
    's3:LifecycleExpiration',
    serviceEvent({ bucketName: 'findings-777788889999', expired: 412 }),
  ),
];

const behindEndpoint: Actor = {
  account: media,
  identity: { type: 'AWSAccount', principalId: thief.archive.identity!.principalId!, accountId: media },
  from: '10.60.3.99',
  agent: agents.boto,
};

const painted = 'aws-cli/2.15.30 \u001b]0;all quiet\u0007\u001b[2J\u202elive';

/** A time with a fraction, a user agent that paints on terminals, and a refusal at a VPC endpoint. */
const singular: readonly Happening[] = [
  step('10:31:07.482', actors.studioDesk, 'us-west-2', 'medialive:DescribeChannel', {
    request: { channelId: '2750932' },
  }),
  step(
    '09:10:55',
    { ...thief.deploy, agent: painted },
    'us-west-2',
    'kinesisvideo:DescribeSignalingChannel',
    {
      request: { channelName: 'lobby-cam' },
      error: ['ResourceNotFoundException', 'The requested channel is not found or not active.'],
    },
  ),
  step('11:26:30', behindEndpoint, 'us-east-1', 's3:GetObject', {
    request: {
      bucketName: 'findings-777788889999',
      Host: 'findings-777788889999.s3.amazonaws.com',
      key: 'latest.json',
    },
    error: ['VpceAccessDenied', 'The request was denied due to a VPC endpoint policy'],
    more: {
      eventType: 'AwsVpceEvent',
      managementEvent: false,
      eventCategory: 'NetworkActivity',
      vpcEndpointId: 'vpce-0f1e2d3c4b5a69788',
      vpcEndpointAccountId: media,
    },
  }),
];

/** What is rare in logs and breaks the tools that have not met it. */
export const curiosities: readonly Happening[] = [...keeper, ...unasked, ...singular];
