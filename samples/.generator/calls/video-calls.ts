import { hexOf } from '../random.ts';
import type { Calls, Scene } from './call.ts';

const videoArn = (scene: Scene, name = scene.random.pick(scene.estate.cameras)) =>
  `arn:aws:kinesisvideo:${scene.region}:${scene.account}:stream/${name}/16${hexOf(name, 11).replace(/\D/g, '7')}`;

/** Cameras, signalling channels and live channels. */
export const videoCalls: Calls = {
  'kinesisvideo:ListStreams': { request: () => ({ maxResults: 50 }) },
  'kinesisvideo:DescribeStream': { request: (scene) => ({ streamARN: videoArn(scene) }) },
  'kinesisvideo:GetDataEndpoint': {
    request: (scene) => ({
      streamARN: videoArn(scene),
      aPIName: scene.random.pick(['PUT_MEDIA', 'GET_HLS_STREAMING_SESSION_URL', 'GET_MEDIA']),
    }),
  },
  'kinesisvideo:PutMedia': {
    request: (scene) => ({
      streamARN: videoArn(scene),
      fragmentTimecodeType: 'ABSOLUTE',
      producerStartTimestamp: 'Mar 4, 2026, 8:00:00 AM',
    }),
  },
  'kinesisvideo:ListSignalingChannels': {
    request: () => ({
      channelNameCondition: { comparisonOperator: 'BEGINS_WITH', comparisonValue: 'lobby' },
    }),
  },
  'kinesisvideo:DescribeSignalingChannel': { request: () => ({ channelName: 'lobby-cam' }) },
  'kinesisvideo:GetSignalingChannelEndpoint': {
    request: (scene) => ({
      channelARN: `arn:aws:kinesisvideo:${scene.region}:${scene.account}:channel/lobby-cam/1709035511201`,
      singleMasterChannelEndpointConfiguration: { protocols: ['WSS', 'HTTPS'], role: 'VIEWER' },
    }),
  },
  'kinesisvideo:UpdateDataRetention': {
    request: (scene) => ({
      streamARN: videoArn(scene),
      currentVersion: hexOf(scene.label, 12),
      operation: 'INCREASE_DATA_RETENTION',
      dataRetentionChangeInHours: 24,
    }),
  },
  'medialive:ListChannels': { request: () => ({ maxResults: '20' }) },
  'medialive:ListInputs': { request: () => ({ maxResults: '20' }) },
  'medialive:DescribeChannel': {
    request: ({ random, estate }) => ({ channelId: random.pick(estate.channels) }),
  },
  'medialive:DescribeInput': {
    request: ({ random }) => ({ inputId: String(random.between(4410, 4420)) }),
    failures: [
      [
        0.05,
        'NotFoundException',
        (_, request: { inputId: string }) => `Input with id ${request.inputId} was not found`,
      ],
    ],
  },
  'medialive:BatchUpdateSchedule': {
    request: ({ random, estate }) => {
      const position = random.between(100, 999);
      return {
        channelId: random.pick(estate.channels),
        creates: {
          scheduleActions: [
            {
              actionName: `ad-break-${position}`,
              scheduleActionStartSettings: { immediateModeScheduleActionStartSettings: {} },
              scheduleActionSettings: {
                scte35SpliceInsertSettings: { spliceEventId: position, duration: 2_700_000 },
              },
            },
          ],
        },
      };
    },
    response: () => ({ creates: { scheduleActions: [] }, deletes: { scheduleActions: [] } }),
  },
  'medialive:StartChannel': {
    request: ({ random, estate }) => ({ channelId: random.pick(estate.channels) }),
    response: ({ account, region }, request: { channelId: string }) => ({
      id: request.channelId,
      arn: `arn:aws:medialive:${region}:${account}:channel:${request.channelId}`,
      state: 'STARTING',
      channelClass: 'STANDARD',
    }),
    failures: [[0.2, 'ConflictException', () => 'Channel is not idle']],
  },
};
