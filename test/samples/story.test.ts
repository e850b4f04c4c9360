import { describe, expect, it } from 'vitest';
import { type AnyRecord, dataFilesIn, recordsByFile } from './read-samples.ts';

const all: AnyRecord[] = recordsByFile(
  dataFilesIn(new URL('../../samples', import.meta.url).pathname),
).flat();
const records = [...new Map(all.map((record) => [record.eventID ?? record.eventId, record])).values()];
const keyOf = (record: AnyRecord): string | undefined => record.userIdentity?.accessKeyId;
const named = (eventName: string) => records.filter((record) => record.eventName === eventName);
const clock = (record: AnyRecord) => record.eventTime.slice(11, 19);

/** The call that handed out a key, in the caller's own account. */
const issuing = (key: string) =>
  records.find((record) => record.responseElements?.credentials?.accessKeyId === key && keyOf(record));

describe('the story that the samples tell', () => {
  it('leads from the last role back to the stolen key, through the keys that were handed out', () => {
    const chain = [
      keyOf(named('GetObject').find((record) => record.requestParameters.bucketName === 'customers-export')),
    ];
    for (let call = issuing(chain[0]!); call; call = issuing(chain.at(-1)!)) chain.push(keyOf(call));
    expect(chain).toEqual([
      'ASIAEXAMPLEARCHQ3W6Z',
      'ASIAEXAMPLEPRODB7U4H',
      'ASIAEXAMPLEDPLY6R2VT',
      'AKIAEXAMPLEALICE2K4M',
    ]);
  });

  it('leads from the stream in the alert to the same key', () => {
    const [made] = named('CreateStream').filter(
      (record) => record.requestParameters.streamName === 'customers-copy',
    );
    expect([clock(made), made.sourceIPAddress, keyOf(made)]).toEqual([
      '09:15:00',
      '203.0.113.7',
      'ASIAEXAMPLEPRODK5T2N',
    ]);
    expect(keyOf(issuing(keyOf(issuing(keyOf(made)!))!))).toBe('AKIAEXAMPLEALICE2K4M');
  });

  it('has the stolen key at two addresses, alice still at hers', () => {
    const from = new Set(
      records
        .filter((record) => keyOf(record) === 'AKIAEXAMPLEALICE2K4M')
        .map((record) => record.sourceIPAddress),
    );
    expect([...from].sort()).toEqual(['192.0.2.10', '203.0.113.7']);
  });

  it('records a role taken in another account in both, under one shared id', () => {
    const crossing = named('AssumeRole').filter(
      (record) => record.responseElements?.credentials?.accessKeyId === 'ASIAEXAMPLEPRODK5T2N',
    );
    expect(crossing.map((record) => record.recipientAccountId).sort()).toEqual([
      '111122223333',
      '444455556666',
    ]);
    expect(new Set(crossing.map((record) => record.sharedEventID)).size).toBe(1);
  });

  it('has nothing of the platform account while its trail stood still, and something of the others', () => {
    const dark = records.filter(
      (record) => record.eventTime > '2026-03-04T11:02:17Z' && record.eventTime < '2026-03-04T11:40:03Z',
    );
    expect(new Set(dark.map((record) => record.recipientAccountId))).toEqual(
      new Set(['444455556666', '777788889999']),
    );
    const stopped = named('StopLogging').filter((record) => !record.errorCode);
    expect([...stopped, ...named('StartLogging')].map(clock)).toEqual(['11:02:17', '11:40:03']);
  });

  it('is refused in every way that AWS words differently', () => {
    const messages = records.map((record) => record.errorMessage ?? '').join('\n');
    for (const reason of [
      'no identity-based policy',
      'an identity-based policy: arn',
      'no resource-based policy',
      'a resource-based policy',
      'no session policy',
      'no permissions boundary',
      'a service control policy: arn',
      'a resource control policy: arn',
      'no VPC endpoint policy',
      'Encoded authorization failure message',
    ])
      expect(messages).toContain(reason);
  });

  it('fails at the console four times before it gets in without MFA, from a second address', () => {
    const tries = named('ConsoleLogin')
      .filter((record) => record.sourceIPAddress === '203.0.113.66')
      .sort((one, other) => (one.eventTime < other.eventTime ? -1 : 1));
    expect(tries.map((record) => record.responseElements.ConsoleLogin)).toEqual([
      'Failure',
      'Failure',
      'Failure',
      'Failure',
      'Success',
    ]);
    expect(tries.every((record) => !record.errorCode && record.additionalEventData.MFAUsed === 'No')).toBe(
      true,
    );
  });

  it('copies objects, streams and cameras in the dark', () => {
    const stolen = records.filter(
      (record) =>
        !record.errorCode && ['ASIAEXAMPLEARCHQ3W6Z', 'ASIAEXAMPLEPRODB7U4H'].includes(keyOf(record)!),
    );
    const count = (eventName: string, bucketName?: string) =>
      stolen.filter(
        (record) =>
          record.eventName === eventName &&
          (!bucketName || record.requestParameters.bucketName === bucketName),
      ).length;
    expect([
      count('GetObject', 'customers-export'),
      count('GetObject', 'media-masters'),
      count('GetMedia'),
    ]).toEqual([48, 99, 2]);
    expect(count('GetRecords')).toBeGreaterThan(40);
  });

  it('leaves a key, a trust, a snapshot, a function and a stream behind', () => {
    const left = [
      'CreateAccessKey',
      'UpdateAssumeRolePolicy',
      'ModifySnapshotAttribute',
      'AddPermission20150331v2',
      'PutResourcePolicy',
    ];
    for (const eventName of left)
      expect(
        named(eventName).filter((record) => !record.errorCode),
        eventName,
      ).toHaveLength(1);
    const foreign = records
      .filter((record) => JSON.stringify(record).includes('555566667777'))
      .map((record) => record.eventName);
    expect(new Set(foreign)).toEqual(
      new Set([
        ...left.slice(1),
        'UpdateApplication',
        'UpdateFunctionCode20150331v2',
        'PutKeyPolicy',
        'AssumeRole',
      ]),
    );
    expect(named('DeleteAccessKey')).toHaveLength(0);
  });
});
