import ipaddr from 'ipaddr.js';

/** What a value looks like by its form alone. */
export type ValueShape = 'arn' | 'ip' | 'key' | 'uuid' | 'account';

const arn = /^arn:aws[a-z-]*:[^:\s]*:[^:\s]*:[^:\s]*:\S+$/i;
const ipv4 = /^\d{1,3}(\.\d{1,3}){3}$/;
/** Access keys and the unique ids of users and roles, which stand in the same places. */
const key = /^A(KIA|SIA|BIA|CCA|IDA|ROA|GPA|NPA|NVA|PKA|SCA|IPA)[A-Z2-7]{12,}$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const account = /^\d{12}$/;

/** The shape of an ARN, IP address, access key, UUID or account number, or undefined for anything else. */
export function shapeOf(text: string): ValueShape | undefined {
  if (account.test(text)) return 'account';
  if (uuid.test(text)) return 'uuid';
  if (key.test(text)) return 'key';
  if (arn.test(text)) return 'arn';
  return isAddress(text) ? 'ip' : undefined;
}

/** True for an IPv4 address of four parts and an IPv6 address; not for the short forms of IPv4. */
export function isAddress(text: string): boolean {
  if (ipv4.test(text)) return ipaddr.IPv4.isValidFourPartDecimal(text);
  return text.includes(':') && text.split(':').length > 2 && ipaddr.IPv6.isValid(text);
}

/** True for an address and a prefix length: `10.0.0.0/8`. */
export function isNetwork(text: string): boolean {
  const slash = text.indexOf('/');
  return slash > 0 && isAddress(text.slice(0, slash)) && ipaddr.isValidCIDR(text);
}
