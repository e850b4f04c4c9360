import { parseQuery } from '../query/parse.ts';
import type { Query } from '../query/question.ts';
import { eventsThatMatterBy } from '../record/severity.ts';
import type { SeverityReason } from '../record/severity-table.ts';

/** A ready question under a digit key. */
export type Lens = { readonly name: string; readonly text: string };

/**
 * Calls that are not what workloads do all day within their networks. A role at an address outside stays in, whoever
 * it is of: stolen credentials of a workload look like that.
 */
const fromOutside =
  '-is:service (is:person | principal_type:=AWSAccount | -source_ip:10.0.0.0/8,172.16.0.0/12,192.168.0.0/16)';

/** The lenses 1 to 9, in order. */
export const lenses: readonly Lens[] = [
  { name: 'failed and denied calls by people', text: 'is:error is:person' },
  { name: 'console sign-ins', text: 'is:login' },
  { name: 'the root user', text: 'is:root' },
  {
    name: 'identity and credential changes',
    text: 'service:=iam,=sso,=sts,=identitystore,=sso-directory,=cognito-idp is:write',
  },
  {
    name: 'keys and passwords made',
    text: callsFor(['makes credentials that last', 'hands out credentials of someone else']),
  },
  {
    name: 'defences weakened, logging stopped or started',
    text: 'is:evasion | event:=StartLogging,=StartConfigurationRecorder,=StartEventDataStoreIngestion',
  },
  {
    name: 'made public or shared',
    text: callsFor([
      'opens a resource to others',
      'opens the network',
      'lifts or changes a block on public access',
    ]),
  },
  {
    name: 'secrets and data read, by people or from outside',
    text: `${fromOutside} ${callsFor(
      ['reads secrets', 'copies data that can leave the account'],
      // Too ordinary to be sensitive, and still what a thief comes for.
      [
        'GetObject',
        'SelectObjectContent',
        'Decrypt',
        'GetRecords',
        'GetItem',
        'Query',
        'Scan',
        'GetAuthorizationToken',
      ],
    )}`,
  },
  { name: 'deletions', text: 'is:destructive' },
];

/** The lens under a digit, 1 to 9: the user's own, else the usual one; undefined when there is none. */
export function lensAt(lens: number, own: readonly Lens[] = lenses): Lens | undefined {
  return own[lens - 1];
}

/** The questions of all lenses; one that the user wrote with a mistake is left out. */
export function lensQueries(zone: string, own: readonly Lens[] = lenses): Query[] {
  return own.flatMap(({ text }) => parseQuery(text, zone).query ?? []);
}

/** The calls that the table of severities names for these reasons, and some more. */
function callsFor(reasons: readonly SeverityReason[], more: readonly string[] = []): string {
  return `event:${[...eventsThatMatterBy(reasons), ...more].map((name) => `=${name}`).join(',')}`;
}
