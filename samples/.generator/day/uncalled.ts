import { accounts } from '../estate.ts';
import type { JsonObject } from '../json.ts';
import { uuidOf } from '../random.ts';
import type { Delivered } from '../record.ts';

const place = { account: accounts.media, region: 'us-east-1' } as const;

const delivered = (time: string, record: JsonObject): Delivered => ({
  ...place,
  timeMs: Date.parse(time),
  record,
});

/** CloudTrail noticed that trust policies do not usually change: the start, and the end, of one insight. */
function insight(time: string, state: 'Start' | 'End'): Delivered {
  return delivered(time, {
    eventVersion: '1.08',
    eventTime: time,
    awsRegion: place.region,
    eventID: uuidOf(`insight ${state}`),
    eventType: 'AwsCloudTrailInsight',
    recipientAccountId: place.account,
    sharedEventID: uuidOf('insight'),
    insightDetails: {
      state,
      eventSource: 'iam.amazonaws.com',
      eventName: 'UpdateAssumeRolePolicy',
      insightType: 'ApiCallRateInsight',
      insightContext: {
        statistics: {
          baseline: { average: 0.0001984 },
          insight: { average: 1 },
          insightDuration: 1,
          baselineDuration: 10080,
        },
      },
    },
    eventCategory: 'Insight',
  });
}

/** Five minutes of object reads as one record, with a lower-case eventId and no eventTime. */
const aggregated = delivered('2026-03-04T11:15:00Z', {
  eventVersion: '1.0',
  accountId: place.account,
  eventId: uuidOf('aggregated'),
  eventCategory: 'Aggregated',
  eventType: 'AwsAggregatedEvent',
  awsRegion: place.region,
  eventSource: 's3.amazonaws.com',
  timeWindow: { windowStart: '2026-03-04T11:15:00Z', windowEnd: '2026-03-04T11:20:00Z', windowSize: 'PT5M' },
  summary: {
    primaryDimension: {
      dimension: 'resourceARN',
      statistics: [
        { name: 'arn:aws:s3:::media-masters', value: 24 },
        { name: 'arn:aws:s3:::media-thumbnails', value: 9 },
      ],
    },
    details: [
      {
        dimension: 'eventName',
        statistics: [
          { name: 'GetObject', value: 27 },
          { name: 'PutObject', value: 6 },
        ],
      },
    ],
  },
});

/** Records that are no calls. */
export const uncalled: readonly Delivered[] = [
  insight('2026-03-04T09:36:00Z', 'Start'),
  insight('2026-03-04T09:37:00Z', 'End'),
  aggregated,
];
