/**
 * The one table of fields: their names in queries, `--fields`, csv headers and the event list; their kind;
 * and where the store keeps them. Help, completion and documentation are made from it.
 */

/** Where the value of a field is kept. */
export type Kept =
  /** Dictionary-coded, one code per event. */
  | 'event'
  /** Dictionary-coded, one code per distinct userIdentity; an event holds the code of its identity. */
  | 'identity'
  /** In a shape of its own: time, event id, file, flags. The snapshot knows how to give it as text. */
  | 'own'
  /** Worked out from other columns over all events, and replaced whole as more files arrive. */
  | 'derived'
  /** Only in the record itself: taken out when asked for, and searched by streaming over the records. */
  | 'record';

/** What sort of value a field holds: decides how a query compares it and how the screen cuts it. */
export type Kind = 'time' | 'name' | 'arn' | 'ip' | 'id' | 'account' | 'flag' | 'text';

type FieldRow = {
  /** The name in queries, csv and `--fields`. */
  readonly name: string;
  /** Other words for it in queries. */
  readonly short: readonly string[];
  /** The heading of its column in the event list. */
  readonly title: string;
  readonly kind: Kind;
  readonly kept: Kept;
  /** One line for the help. */
  readonly about: string;
};

/** Every field, in the order in which csv prints them. */
export const fields = [
  {
    name: 'time',
    short: [],
    title: 'TIME',
    kind: 'time',
    kept: 'own',
    about: 'when the call was made (eventTime)',
  },
  {
    name: 'service',
    short: ['svc'],
    title: 'SERVICE',
    kind: 'name',
    kept: 'event',
    about: 'eventSource without .amazonaws.com',
  },
  { name: 'event', short: ['ev'], title: 'EVENT', kind: 'name', kept: 'event', about: 'eventName' },
  {
    name: 'principal',
    short: ['user'],
    title: 'PRINCIPAL',
    kind: 'name',
    kept: 'identity',
    about: 'who made the call, in one stable name',
  },
  {
    name: 'principal_type',
    short: [],
    title: 'TYPE',
    kind: 'name',
    kept: 'identity',
    about: 'userIdentity.type',
  },
  {
    name: 'target',
    short: [],
    title: 'TARGET',
    kind: 'arn',
    kept: 'event',
    about: 'what the call was made on',
  },
  { name: 'region', short: [], title: 'REGION', kind: 'name', kept: 'event', about: 'awsRegion' },
  {
    name: 'source_ip',
    short: ['ip'],
    title: 'SOURCE IP',
    kind: 'ip',
    kept: 'event',
    about: 'sourceIPAddress',
  },
  {
    name: 'outcome',
    short: [],
    title: 'OUTCOME',
    kind: 'flag',
    kept: 'event',
    about: 'ok, failed or denied',
  },
  {
    name: 'error',
    short: ['err'],
    title: 'ERROR',
    kind: 'name',
    kept: 'event',
    about: 'errorCode, or Failure where a call failed without one',
  },
  {
    name: 'read_only',
    short: [],
    title: 'READ ONLY',
    kind: 'flag',
    kept: 'event',
    about: 'true, false or empty',
  },
  {
    name: 'account',
    short: ['acct'],
    title: 'ACCOUNT',
    kind: 'account',
    kept: 'event',
    about: "recipientAccountId, else the caller's account",
  },
  { name: 'event_id', short: [], title: 'EVENT ID', kind: 'id', kept: 'own', about: 'eventID' },
  { name: 'request_id', short: [], title: 'REQUEST ID', kind: 'id', kept: 'record', about: 'requestID' },
  {
    name: 'access_key',
    short: ['key'],
    title: 'ACCESS KEY',
    kind: 'id',
    kept: 'identity',
    about: 'userIdentity.accessKeyId',
  },
  { name: 'user_agent', short: [], title: 'USER AGENT', kind: 'text', kept: 'event', about: 'userAgent' },
  { name: 'event_type', short: [], title: 'EVENT TYPE', kind: 'name', kept: 'event', about: 'eventType' },
  { name: 'category', short: [], title: 'CATEGORY', kind: 'name', kept: 'event', about: 'eventCategory' },
  {
    name: 'repaired',
    short: [],
    title: 'REPAIRED',
    kind: 'flag',
    kept: 'own',
    about: 'yes when the record was mended, else empty',
  },
  { name: 'file', short: [], title: 'FILE', kind: 'text', kept: 'own', about: 'the file it was read from' },
  {
    name: 'source',
    short: [],
    title: 'SOURCE',
    kind: 'name',
    kept: 'event',
    about: 'eventSource as written',
  },
  {
    name: 'person',
    short: ['human'],
    title: 'PERSON',
    kind: 'name',
    kept: 'derived',
    about: 'who stands at the beginning of the chain of sessions',
  },
  {
    name: 'session',
    short: [],
    title: 'SESSION',
    kind: 'name',
    kept: 'derived',
    about: 'the session: caller and access key, or caller and time of creation',
  },
] as const satisfies readonly FieldRow[];

/** The name of a field. */
export type FieldName = (typeof fields)[number]['name'];

/** One row of the field table. */
export type Field = FieldRow & { readonly name: FieldName };

type NameOf<K extends Kept> = Extract<(typeof fields)[number], { kept: K }>['name'];

/** Fields with one dictionary code per event. */
export type EventField = NameOf<'event'>;
/** Fields with one dictionary code per distinct identity. */
export type IdentityField = NameOf<'identity'>;

const byName = new Map<string, Field>();
for (const field of fields) for (const name of [field.name, ...field.short]) byName.set(name, field);

/** The field of that name or short name (lower case), or undefined. */
export function fieldNamed(name: string): Field | undefined {
  return byName.get(name);
}

/** The columns of a printed table and of the event list when none are asked for. */
export const defaultTableFields: readonly FieldName[] = [
  'time',
  'service',
  'event',
  'principal',
  'target',
  'source_ip',
  'region',
  'error',
];

/** The fields that have one code per event, in the order of their columns in a batch. */
export const eventFields = fields
  .filter((f) => f.kept === 'event')
  .map((f) => f.name) as readonly EventField[];

/** The fields that have one code per distinct identity. */
export const identityFields = fields
  .filter((f) => f.kept === 'identity')
  .map((f) => f.name) as readonly IdentityField[];
