/** The engines that a query can be written for. */
export const sqlEngines = ['athena', 'lake', 'duckdb'] as const;

/** The name of one of them. */
export type SqlEngineName = (typeof sqlEngines)[number];

/** How an engine keeps CloudTrail records. What is not said to be anything else is an expression of text, maybe NULL. */
export type SqlEngine = {
  /** What comes before WHERE; what the user has to fill in stands in angle brackets. */
  readonly select: string;
  /** A boolean: some value at a path into the record fulfils a condition. Paths are as in queries, with `[]`. */
  readonly some: (path: readonly string[], condition: (value: string) => string) => string;
  /** A boolean: something stands at a path. */
  readonly has: (path: readonly string[]) => string;
  /** The record, or of it what may be searched for text. */
  readonly whole: string;
  /** When the call was made, as a timestamp. */
  readonly time: string;
  /** What the reader should know before trusting the answer. */
  readonly note: string;
};

/** A text as a literal of SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function jsonPath(path: readonly string[]): string {
  return `$${path.map((key) => (key === '[]' ? '[*]' : `."${key.replaceAll('"', '\\"')}"`)).join('')}`;
}

const duckdb: SqlEngine = {
  select: `SELECT r->>'$.eventID' AS eventID, r->>'$.eventTime' AS eventTime, r->>'$.eventSource' AS eventSource,
       r->>'$.eventName' AS eventName, r->>'$.userIdentity.arn' AS arn, r->>'$.sourceIPAddress' AS sourceIPAddress,
       r->>'$.errorCode' AS errorCode
FROM (SELECT unnest(Records) AS r
      FROM read_json('<path>/**/*.json.gz', columns = {Records: 'JSON[]'}, maximum_object_size = 1000000000))`,
  some: (path, condition) => {
    const at = literal(jsonPath(path));
    if (!path.includes('[]')) return condition(`json_extract_string(r, ${at})`);
    return `len(list_filter(json_extract_string(r, ${at}), lambda x: ${condition('x')})) > 0`;
  },
  has: (path) => `coalesce(json_type(r, ${literal(jsonPath(path))}) <> 'NULL', false)`,
  whole: 'CAST(r AS VARCHAR)',
  time: "TRY_CAST(r->>'$.eventTime' AS TIMESTAMPTZ)",
  note: 'Reads trail files as S3 delivers them.',
};

/** A path of Presto SQL from JSON, list by list. `json` is an expression of JSON or of JSON text. */
function somePresto(
  json: string,
  path: readonly string[],
  condition: (value: string) => string,
  depth = 0,
): string {
  const list = path.indexOf('[]');
  if (list < 0) {
    const value =
      path.length === 0
        ? `json_extract_scalar(${json}, '$')`
        : `json_extract_scalar(${json}, ${literal(bracketPath(path))})`;
    return condition(value);
  }
  const items = list === 0 ? json : `json_extract(${json}, ${literal(bracketPath(path.slice(0, list)))})`;
  const item = `x${depth}`;
  const inner = somePresto(item, path.slice(list + 1), condition, depth + 1);
  return `any_match(coalesce(TRY_CAST(${items} AS array(json)), ARRAY[]), ${item} -> ${inner})`;
}

function bracketPath(path: readonly string[]): string {
  return `$${path.map((key) => `["${key.replaceAll('"', '\\"')}"]`).join('')}`;
}

/** Keys at the top of the record that hold whatever the called service put there. */
const freeForm = new Set([
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'serviceEventDetails',
]);

/** A path through the structures of a table: `userIdentity.sessionContext.attributes`, `resources[].ARN`. */
function someInStructure(path: readonly string[], condition: (value: string) => string): string {
  const list = path.indexOf('[]');
  const text = (parts: readonly string[]) => `CAST(${parts.join('.')} AS varchar)`;
  if (list < 0) return condition(text(path));
  const [before, after] = [path.slice(0, list), path.slice(list + 1)];
  return `any_match(coalesce(${before.join('.')}, ARRAY[]), x -> ${condition(text(['x', ...after]))})`;
}

const athena: SqlEngine = {
  select: `SELECT eventid, eventtime, eventsource, eventname, useridentity.arn, sourceipaddress, errorcode
FROM <table>`,
  some: (path, condition) => {
    const [first, ...rest] = path;
    const small = path.map((key) => key.toLowerCase());
    if (first === undefined || !freeForm.has(first)) return someInStructure(small, condition);
    return rest.length === 0 ? condition(small[0]!) : somePresto(small[0]!, rest, condition);
  },
  has: (path) =>
    freeForm.has(path[0]!) && path.length > 1
      ? `json_extract(${path[0]!.toLowerCase()}, ${literal(bracketPath(path.slice(1).filter((key) => key !== '[]')))}) IS NOT NULL`
      : `${path
          .filter((key) => key !== '[]')
          .join('.')
          .toLowerCase()} IS NOT NULL`,
  whole: `concat_ws(' ', eventsource, eventname, sourceipaddress, useragent, errorcode, errormessage,
    json_format(CAST(useridentity AS json)), requestparameters, responseelements, additionaleventdata)`,
  time: 'from_iso8601_timestamp(eventtime)',
  note: "For the table that CloudTrail's console makes for Athena. Add its partitions, or all of it is read.",
};

const lake: SqlEngine = {
  select: `SELECT eventID, eventTime, eventSource, eventName, userIdentity.arn, sourceIPAddress, errorCode
FROM <event data store id>`,
  some: (path, condition) => {
    const [first, second, ...rest] = path;
    if (first === undefined || !freeForm.has(first)) return someInStructure(path, condition);
    if (second === undefined) return condition(`json_format(CAST(${first} AS json))`);
    const value = `element_at(${first}, ${literal(second)})`;
    return rest.length === 0 ? condition(value) : somePresto(value, rest, condition);
  },
  has: (path) =>
    freeForm.has(path[0]!) && path.length > 1
      ? `element_at(${path[0]}, ${literal(path[1]!)}) IS NOT NULL`
      : `${path.filter((key) => key !== '[]').join('.')} IS NOT NULL`,
  whole: `concat_ws(' ', eventSource, eventName, sourceIPAddress, userAgent, errorCode, errorMessage,
    json_format(CAST(userIdentity AS json)), json_format(CAST(requestParameters AS json)),
    json_format(CAST(responseElements AS json)), json_format(CAST(additionalEventData AS json)))`,
  time: 'eventTime',
  note: 'For an event data store of CloudTrail Lake.',
};

/** The engines by name. */
export const sqlEngineNamed: { readonly [E in SqlEngineName]: SqlEngine } = { athena, lake, duckdb };
