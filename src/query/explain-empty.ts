import { formatTime } from '../record/time.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { coverageOf } from './coverage.ts';
import { servicesOfDataEvent } from './data-events.ts';
import { anywhereText } from './edit.ts';
import { misreadIn } from './other-habits.ts';
import type { Query, QueryContext } from './question.ts';
import type { ValueTest } from './record-test.ts';
import { resolveTimes } from './resolve-time.ts';

/**
 * Why a query may find nothing although it happened: the logs do not reach the time asked for, calls of that sort were
 * not recorded, something was written as other languages have it, or a bare word was looked for in names alone. A
 * sentence for each reason; none when what is asked for would be there.
 */
export function explainEmpty(query: Query, snapshot: Snapshot, context: QueryContext): string[] {
  const parts = query.kind === 'and' ? query.of : [query];
  const misread = misreadIn(query);
  const meant = new Set(misread.map(({ word }) => word));
  const words = parts.flatMap((part) => (part.kind === 'word' && !meant.has(part.text) ? [part.text] : []));
  return [
    ...new Set(misread.map((one) => one.words)),
    ...parts.flatMap((part) => (part.kind === 'time' ? outsideOf(part, snapshot, context) : [])),
    ...unrecorded(new Set(parts.flatMap(namedEvents)), snapshot),
    ...namesAlone(words),
  ];
}

/** A bucket, a stream or a host typed as it is would be missed: bare words ask who did what, not what else is said. */
function namesAlone(words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const quoted = words.map(anywhereText).join(' ');
  return [`${quoted} looks in whole records; bare words only in service, event and principal`];
}

function outsideOf(
  time: Extract<Query, { kind: 'time' }>,
  snapshot: Snapshot,
  context: QueryContext,
): string[] {
  const { span } = snapshot;
  if (span === undefined) return [];
  const { startMs, endMs } = resolveTimes(time, snapshot, context);
  const covered = startMs <= span.lastMs && endMs > span.firstMs;
  return covered ? [] : [`the logs run from ${formatTime(span.firstMs)} to ${formatTime(span.lastMs)}`];
}

/** The event names that a condition asks for. */
function namedEvents(query: Query): string[] {
  if (query.kind === 'or') return query.of.flatMap(namedEvents);
  if (query.kind === 'word') return [query.text];
  return query.kind === 'field' && query.field === 'event' ? textsOf(query.test) : [];
}

function textsOf(test: ValueTest): string[] {
  if (test.how === 'either') return test.tests.flatMap(textsOf);
  return 'text' in test ? [test.text] : [];
}

function unrecorded(events: ReadonlySet<string>, snapshot: Snapshot): string[] {
  const services = new Set([...events].flatMap(servicesOfDataEvent));
  if (services.size === 0) return [];
  const recorded = new Set(
    coverageOf(snapshot).flatMap((row) => (row.kind === 'data events' ? [row.service] : [])),
  );
  const missing = [...services].filter((service) => !recorded.has(service));
  // A call that is a data event of several services may have been asked of any of them.
  if (missing.length < services.size) return [];
  return [
    `no data events of ${missing.join(' or ')} are in these logs: such calls may not have been recorded`,
  ];
}
