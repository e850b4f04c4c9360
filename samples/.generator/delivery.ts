import { gzipSync } from 'node:zlib';
import { accounts } from './estate.ts';
import type { JsonObject } from './json.ts';
import { lettersOf, randomOf } from './random.ts';
import type { Delivered } from './record.ts';

/** A file to write: its path below `samples/`, and its bytes. */
export type SampleFile = { readonly path: string; readonly bytes: Uint8Array };

/** A record on its way: when it reaches its file, and where among the file's records it stands. */
type Arrival = { readonly record: JsonObject; readonly arrivalMs: number; readonly standsAtMs: number };

const minuteMs = 60_000;
const lastDeliveryMs = Date.parse('2026-03-04T13:54:30Z');

/** The trail of the platform account stands still from here up to there; nothing of that account is delivered. */
export const darkness = {
  startMs: Date.parse('2026-03-04T11:02:18Z'),
  endMs: Date.parse('2026-03-04T11:40:03Z'),
} as const;

/** How many minutes one file covers, an hour unless it stands here: busy places write more files, quiet ones fewer. */
const windowMinutes: Readonly<Record<string, number>> = {
  [`${accounts.platform} us-east-1`]: 20,
  [`${accounts.media} us-east-1`]: 30,
  [`${accounts.security} us-east-1`]: 120,
  [`${accounts.security} eu-west-1`]: 120,
};

const windowMsOf = ({ account, region }: Pick<Delivered, 'account' | 'region'>) =>
  (windowMinutes[`${account} ${region}`] ?? 60) * minuteMs;

/** Where the last file's download was cut short, and how much of it is there. */
const cut = { place: `${accounts.security} eu-west-1 CloudTrail `, share: 0.7 } as const;

/** Gzip with nothing in the header that a machine or a clock could change. */
function gzip(text: string): Uint8Array {
  const bytes = gzipSync(text, { level: 9 });
  bytes.fill(0, 4, 8); // time of the file
  bytes[9] = 255; // kind of system: unknown
  return bytes;
}

const isRecorded = ({ account, timeMs }: Delivered) =>
  account !== accounts.platform || timeMs < darkness.startMs || timeMs >= darkness.endMs;

/** The arrivals of each file, by the file's place, kind and window. Records come some minutes late, and some come twice. */
function arrivalsOf(records: readonly Delivered[]): Map<string, Arrival[]> {
  const random = randomOf('delivery');
  const windows = new Map<string, Arrival[]>();
  const deliver = ({ account, region, timeMs, record }: Delivered, lateMs: number) => {
    const arrivalMs = Math.min(timeMs + lateMs, lastDeliveryMs);
    const window = Math.floor(arrivalMs / windowMsOf({ account, region }));
    const kind = record.eventCategory === 'Insight' ? 'CloudTrail-Insight' : 'CloudTrail';
    const key = `${account} ${region} ${kind} ${window}`;
    const arrivals = windows.get(key) ?? [];
    windows.set(key, arrivals);
    arrivals.push({ record, arrivalMs, standsAtMs: timeMs + random.below(2 * minuteMs) });
  };
  for (const delivered of records.filter(isRecorded).sort((one, other) => one.timeMs - other.timeMs)) {
    const lateMs = random.below(4 * minuteMs);
    deliver(delivered, lateMs);
    const againMs = lateMs + windowMsOf(delivered);
    if (delivered.timeMs + againMs < lastDeliveryMs && random.chance(0.01)) deliver(delivered, againMs);
  }
  return windows;
}

/** Files in S3's layout: not in order inside, and overlapping in time with their neighbours. */
export function toFiles(records: readonly Delivered[]): SampleFile[] {
  const windows = [...arrivalsOf(records)].sort(([one], [other]) => (one < other ? -1 : 1));
  const lastOfCutPlace = windows.findLastIndex(([key]) => key.startsWith(cut.place));
  return windows.map(([key, arrivals], at) => {
    const inFile = arrivals.sort((one, other) => one.standsAtMs - other.standsAtMs);
    const bytes = gzip(JSON.stringify({ Records: inFile.map(({ record }) => record) }));
    const byteLength = at === lastOfCutPlace ? Math.floor(bytes.length * cut.share) : bytes.length;
    return { path: pathOf(key, arrivals), bytes: bytes.subarray(0, byteLength) };
  });
}

/** Named after the place and the five minutes in which the last record came. */
function pathOf(key: string, arrivals: readonly Arrival[]): string {
  const [account, region, kind] = key.split(' ');
  const lastMs = Math.max(...arrivals.map(({ arrivalMs }) => arrivalMs));
  const stamp = new Date(Math.ceil(lastMs / (5 * minuteMs)) * 5 * minuteMs).toISOString();
  const folder = `AWSLogs/${account}/${kind}/${region}/${stamp.slice(0, 10).replaceAll('-', '/')}`;
  const minute = `${stamp.slice(0, 16).replace(/[-:]/g, '')}Z`;
  return `${folder}/${account}_${kind}_${region}_${minute}_${lettersOf(key, 16)}.json.gz`;
}

/** A record as it looks after a trip through a ticket system: laid out, and with typographic quotes. */
export function pastedIntoTicket(record: JsonObject): SampleFile {
  let open = false;
  const text = JSON.stringify(record, null, 2).replace(/"/g, () => {
    open = !open;
    return open ? '\u201c' : '\u201d';
  });
  return { path: 'pasted/ticket-2291.txt', bytes: new TextEncoder().encode(`${text}\n`) };
}
