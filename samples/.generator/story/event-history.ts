import { thief } from '../actors/thief.ts';
import { accounts } from '../estate.ts';
import type { Happening } from '../record.ts';

/**
 * The one call from the time without a trail that is known: Event history keeps what a stopped trail does not
 * deliver, and a colleague pasted it into a ticket.
 */
export const fromEventHistory: Happening = {
  time: '2026-03-04T11:19:44Z',
  actor: thief.deployAgain,
  call: 'ec2:ModifySnapshotAttribute',
  region: 'us-east-1',
  label: 'from event history',
  request: {
    snapshotId: 'snap-0f1e1d5ca1ab1e000',
    attributeType: 'CREATE_VOLUME_PERMISSION',
    createVolumePermission: { add: { items: [{ userId: accounts.foreign }] } },
  },
  response: { requestId: '6c1b7f52-9d0e-4a5b-8f3c-2e1d0c9b8a77', _return: true },
};
