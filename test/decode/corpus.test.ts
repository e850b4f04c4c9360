import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDecoder } from '../../src/decode/decode.ts';
import { eventsOf } from './events-of.ts';

// Real records of 17 public sources, with the number of records that each file holds.
const shared = join(import.meta.dirname, '../../../shared');
const zipFile = join(shared, 'corpus/cloudtrail-public.zip');
const seeds = join(shared, 'seeds');

type Expected = {
  readonly total: { readonly records: number };
  readonly files: readonly { readonly file: string; readonly records: number }[];
};

test.skipIf(!existsSync(zipFile))(
  'every file of the public corpus gives its records, out of the zip as it is',
  () => {
    const expected: Expected = JSON.parse(readFileSync(join(shared, 'corpus/EXPECTED.json'), 'utf8'));
    const decoded = createDecoder(0, { maxInflatedBytes: 1e9 }).decode({
      path: 'corpus.zip',
      bytes: readFileSync(zipFile),
    });
    const found = new Map(
      decoded.reports.map(({ path, records }) => [path.slice('corpus.zip/'.length), records]),
    );

    const wrong = expected.files
      .filter(({ file }) => !file.endsWith('.zip')) // zips within the zip are counted by their members
      .filter(({ file, records }) => found.get(file) !== records)
      .map(({ file, records }) => `${file}: ${found.get(file)} instead of ${records}`);
    expect(wrong).toEqual([]);

    const outsideZips = decoded.reports.filter(({ path }) => !path.includes('.zip/', 'corpus.zip/'.length));
    expect(outsideZips.reduce((sum, { records }) => sum + records, 0)).toBe(expected.total.records);
    expect(decoded.reports.filter(({ lost }) => lost > 0)).toEqual([]);
  },
);

test.skipIf(!existsSync(zipFile))(
  'every event of the public corpus is JSON at its place, with the fields of its columns',
  () => {
    const decoded = createDecoder(0, { maxInflatedBytes: 1e9 }).decode({
      path: 'corpus.zip',
      bytes: readFileSync(zipFile),
    });
    const wrong = eventsOf([decoded]).filter(({ json, eventId, event }) => {
      const record = JSON.parse(json);
      const name = record.eventName ?? record.insightDetails?.eventName ?? '';
      return (record.eventID ?? record.eventId ?? '') !== eventId || String(name).trim() !== event;
    });
    expect(wrong).toEqual([]);
  },
);

/** What is printed in the five documents: names, services and times, in the order of the text. */
const printed: readonly (readonly [
  file: string,
  service: string,
  events: readonly (readonly [string, string])[],
])[] = [
  [
    '000_fa3c0a1975df005d.txt',
    'kinesisvideo',
    [
      ['CreateStream', '2018-05-25T00:16:31Z'],
      ['DeleteStream', '2018-05-25:17:06Z'],
      ['DescribeStream', '2014-04-19T00:15:02Z'],
      ['GetDataEndpoint', '2014-04-19T00:15:03Z'],
      ['ListStreams', '2018-05-25T00:16:56Z'],
    ],
  ],
  ['001_788d940fa515433c.txt', 'kinesisvideo', [['CreateSignalingChannel', '2019-11-19T22:49:04Z']]],
  [
    '002_4caf8ddc1994fb10.txt',
    'kinesis',
    [
      ['CreateStream', '2014-04-19T00:16:31Z'],
      ['DescribeStream', '2014-04-19T00:17:06Z'],
      ['ListStreams', '2014-04-19T00:15:02Z'],
      ['DeleteStream', '2014-04-19T00:17:07Z'],
      ['SplitShard', '2014-04-19T00:15:03Z'],
      ['MergeShards', '2014-04-19T00:16:56Z'],
    ],
  ],
  ['003_f9cd62b439460be3.txt', 'medialive', [['CreateInput', '2019-01-17T21:21:17Z']]],
  [
    '004_285a852275d228a9.txt',
    'kinesisanalytics',
    [
      ['AddApplicationCloudWatchLoggingOption', '2019-03-07T01:19:47Z'],
      ['DescribeApplication', '2019-03-12T02:40:48Z'],
    ],
  ],
];

test.skipIf(!existsSync(seeds)).each(printed)(
  'the guide %s gives all records printed in it',
  (file, service, expected) => {
    const decoded = createDecoder(0, { maxInflatedBytes: 1e9 }).decode({
      path: file,
      bytes: readFileSync(join(seeds, file)),
    });
    const events = eventsOf([decoded]).toSorted((a, b) => a.fileStart - b.fileStart);
    expect(events.map(({ event, time }) => [event, time])).toEqual(expected);
    expect(new Set(events.map((event) => event.service))).toEqual(new Set([service]));
    expect(events.filter(({ badTime }) => badTime).map(({ time }) => time)).toEqual(
      expected.filter(([, time]) => time === '2018-05-25:17:06Z').map(([, time]) => time),
    );
    expect(decoded.reports).toMatchObject([{ records: expected.length, lost: 0 }]);
  },
);
