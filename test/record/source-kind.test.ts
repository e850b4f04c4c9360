import { expect, test } from 'vitest';
import { sourceKindOf } from '../../src/record/source-kind.ts';

test.each([
  ['8.8.8.8', 'public address'],
  ['2600:1f18::1', 'public address'],
  ['::ffff:8.8.8.8', 'public address'],
  ['10.1.2.3', 'private address'],
  ['172.16.0.1', 'private address'],
  ['100.64.0.1', 'private address'],
  ['127.0.0.1', 'private address'],
  ['fd00::1', 'private address'],
  ['203.0.113.7', 'reserved address'],
  ['198.51.100.7', 'reserved address'],
  ['2001:db8::1', 'reserved address'],
  ['224.0.0.1', 'reserved address'],
  ['ec2.amazonaws.com', 'AWS service'],
  ['s3.cn-north-1.amazonaws.com.cn', 'AWS service'],
  ['AWS Internal', 'AWS Internal'],
  ['10', 'unknown'],
  ['999.1.1.1', 'unknown'],
  ['', 'unknown'],
  ['somewhere', 'unknown'],
])('takes %s for: %s', (sourceIp, kind) => {
  expect(sourceKindOf(sourceIp)).toBe(kind);
});
