import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFiles, writeSamples } from '../../samples/generate.ts';
import { type AnyRecord, breaksOff, dataFilesIn, recordsByFile } from './read-samples.ts';

const folder = new URL('../../samples', import.meta.url).pathname;
const files = dataFilesIn(folder);
const byFile = recordsByFile(files);
const records: AnyRecord[] = byFile.flat();
const ids = records.map((record) => record.eventID ?? record.eventId);

describe('the generator', () => {
  let temporary = '';
  beforeAll(() => {
    temporary = mkdtempSync(join(tmpdir(), 'samples-'));
    writeSamples(temporary);
  });
  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  it('writes the same bytes each time', () => {
    const again = sampleFiles().map(({ path, bytes }) => [path, Buffer.from(bytes).toString('base64')]);
    const written = dataFilesIn(temporary).map(({ path, bytes }) => [path, bytes.toString('base64')]);
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(again));
  });

  it('writes what is committed, compared unpacked since zlib may pack otherwise on another machine', () => {
    const written = dataFilesIn(temporary);
    expect(written.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    for (const [at, { path, text }] of written.entries()) {
      const committed = files[at]!;
      const length = breaksOff(committed) ? Math.min(text.length, committed.text.length) : Infinity;
      expect(text.slice(0, length) === committed.text.slice(0, length), path).toBe(true);
    }
  });
});

describe('the data', () => {
  it('is less than a megabyte, and thousands of events over one morning', () => {
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(1_000_000);
    expect(records.length).toBeGreaterThan(4000);
    const times = records.map((record) => record.eventTime ?? record.timeWindow.windowStart).sort();
    expect([times[0], times.at(-1)].map((time) => time.slice(0, 13))).toEqual([
      '2026-03-04T08',
      '2026-03-04T13',
    ]);
  });

  it('names its files as S3 has them, and delivers each record to its account and region', () => {
    const name =
      /^AWSLogs\/(\d{12})\/(CloudTrail(?:-Insight)?)\/([a-z0-9-]+)\/2026\/03\/04\/\1_\2_\3_20260304T\d{4}Z_[A-Z2-7]{16}\.json\.gz$/;
    for (const file of files.filter(({ path }) => path.startsWith('AWSLogs'))) {
      const [, account, , region] = name.exec(file.path) ?? [];
      expect(account, file.path).toBeDefined();
      for (const record of recordsByFile([file]).flat()) {
        expect([record.recipientAccountId ?? record.accountId, record.awsRegion]).toEqual([account, region]);
      }
    }
  });

  it.each([
    'Root',
    'IAMUser',
    'AssumedRole',
    'FederatedUser',
    'SAMLUser',
    'WebIdentityUser',
    'AWSService',
    'AWSAccount',
    'IdentityCenterUser',
    'Directory',
    'Role',
    'Unknown',
  ])('has a caller of type %s', (type) => {
    expect(records.some((record) => record.userIdentity?.type === type)).toBe(true);
  });

  const context = (record: AnyRecord) => record.userIdentity?.sessionContext;
  it.each<[string, (record: AnyRecord) => boolean]>([
    ['an Identity Center session', (record) => /AWSReservedSSO_/.test(record.userIdentity?.arn)],
    ['an instance on IMDSv1', (record) => context(record)?.ec2RoleDelivery === '1.0'],
    [
      'a task, with the workload its keys went to',
      (record) => record.userIdentity?.inScopeOf?.issuerType === 'AWS::ECS::Task',
    ],
    [
      'a function, with the workload its keys went to',
      (record) => record.userIdentity?.inScopeOf?.issuerType === 'AWS::Lambda::Function',
    ],
    [
      'a service-linked role',
      (record) => /role\/aws-service-role\//.test(context(record)?.sessionIssuer?.arn),
    ],
    [
      'an OIDC pipeline',
      (record) => /token\.actions/.test(context(record)?.webIdFederationData?.federatedProvider),
    ],
    [
      'a Kubernetes service account',
      (record) => /oidc\.eks/.test(context(record)?.webIdFederationData?.federatedProvider),
    ],
    [
      'an empty webIdFederationData',
      (record) => JSON.stringify(context(record)?.webIdFederationData) === '{}',
    ],
    ['an empty sessionIssuer', (record) => JSON.stringify(context(record)?.sessionIssuer) === '{}'],
    ['an anonymous reader', (record) => record.userIdentity?.accountId === 'anonymous'],
    [
      'a person behind a stack',
      (record) =>
        record.userIdentity?.type === 'AssumedRole' &&
        record.userIdentity.invokedBy === 'cloudformation.amazonaws.com',
    ],
    [
      'an Identity Center user without a name',
      (record) => record.userIdentity?.onBehalfOf && !record.userIdentity.userName,
    ],
    ['root for one task', (record) => context(record)?.assumedRoot === 'true'],
    ['a source identity', (record) => context(record)?.sourceIdentity === 'shop-web'],
    ['a name that is hidden', (record) => record.userIdentity?.userName === 'HIDDEN_DUE_TO_SECURITY_REASONS'],
    ['an identity without a type', (record) => record.userIdentity && !record.userIdentity.type],
    ['an insight', (record) => record.insightDetails && !record.userIdentity],
    ['an aggregate', (record) => record.eventCategory === 'Aggregated' && !record.eventTime],
    [
      'a refusal at a VPC endpoint',
      (record) => record.eventType === 'AwsVpceEvent' && record.errorCode === 'VpceAccessDenied',
    ],
    ['a time with a fraction', (record) => record.eventTime === '2026-03-04T10:31:07.482Z'],
    [
      'a user agent that paints on terminals',
      (record) => record.userAgent?.includes('\u001b[2J') && record.userAgent.includes('\u202e'),
    ],
    ['a tag that writes to the clipboard', (record) => JSON.stringify(record).includes('\\u001b]52;c;')],
    [
      'a policy as JSON in a string',
      (record) =>
        record.eventName === 'PutUserPolicy' && JSON.parse(record.requestParameters.policyDocument).Statement,
    ],
  ])('has %s', (_, holds) => {
    expect(records.some(holds)).toBe(true);
  });

  it('delivers some records twice, the same in each of two files', () => {
    const repeated = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
    expect(repeated.length).toBeGreaterThan(20);
    for (const id of repeated) {
      const holding = byFile.filter((inFile) => inFile.some((record) => record.eventID === id));
      const copies = holding.flat().filter((record) => record.eventID === id);
      expect(holding).toHaveLength(2);
      expect(new Set(copies.map((record) => JSON.stringify(record))).size).toBe(1);
    }
  });

  it('is out of order inside nearly every file', () => {
    const disordered = byFile.filter((inFile) => {
      const times = inFile.map((record) => record.eventTime);
      return times.some((time, at) => at > 0 && time < times[at - 1]);
    });
    expect(disordered.length).toBeGreaterThan(byFile.length * 0.8);
  });

  it('has one download cut short, after whole records', () => {
    const cut = files.filter(breaksOff);
    expect(cut).toHaveLength(1);
    expect(cut[0]!.text.split('{"eventVersion"').length).toBeGreaterThan(20);
  });

  it('has one record with typographic quotes, which is JSON again once they are straight', () => {
    const [pasted] = files.filter(({ path }) => path.startsWith('pasted'));
    expect(() => JSON.parse(pasted!.text)).toThrow();
    const record = JSON.parse(pasted!.text.replace(/[\u201c\u201d]/g, '"'));
    expect(record.eventName).toBe('ModifySnapshotAttribute');
    expect(ids).not.toContain(record.eventID);
  });
});
