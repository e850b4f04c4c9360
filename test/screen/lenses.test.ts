import { expect, test } from 'vitest';
import { lenses } from '../../src/screen/lenses.ts';
import { loadRecords } from '../query/load-records.ts';
import { incident } from './incident.ts';
import { openScreen } from './screen-script.ts';

const read = incident[6]!;
const workload = {
  type: 'AssumedRole',
  arn: 'arn:aws:sts::111122223333:assumed-role/App/i-0123456789abcdef0',
  accountId: '111122223333',
};
const service = { type: 'AWSService', invokedBy: 'config.amazonaws.com' };

test.each([
  ['of a workload in its network', { userIdentity: workload, sourceIPAddress: '10.1.2.3' }, 0],
  ['of a service', { userIdentity: service, sourceIPAddress: 'config.amazonaws.com' }, 0],
  ['with a workload’s credentials elsewhere', { userIdentity: workload, sourceIPAddress: '203.0.113.9' }, 1],
  ['of a user', { sourceIPAddress: '10.1.2.3', userIdentity: incident[0]!.userIdentity }, 1],
  ['of another account', { userIdentity: { type: 'AWSAccount', accountId: '999988887777' } }, 1],
])('the lens on data read shows a read %s: %#', (_, more, count) => {
  const loaded = loadRecords([{ ...read, ...more } as typeof read]);
  expect(openScreen(loaded, 120, 30, lenses[7]!.text).state().question.matches).toHaveLength(count);
});
