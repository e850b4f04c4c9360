import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';

/** Another program that can be asked the same question of the same files. */
export type Peer = {
  readonly name: string;
  readonly command: readonly string[];
  /** The number of events that it found, out of what it printed; undefined for a program that only has to read. */
  readonly found: ((output: string) => number) | undefined;
};

/** What the peers are asked. */
export type PeerQuestion = { readonly folder: string; readonly arn: string; readonly bucket: string };

/** The peers that are installed here. */
export function peersHere({ folder, arn, bucket }: PeerQuestion): Peer[] {
  const found = (output: string) => Number(output.trim().split('\n').at(-1));
  const threads = Math.max(1, cpus().length);
  const filter = `.Records[]|select(.errorCode=="AccessDenied" and .userIdentity.arn=="${arn}")|.eventID`;
  const files = `find '${folder}' -name '*.gz' -print0`;
  const peers: (Peer & { readonly needs: readonly string[] })[] = [
    {
      name: 'gunzip -c',
      needs: ['gunzip'],
      command: shell(`${files} | xargs -0 gunzip -c > /dev/null`),
      found: undefined,
    },
    {
      name: 'jq',
      needs: ['jq', 'gunzip'],
      command: shell(`${files} | xargs -0 gunzip -c | jq -r '${filter}' | sort -u | wc -l`),
      found,
    },
    {
      name: `jq, ${threads} at a time`,
      needs: ['jq', 'gunzip'],
      command: shell(
        `${files} | xargs -0 -P ${threads} -n 8 sh -c 'gunzip -c "$@" | jq -r "$0"' '${filter}' | sort -u | wc -l`,
      ),
      found,
    },
    {
      name: 'ripgrep, a text',
      needs: ['rg'],
      command: shell(`rg -z --no-filename -o -F '${bucket}' '${folder}' | wc -l`),
      found: undefined,
    },
    {
      name: 'zgrep, a text',
      needs: ['zgrep'],
      command: shell(`${files} | xargs -0 zgrep -h -o -F '${bucket}' | wc -l`),
      found: undefined,
    },
  ];
  const installed = peers.filter(({ needs }) => needs.every(isInstalled));
  const duckdb = duckdbPeer(folder, arn, threads);
  return duckdb === undefined ? installed : [...installed, duckdb];
}

/** DuckDB as a program or, where it can be resolved, as a package. */
function duckdbPeer(folder: string, arn: string, threads: number): Peer | undefined {
  const sql = `SET threads=${threads}; SELECT count(DISTINCT r.eventID) AS found FROM (SELECT unnest(Records) AS r FROM read_json('${folder}/AWSLogs/**/*.gz', maximum_object_size=1073741824, columns={Records: 'STRUCT(eventTime VARCHAR, eventID VARCHAR, eventName VARCHAR, eventSource VARCHAR, errorCode VARCHAR, sourceIPAddress VARCHAR, userAgent VARCHAR, awsRegion VARCHAR, recipientAccountId VARCHAR, userIdentity STRUCT(type VARCHAR, arn VARCHAR, accessKeyId VARCHAR))[]'})) WHERE r.errorCode = 'AccessDenied' AND r.userIdentity.arn = '${arn}'`;
  const name = `DuckDB, ${threads} threads`;
  if (isInstalled('duckdb'))
    return {
      name,
      command: ['duckdb', '-csv', '-noheader', '-c', sql],
      found: (output) => Number(output.trim().split('\n').at(-1)),
    };
  try {
    createRequire(import.meta.url).resolve('@duckdb/node-api');
  } catch {
    return undefined;
  }
  const script = `import { DuckDBInstance } from '@duckdb/node-api';
const connection = await (await DuckDBInstance.create(':memory:')).connect();
for (const statement of ${JSON.stringify(sql.split('; '))}) {
  const reader = await connection.runAndReadAll(statement);
  if (reader.getRows().length > 0) console.log(String(reader.getRows()[0][0]));
}`;
  return {
    name,
    command: [process.execPath, '--input-type=module', '--eval', script],
    found: (output) => Number(output.trim()),
  };
}

function shell(script: string): string[] {
  return ['sh', '-c', script];
}

function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}
