import ipaddr from 'ipaddr.js';

/** Where a call came from, as sourceIPAddress tells it. */
export type SourceKind =
  | 'public address'
  | 'private address'
  | 'reserved address'
  | 'AWS service'
  | 'AWS Internal'
  | 'unknown';

/** Ranges, in the words of ipaddr.js, that networks use within themselves. */
const privateRanges = new Set(['private', 'uniqueLocal', 'loopback', 'linkLocal', 'carrierGradeNat']);

/** The kind of a sourceIPAddress: an address, the DNS name of an AWS service, or `AWS Internal`. */
export function sourceKindOf(sourceIp: string): SourceKind {
  if (sourceIp === 'AWS Internal') return 'AWS Internal';
  if (/\.amazonaws\.com(?:\.cn)?$|\.aws\.internal$/.test(sourceIp)) return 'AWS service';
  // ipaddr.js takes "10" and "0x7f.1" for addresses too; CloudTrail never writes these.
  if (!/^\d+\.\d+\.\d+\.\d+$|:/.test(sourceIp) || !ipaddr.isValid(sourceIp)) return 'unknown';
  const range: string = ipaddr.process(sourceIp).range();
  if (range === 'unicast') return 'public address';
  return privateRanges.has(range) ? 'private address' : 'reserved address';
}
