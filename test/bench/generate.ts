/**
 * Writes events for the bench, laid out as CloudTrail delivers them to S3. The same options give the same bytes.
 *
 *   node test/bench/generate.ts FOLDER [--events N] [--bytes-per-record N] [--seed N]
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Call, type CallPlace, callOf } from './calls.ts';
import { base64Letters, type Draws, drawsFrom, ranked } from './draws.ts';
import { type Action, type Caller, createEstate, type Estate, rareBucket } from './estate.ts';

/** What is written. */
export type GenerateOptions = {
  readonly events: number;
  /** Mean bytes of a record; about 1,450 when undefined, as calls have them. */
  readonly bytesPerRecord: number | undefined;
  readonly seed: number;
};

/** What was written, and the right answers to the questions of the bench. */
export type Manifest = GenerateOptions & {
  readonly version: number;
  readonly files: number;
  readonly bytes: number;
  readonly packedBytes: number;
  /** Records that repeat another one, to the byte. */
  readonly duplicates: number;
  readonly arn: string;
  /** Distinct events of that ARN that ended in AccessDenied. */
  readonly denied: number;
  readonly bucket: string;
  /** Distinct events in whose text the bucket's name stands. */
  readonly inBucket: number;
};

const version = 2;
const firstMs = Date.UTC(2025, 2, 10);
const days = 7;
const errors = [
  'AccessDenied',
  'ThrottlingException',
  'ResourceNotFoundException',
  'Client.UnauthorizedOperation',
  'ValidationException',
  'NoSuchKey',
];

/** Fills a folder, unless it holds just that already. */
export function generate(folder: string, options: GenerateOptions): Manifest {
  const file = join(folder, 'bench-manifest.json');
  if (existsSync(file)) {
    const known: Manifest = JSON.parse(readFileSync(file, 'utf8'));
    const isSame =
      known.version === version &&
      known.events === options.events &&
      known.seed === options.seed &&
      known.bytesPerRecord === options.bytesPerRecord;
    if (isSame) return known;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = new Delivery(folder, options).write();
  writeFileSync(file, `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

/** What comes again and again for a while: the same caller doing the same thing from the same place. */
type Habit = {
  readonly caller: number;
  readonly service: number;
  readonly action: number;
  readonly address: string;
  readonly agent: string;
  /** The last call: most are made with the same parameters again. */
  call: Call | undefined;
};

class Delivery {
  readonly #folder: string;
  readonly #options: GenerateOptions;
  readonly #draws: Draws;
  readonly #estate: Estate;
  readonly #callerOf: () => number;
  readonly #serviceOf: () => number;
  readonly #actionOf: (() => number)[];
  /** Records of earlier files that may be delivered once more. */
  readonly #earlier: string[] = [];
  #counts = { files: 0, bytes: 0, packedBytes: 0, duplicates: 0, denied: 0, inBucket: 0 };

  constructor(folder: string, options: GenerateOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#draws = drawsFrom(options.seed);
    this.#estate = createEstate(this.#draws, options.events);
    this.#callerOf = ranked(this.#draws, this.#estate.callers.length, 0.8);
    this.#serviceOf = ranked(this.#draws, this.#estate.services.length, 1.35);
    this.#actionOf = this.#estate.services.map(({ actions }) => ranked(this.#draws, actions.length, 1.1));
  }

  write(): Manifest {
    const accountOf = ranked(this.#draws, this.#estate.accounts.length, 1.2);
    const regionOf = ranked(this.#draws, this.#estate.regions.length, 1.4);
    for (let left = this.#options.events; left > 0; ) {
      // Sizes of files as delivered: most hold some hundred records, a few tens of thousands.
      const usual = Math.round(Math.exp(6.55 + 0.95 * this.#draws.bell()));
      const count = Math.min(left, Math.max(30, Math.min(42_000, usual)));
      this.#writeFile(this.#estate.accounts[accountOf()]!, this.#estate.regions[regionOf()]!, count);
      left -= count;
    }
    return {
      ...this.#options,
      version,
      ...this.#counts,
      arn: this.#estate.callers[0]!.arn,
      bucket: rareBucket,
    };
  }

  #writeFile(account: string, region: string, count: number): void {
    const draws = this.#draws;
    const minutes = Math.floor(draws.below(days * 24 * 60) / 5) * 5;
    const deliveredMs = firstMs + minutes * 60_000;
    const habits: Habit[] = [];
    const records: string[] = [];
    for (let i = 0; i < count; i++) {
      if (this.#earlier.length > 64 && draws.chance(0.005)) {
        records.push(draws.pick(this.#earlier));
        this.#counts.duplicates++;
        continue;
      }
      const known = habits.length > 0 && draws.chance(0.78) ? draws.pick(habits) : undefined;
      const habit = known ?? this.#habit();
      if (known === undefined) habits[habits.length < 24 ? habits.length : draws.below(24)] = habit;
      const record = this.#record(habit, region, account, deliveredMs);
      records.push(record);
      if (draws.below(40) === 0)
        this.#earlier[this.#earlier.length < 2000 ? this.#earlier.length : draws.below(2000)] = record;
    }
    const bytes = Buffer.from(`{"Records":[${records.join(',')}]}`);
    const packed = gzipSync(bytes, { level: 6 });
    const stamp = new Date(deliveredMs).toISOString();
    const folder = join(
      this.#folder,
      'AWSLogs',
      account,
      'CloudTrail',
      region,
      ...stamp.slice(0, 10).split('-'),
    );
    mkdirSync(folder, { recursive: true });
    const name = `${account}_CloudTrail_${region}_${stamp.slice(0, 16).replace(/[-:]/g, '')}Z_${draws.letters(base64Letters.slice(0, 62), 16)}`;
    writeFileSync(join(folder, `${name}.json.gz`), packed);
    this.#counts.files++;
    this.#counts.bytes += bytes.length;
    this.#counts.packedBytes += packed.length;
  }

  #habit(): Habit {
    const draws = this.#draws;
    const caller = this.#callerOf();
    const service = this.#serviceOf();
    const { addresses, agents } = this.#estate;
    // Most callers keep to one address and one program.
    const own = Math.imul(caller, 0x9e3779b1) >>> 0;
    return {
      caller,
      service,
      action: this.#actionOf[service]!(),
      address: addresses[draws.chance(0.7) ? own % addresses.length : draws.below(addresses.length)]!,
      call: undefined,
      agent: agents[draws.chance(0.7) ? own % agents.length : draws.below(agents.length)]!,
    };
  }

  #record(habit: Habit, region: string, account: string, deliveredMs: number): string {
    const draws = this.#draws;
    const caller = this.#estate.callers[habit.caller]!;
    const { name, actions } = this.#estate.services[habit.service]!;
    const action = actions[habit.action]!;
    const timeMs = deliveredMs - draws.below(900) * 1000;
    const error = draws.chance(0.05) ? draws.pick(errors) : '';
    if (habit.caller === 0 && error === 'AccessDenied') this.#counts.denied++;
    const place = { service: name, region, account };
    const { bytesPerRecord } = this.#options;
    const isLean = bytesPerRecord !== undefined && bytesPerRecord < 1000;
    const record = isLean
      ? this.#leanRecord(caller, place, action, timeMs, error)
      : this.#fullRecord(habit, caller, place, action, timeMs, error);
    if (record.includes(rareBucket)) this.#counts.inBucket++;
    const missing = (bytesPerRecord ?? 0) - record.length - 12;
    return missing > 0 ? `${record.slice(0, -1)},"padding":"${draws.hex(missing)}"}` : record;
  }

  #fullRecord(
    habit: Habit,
    caller: Caller,
    place: CallPlace,
    action: Action,
    timeMs: number,
    error: string,
  ): string {
    const draws = this.#draws;
    const { service, region, account } = place;
    const isAgain = habit.call !== undefined && draws.chance(0.7);
    habit.call = isAgain ? habit.call! : callOf(draws, this.#estate, place, action);
    const { request, response, more } = habit.call;
    const message = /Denied|Unauthorized/.test(error)
      ? `User: ${caller.arn || 'anonymous'} is not authorized to perform: ${service}:${action.name} on resource: arn:aws:${service}:${region}:${account}:* because no identity-based policy allows the ${service}:${action.name} action`
      : `${action.name} failed: ${error}`;
    const failure = error === '' ? '' : `"errorCode":"${error}","errorMessage":"${message}",`;
    const from = caller.service || habit.address;
    const tls = `,"tlsDetails":{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"${service}.${region}.amazonaws.com"}`;
    return `{"eventVersion":"1.11","userIdentity":${caller.identity(Math.floor(timeMs / 3_600_000))},"eventTime":"${timeText(timeMs)}","eventSource":"${service}.amazonaws.com","eventName":"${action.name}","awsRegion":"${region}","sourceIPAddress":"${from}","userAgent":"${caller.service || habit.agent}",${failure}"requestParameters":${request},"responseElements":${error === '' ? response : 'null'},"requestID":"${draws.uuid()}","eventID":"${draws.uuid()}","readOnly":${action.reads}${more},"eventType":"${service === 'signin' ? 'AwsConsoleSignIn' : 'AwsApiCall'}","managementEvent":${!action.isData},"recipientAccountId":"${account}","eventCategory":"${action.isData ? 'Data' : 'Management'}"${caller.service === '' && habit.caller % 4 !== 3 ? tls : ''}}`;
  }

  /** A record with little in it, for many events of few bytes. */
  #leanRecord(
    caller: Caller,
    { service, region }: CallPlace,
    action: Action,
    timeMs: number,
    error: string,
  ): string {
    const failure = error === '' ? '' : `,"errorCode":"${error}"`;
    const identity = caller.arn === '' ? caller.identity(0) : `{"type":"IAMUser","arn":"${caller.arn}"}`;
    return `{"userIdentity":${identity},"eventTime":"${timeText(timeMs)}","eventSource":"${service}.amazonaws.com","eventName":"${action.name}","awsRegion":"${region}"${failure},"eventID":"${this.#draws.uuid()}"}`;
  }
}

function timeText(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
}
