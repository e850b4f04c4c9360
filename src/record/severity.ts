import { isReadingName } from './reading-name.ts';
import { type SeverityGroup, type SeverityReason, severityGroups } from './severity-table.ts';

/** How much an event weighs for a responder, lightest first. */
export type Severity = 'read' | 'change' | 'sensitive' | 'destructive' | 'evasion';

/** What the table says about one call. */
export type SeverityRow = {
  /** eventSource without `.amazonaws.com`. */
  readonly service: string;
  readonly event: string;
  readonly severity: SeverityGroup['severity'];
  /** Why it matters, in a few words. */
  readonly reason: string;
  /** Where this is known from: a technique of MITRE ATT&CK for the cloud. */
  readonly source: string;
};

const rowsByEvent = new Map<string, SeverityRow[]>();
for (const { severity, reason, source, calls } of severityGroups) {
  for (const [service, names] of Object.entries(calls)) {
    for (const event of names.split(' ')) {
      const row = { service, event, severity, reason, source };
      const rows = rowsByEvent.get(event);
      if (rows === undefined) rowsByEvent.set(event, [row]);
      else if (!rows.some((other) => other.service === service)) rows.push(row);
    }
  }
}

/** Every row of the table of severities. */
export const severityRows: readonly SeverityRow[] = [...rowsByEvent.values()].flat();

/**
 * The names of the calls that matter for one of these reasons. Names that are something else in another service are
 * left out: `CreateUser` of `transfer` copies data, of `iam` it makes an identity.
 */
export function eventsThatMatterBy(reasons: readonly SeverityReason[]): readonly string[] {
  const wanted = new Set<string>(reasons);
  return [...rowsByEvent].flatMap(([event, rows]) =>
    rows.every(({ reason }) => wanted.has(reason)) ? event : [],
  );
}

/** What the table says about a call; undefined when it says nothing. */
function severityRowOf(service: string, event: string): SeverityRow | undefined {
  return rowsByEvent.get(event)?.find((row) => row.service === service);
}

/** Whether the table names a call in some service: what it weighs depends on the service then. */
export function isListed(event: string): boolean {
  return rowsByEvent.has(event);
}

/** What the names of calls that delete begin with, after `Batch` where they have that. */
export const deletingVerbs: readonly string[] = ['Delete', 'Terminate', 'Purge', 'Destroy', 'Wipe'];
const deletes = new RegExp(`^(?:Batch)?(?:${deletingVerbs.join('|')})`);

/**
 * How much an event weighs: as the table says; else destructive when its name says that it deletes; else a change
 * or a read.
 *
 * @param readOnly The `read_only` field: `true`, `false` or empty.
 */
export function severityOf(service: string, event: string, readOnly: string): Severity {
  const row = severityRowOf(service, event);
  if (row !== undefined) return row.severity;
  if (deletes.test(event)) return 'destructive';
  if (readOnly !== '') return readOnly === 'true' ? 'read' : 'change';
  return isReadingName(event) ? 'read' : 'change';
}

/** Whether `is:sensitive`, `is:destructive` or `is:evasion` is true of a call. A deleted trail is both of the last. */
export function hasSeverity(service: string, event: string, severity: SeverityRow['severity']): boolean {
  const weight = severityOf(service, event, '');
  return weight === severity || (severity === 'destructive' && deletes.test(event));
}

/** Why an event weighs what it does, in a few words; empty for plain reads and changes. */
export function severityReason(service: string, event: string): string {
  return severityRowOf(service, event)?.reason ?? (deletes.test(event) ? 'deletes something' : '');
}
