import { asList, asObject, type CloudTrailRecord } from './json.ts';
import { firstText, objectIn, textOf } from './text.ts';

/**
 * The value of one dimension of a record that sums up many calls (`eventName`, `resourceARN`, `userIdentity` …),
 * when all of them have the same; else empty.
 *
 * Source: AWS's page "CloudTrail record contents for aggregated events".
 */
export function aggregatedValue(record: CloudTrailRecord, dimension: string): string {
  const summary = objectIn(record.summary);
  if (summary === undefined) return '';
  for (const candidate of [summary.primaryDimension, ...asList(summary.details)]) {
    const part = asObject(candidate);
    if (part === undefined || textOf(part.dimension).toLowerCase() !== dimension.toLowerCase()) continue;
    const statistics = asList(part.statistics);
    return statistics.length === 1 ? firstText(asObject(statistics[0])?.name) : '';
  }
  return '';
}
