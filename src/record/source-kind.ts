import ipaddr from 'ipaddr.js';

/** Where a call came from, as sourceIPAddress tells it. */
export type SourceKind = 'public address' | 'private address' | 'AWS service' | 'AWS Internal' | 'unknown';

/** The kind of a sourceIPAddress: an address, the DNS name of an AWS service, or `AWS Internal`. */
export function sourceKindOf(sourceIp: string): SourceKind {
  if (sourceIp === 'AWS Internal') return 'AWS Internal';
  if (/\.amazonaws\.com(?:\.cn)?$|\.aws\.internal$/.test(sourceIp)) return 'AWS service';
  // ipaddr.js takes "10" and "0x7f.1" for addresses too; CloudTrail never writes these.
  if (!/^\d+\.\d+\.\d+\.\d+$|:/.test(sourceIp) || !ipaddr.isValid(sourceIp)) return 'unknown';
  return ipaddr.process(sourceIp).range() === 'unicast' ? 'public address' : 'private address';
}
