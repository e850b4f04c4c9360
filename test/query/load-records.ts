import { createDecoder } from '../../src/decode/decode.ts';
import type { CloudTrailRecord } from '../../src/record/json.ts';
import { createEventStore } from '../../src/store/event-store.ts';
import { bytesFrom, type Loaded } from './samples.ts';

/** Keys that a record needs to be known for one; those given win. */
const always = { eventVersion: '1.11', eventSource: 'dynamodb.amazonaws.com', awsRegion: 'us-east-1' };

/** Records as if they stood in one file. The events have the indices of the records. */
export function loadRecords(records: readonly CloudTrailRecord[], keepDuplicates = false): Loaded {
  const decoder = createDecoder(0, { maxInflatedBytes: 1e9 });
  const store = createEventStore({ keepDuplicates });
  const bytes = new TextEncoder().encode(
    JSON.stringify({ Records: records.map((record) => ({ ...always, ...record })) }),
  );
  store.append(decoder.decode({ path: 'records.json', bytes }));
  const snapshot = store.snapshot();
  return { snapshot, recordBytes: bytesFrom(snapshot) };
}
