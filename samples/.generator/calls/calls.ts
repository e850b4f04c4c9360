import type { Calls } from './call.ts';
import { machineCalls } from './machine-calls.ts';
import { storageCalls } from './storage-calls.ts';
import { streamCalls } from './stream-calls.ts';
import { videoCalls } from './video-calls.ts';
import { watchCalls } from './watch-calls.ts';

/** Every call of an ordinary day. */
export const calls: Calls = {
  ...streamCalls,
  ...videoCalls,
  ...storageCalls,
  ...machineCalls,
  ...watchCalls,
};
