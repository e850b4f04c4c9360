import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { drawsFrom } from './draws.ts';

const fileCount = 20_000;
const recordsPerFile = 25;

/** A tree of 20,000 small files, as quiet accounts have them. Gives the folder. */
export function manyFiles(folder: string): string {
  const done = join(folder, 'done.txt');
  if (existsSync(done)) return folder;
  const draws = drawsFrom(2);
  const account = '111122223333';
  for (let i = 0; i < fileCount; i++) {
    const time = new Date(Date.UTC(2025, 0, 1) + i * 300_000).toISOString();
    const day = join(folder, 'AWSLogs', account, 'CloudTrail', 'us-east-1', ...time.slice(0, 10).split('-'));
    const records = Array.from(
      { length: recordsPerFile },
      () =>
        `{"eventVersion":"1.11","userIdentity":{"type":"AWSService","invokedBy":"ec2.amazonaws.com"},"eventTime":"${time.slice(0, 19)}Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRole","awsRegion":"us-east-1","sourceIPAddress":"ec2.amazonaws.com","requestParameters":{"roleArn":"arn:aws:iam::${account}:role/node-${draws.hex(4)}"},"eventID":"${draws.uuid()}","readOnly":true}`,
    );
    mkdirSync(day, { recursive: true });
    const name = `${account}_CloudTrail_us-east-1_${time.slice(0, 16).replace(/[-:]/g, '')}Z_${draws.hex(16)}.json.gz`;
    writeFileSync(join(day, name), gzipSync(`{"Records":[${records.join(',')}]}`, { level: 1 }));
  }
  writeFileSync(done, '');
  return folder;
}
