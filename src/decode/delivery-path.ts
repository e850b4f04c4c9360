import { eventFields } from '../record/fields.ts';
import type { BatchBuilder } from './batch-builder.ts';

/** The account and region that a trail's file was delivered for. */
export type Delivery = { readonly account: string; readonly region: string };

/** What the path says of a file that lies or is named as CloudTrail delivers it to S3; undefined when it does not. */
export function deliveryOf(path: string): Delivery | undefined {
  const found =
    /AWSLogs\/(?:o-[a-z0-9]+\/)?(\d{12})\/CloudTrail(?:-Insight)?\/([a-z]{2,}(?:-[a-z]+)+-\d)\//.exec(path) ??
    /(?:^|\/)(\d{12})_CloudTrail(?:-Insight)?_([a-z]{2,}(?:-[a-z]+)+-\d)_\d{8}T\d{4}Z/.exec(path);
  return found === null ? undefined : { account: found[1]!, region: found[2]! };
}

const accountColumn = eventFields.indexOf('account');
const regionColumn = eventFields.indexOf('region');

/** Gives the events that name no account or region themselves those that their file was delivered for. */
export function fillFromDelivery(builder: BatchBuilder, { account, region }: Delivery): void {
  for (let event = 0; event < builder.length; event++) {
    if (builder.codes[accountColumn]![event] === 0) {
      builder.codes[accountColumn]![event] = builder.dictionaries.named('account').codeOf(account);
    }
    if (builder.codes[regionColumn]![event] === 0) {
      builder.codes[regionColumn]![event] = builder.dictionaries.named('region').codeOf(region);
    }
  }
}
