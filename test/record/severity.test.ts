import { expect, test } from 'vitest';
import { hasSeverity, severityOf, severityReason, severityRows } from '../../src/record/severity.ts';

test.each([
  ['cloudtrail', 'StopLogging', 'false', 'evasion'],
  ['guardduty', 'DeleteDetector', 'false', 'evasion'],
  ['kms', 'ScheduleKeyDeletion', 'false', 'destructive'],
  ['kinesis', 'DeleteStream', 'false', 'destructive'],
  ['ec2', 'TerminateInstances', '', 'destructive'],
  ['iam', 'CreateAccessKey', 'false', 'sensitive'],
  ['secretsmanager', 'GetSecretValue', 'true', 'sensitive'],
  ['other', 'StopLogging', 'false', 'change'],
  ['s3', 'PutObject', 'false', 'change'],
  ['s3', 'PutObject', '', 'change'],
  ['ec2', 'DescribeInstances', 'true', 'read'],
  ['ec2', 'DescribeInstances', '', 'read'],
])('weighs %s %s (read only: %j) as %s', (service, event, readOnly, severity) => {
  expect(severityOf(service, event, readOnly)).toBe(severity);
});

test('a deleted trail is both evasion and destructive', () => {
  expect(hasSeverity('cloudtrail', 'DeleteTrail', 'evasion')).toBe(true);
  expect(hasSeverity('cloudtrail', 'DeleteTrail', 'destructive')).toBe(true);
  expect(hasSeverity('cloudtrail', 'DeleteTrail', 'sensitive')).toBe(false);
});

test('every row gives a reason and a source, and no call stands twice', () => {
  const calls = severityRows.map(({ service, event }) => `${service}:${event}`);
  expect(new Set(calls).size).toBe(calls.length);
  for (const row of severityRows) {
    expect(row.event).toMatch(/^[A-Z]\w+$/);
    expect(row.source).toMatch(/^MITRE ATT&CK T\d{4}(\.\d{3})?$/);
    expect(severityReason(row.service, row.event)).not.toBe('');
  }
});
