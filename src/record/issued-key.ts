import { asObject, type CloudTrailRecord } from './json.ts';
import { firstText, objectIn } from './text.ts';

/** The keys of responseElements under which a call hands out an access key: temporary ones, and those of a user. */
export const issuedKeyParents: readonly string[] = ['credentials', 'accessKey'];

/**
 * The access key that the call handed out: of AssumeRole and its kin, GetSessionToken, GetFederationToken,
 * AssumeRoot, and CreateAccessKey. Empty when there is none or AWS hides it.
 */
export function issuedKeyOf(record: CloudTrailRecord): string {
  const response = objectIn(record.responseElements);
  if (response === undefined) return '';
  const key = firstText(...issuedKeyParents.map((parent) => asObject(response[parent])?.accessKeyId));
  return key.startsWith('HIDDEN_') ? '' : key;
}
