import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder for the files of one test file. */
export type Scratch = {
  readonly folder: string;
  /** Writes a file (values as JSON) and gives its path. */
  readonly write: (name: string, content: string | Uint8Array | object) => string;
  readonly remove: () => void;
};

/** A new, empty folder. */
export function createScratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'trailtui-'));
  return {
    folder,
    write: (name, content) => {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      const bytes =
        typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
      writeFileSync(file, bytes);
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A record like those that AWS writes. */
export function record(number: number, changes: object = {}): object {
  return {
    eventVersion: '1.08',
    userIdentity: {
      type: 'IAMUser',
      userName: 'alice',
      arn: 'arn:aws:iam::111122223333:user/alice',
      accountId: '111122223333',
    },
    eventTime: new Date(Date.UTC(2026, 2, 1, 9, 0, number)).toISOString().replace('.000Z', 'Z'),
    eventSource: 's3.amazonaws.com',
    eventName: 'ListBuckets',
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.7',
    userAgent: 'aws-cli/2.15',
    requestParameters: { bucketName: `logs-${number}` },
    responseElements: null,
    requestID: `R${number}`,
    eventID: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    readOnly: true,
    eventType: 'AwsApiCall',
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
    ...changes,
  };
}
