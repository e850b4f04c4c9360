import { accounts, estates } from '../estate.ts';

const { media } = accounts;

/** What the thief is after, and what is made for it. */
export const loot = {
  customers: `arn:aws:kinesis:us-east-1:${media}:stream/customers`,
  copyStream: `arn:aws:kinesis:us-east-1:${media}:stream/customers-copy`,
  dockCamera: `arn:aws:kinesisvideo:us-west-2:${media}:stream/loading-dock/1691234567890`,
  studioCamera: `arn:aws:kinesisvideo:us-west-2:${media}:stream/studio-cam-1/1691234560001`,
  lobbyChannel: `arn:aws:kinesisvideo:us-west-2:${media}:channel/lobby-cam-2/1772620542000`,
  mediaKey: `arn:aws:kms:us-east-1:${media}:key/${estates[media]!.keys[1]}`,
  ordersVolume: estates[media]!.volumes[0]!,
  sharedSnapshot: 'snap-0c0ffee15dea0be5e',
  thumbnailerArn: `arn:aws:lambda:us-east-1:${media}:function:thumbnailer`,
} as const;
