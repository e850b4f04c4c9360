import ipaddr from 'ipaddr.js';
import { asText, type Json } from '../record/json.ts';
import { addressNumber } from './address-number.ts';
import type { ValueTest } from './record-test.ts';
import { isAddress } from './value-shape.ts';

/** The form in which texts are compared: without regard to case. */
export function fold(text: string): string {
  return text.toLowerCase();
}

/**
 * A function that tells whether a text passes a value test. An empty text stands for no value: it passes `any` never,
 * and the others where the empty text does. Lists of many exact values cost one look-up.
 */
export function valuePredicate(test: ValueTest): (text: string) => boolean {
  switch (test.how) {
    case 'any':
      return (text) => text !== '';
    case 'cidr':
      return networkPredicate(test.network);
    case 'list':
      return () => false;
    case 'either':
      return eitherPredicate(test.tests);
    default:
      return textPredicate(test.how, fold(test.text));
  }
}

function textPredicate(
  how: 'contains' | 'starts' | 'ends' | 'exact',
  wanted: string,
): (text: string) => boolean {
  if (how === 'exact') return (text) => fold(text) === wanted;
  if (how === 'starts') return (text) => fold(text).startsWith(wanted);
  if (how === 'ends') return (text) => fold(text).endsWith(wanted);
  return (text) => fold(text).includes(wanted);
}

function eitherPredicate(tests: readonly ValueTest[]): (text: string) => boolean {
  const exact = new Set(tests.flatMap((test) => (test.how === 'exact' ? [fold(test.text)] : [])));
  const others = tests.filter((test) => test.how !== 'exact').map(valuePredicate);
  return (text) => (exact.size > 0 && exact.has(fold(text))) || others.some((passes) => passes(text));
}

/** What stands before the IPv4 address in an IPv6 address that holds one. */
const mayHoldIpv4 = /ffff:/i;

/** An IPv4 address within IPv6 (`::ffff:10.0.0.1`) is compared as the IPv4 address that it is. */
function networkPredicate(network: string): (text: string) => boolean {
  const asWritten = textPredicate('contains', fold(network));
  const range = ipaddr.parseCIDR(network);
  const ofNetwork = addressNumber(range[0].toString());
  const size = 2 ** (32 - range[1]);
  return (text) => {
    // Parsing thousands of addresses would be felt; most are numbers.
    const number = ofNetwork === undefined ? undefined : addressNumber(text);
    if (number !== undefined) return Math.floor(number / size) === Math.floor(ofNetwork! / size);
    if (!isAddress(text)) return asWritten(text);
    if (ofNetwork !== undefined && text.includes(':') && !mayHoldIpv4.test(text)) return false;
    const address = ipaddr.process(text);
    return address.kind() === range[0].kind() && address.match(range);
  };
}

/**
 * A function that tells whether a value out of a record passes a value test. Of a list or an object any value within
 * passes for it; null and an empty list or object are no value.
 */
export function jsonPredicate(test: ValueTest): (value: Json) => boolean {
  const passes = valuePredicate(test);
  const decide = (value: Json): boolean => {
    if (typeof value === 'object' && value !== null) return Object.values(value).some(decide);
    const text = asText(value);
    return text !== undefined && passes(text);
  };
  return decide;
}
