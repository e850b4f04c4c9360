import { type Json, type JsonObject, parseJson } from '../record/json.ts';
import { recordKeys } from '../record/top-level-keys.ts';
import { parseStruct } from './parse-struct.ts';

/** Columns whose names are not those of a record's keys without capitals, as Event history and others head them. */
const otherNames: { readonly [column: string]: readonly string[] } = {
  username: ['userIdentity', 'userName'],
  awsaccesskey: ['userIdentity', 'accessKeyId'],
  accesskeyid: ['userIdentity', 'accessKeyId'],
  useridentityarn: ['userIdentity', 'arn'],
  useridentitytype: ['userIdentity', 'type'],
  useridentityprincipalid: ['userIdentity', 'principalId'],
  useridentityaccountid: ['userIdentity', 'accountId'],
  useridentityusername: ['userIdentity', 'userName'],
  useridentityaccesskeyid: ['userIdentity', 'accessKeyId'],
  useridentityinvokedby: ['userIdentity', 'invokedBy'],
  sourceip: ['sourceIPAddress'],
  region: ['awsRegion'],
};

/** Keys inside userIdentity and its like that Athena writes without capitals. */
const innerKeys = [
  'principalId',
  'accountId',
  'accessKeyId',
  'userName',
  'invokedBy',
  'sessionContext',
  'sessionIssuer',
  'mfaAuthenticated',
  'creationDate',
  'webIdFederationData',
  'federatedProvider',
  'sourceIdentity',
  'identityProvider',
  'onBehalfOf',
  'userId',
  'identityStoreArn',
  'ec2RoleDelivery',
  'credentialId',
  'tlsVersion',
  'cipherSuite',
  'clientProvidedHostHeader',
  'inScopeOf',
  'issuerType',
  'credentialsIssuedTo',
];

const properNames = new Map([...recordKeys, ...innerKeys].map((key) => [key.toLowerCase(), key]));

/** A column's name, told by its letters alone: `Event name`, `eventname` and `event_name` are one. */
function lettersOf(column: string): string {
  return column.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether these are columns of events: a name, and a time or a source. */
export function hasColumns(columns: Iterable<string>): boolean {
  const letters = new Set([...columns].map(lettersOf));
  return letters.has('eventname') && (letters.has('eventtime') || letters.has('eventsource'));
}

/**
 * The record that a row of columns makes: names as in records, structs and JSON in cells taken apart, empty cells left
 * out. Columns that no record has keep their names.
 */
export function recordOfColumns(row: JsonObject): JsonObject {
  const record: { [key: string]: Json } = {};
  for (const [column, cell] of Object.entries(row)) {
    if (cell === '' || (typeof cell === 'string' && /^(?:null|-)$/i.test(cell))) continue;
    const letters = lettersOf(column);
    const path = otherNames[letters] ?? [properNames.get(letters) ?? column];
    const value = typeof cell === 'string' ? valueOfCell(cell) : cell;
    if (path.length === 1) record[path[0]!] = value;
    else record[path[0]!] = { ...(record[path[0]!] as JsonObject | undefined), [path[1]!]: value };
  }
  return record;
}

/** A cell's value: JSON and Athena's structs as what they hold, all else as text. */
function valueOfCell(cell: string): Json {
  const text = cell.trim();
  if (!/^[[{]/.test(text)) return cell;
  return parseJson(text) ?? parseStruct(text, (key) => properNames.get(key) ?? key) ?? cell;
}
