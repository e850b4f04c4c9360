import { expect, test } from 'vitest';
import { answerQuery } from '../../src/query/answer.ts';
import { parseQuery } from '../../src/query/parse.ts';
import { lenses } from '../../src/screen/lenses.ts';
import { loadRecords } from '../query/load-records.ts';

const context = { nowMs: 0, zone: 'UTC', marked: new Set<string>(), readList: () => undefined };

/** The calls, as `service:event`, that the lens under a digit shows among these. */
function shownBy(lens: number, calls: readonly string[]): string[] {
  const records = calls.map((call, i) => {
    const [service, eventName = ''] = call.split(':');
    return { eventID: `lens-${i}`, eventSource: `${service}.amazonaws.com`, eventName, readOnly: false };
  });
  const { snapshot } = loadRecords(records);
  const { query } = parseQuery(lenses[lens - 1]!.text);
  const { matches } = answerQuery(query!, snapshot, context, new Map());
  return Array.from(
    matches,
    (event) => `${snapshot.text('service', event)}:${snapshot.text('event', event)}`,
  );
}

test.each([
  [5, ['iam:CreateAccessKey', 'iam:CreateLoginProfile', 'sts:GetFederationToken', 'sts:GetSessionToken']],
  [
    6,
    ['cloudtrail:StopLogging', 'cloudtrail:StartLogging', 'guardduty:UpdateDetector', 'ec2:DeleteFlowLogs'],
  ],
  [
    7,
    [
      's3:PutBucketPolicy',
      'kinesis:PutResourcePolicy',
      'kms:PutKeyPolicy',
      'iam:UpdateAssumeRolePolicy',
      's3:DeleteBucketPublicAccessBlock',
      'ec2:ModifySnapshotAttribute',
      'ec2:AuthorizeSecurityGroupIngress',
    ],
  ],
  [8, ['secretsmanager:GetSecretValue', 's3:GetObject', 'kinesis:GetRecords', 'ec2:CreateSnapshot']],
  [
    9,
    ['kinesis:DeleteStream', 'ec2:TerminateInstances', 'kms:ScheduleKeyDeletion', 'cloudtrail:DeleteTrail'],
  ],
])('lens %i shows its calls and no ordinary one', (lens, calls) => {
  const ordinary = ['ec2:DescribeInstances', 's3:PutObject', 'iam:CreateUser', 'lambda:Invoke'];
  expect(shownBy(lens, [...ordinary, ...calls])).toEqual(calls);
});
