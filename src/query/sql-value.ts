import ipaddr from 'ipaddr.js';
import type { ValueTest } from './record-test.ts';
import { literal } from './sql-engine.ts';

/** A boolean that is never NULL: a text passes a value test. Case is disregarded, as in queries. */
export function sqlOfTest(value: string, test: ValueTest): string {
  switch (test.how) {
    case 'any':
      return `coalesce(${value}, '') <> ''`;
    case 'list':
      return 'false';
    case 'either':
      return test.tests.length === 0 ? 'false' : sqlOfEither(value, test.tests);
    case 'cidr':
      return sqlOfNetwork(value, test.network);
    default:
      return sqlOfText(value, test.how, test.text);
  }
}

/** Exact values are listed, so that a hundred of them make one comparison. */
function sqlOfEither(value: string, tests: readonly ValueTest[]): string {
  const exact = tests.flatMap((test) => (test.how === 'exact' ? [literal(test.text.toLowerCase())] : []));
  const others = tests.filter((test) => test.how !== 'exact').map((test) => sqlOfTest(value, test));
  const listed = exact.length === 0 ? [] : [`lower(coalesce(${value}, '')) IN (${exact.join(', ')})`];
  return `(${[...listed, ...others].join(' OR ')})`;
}

function sqlOfText(value: string, how: 'contains' | 'starts' | 'ends' | 'exact', text: string): string {
  const folded = `lower(coalesce(${value}, ''))`;
  if (how === 'exact') return `${folded} = ${literal(text.toLowerCase())}`;
  const pattern = text.toLowerCase().replace(/[\\%_]/g, '\\$&');
  const open = how === 'starts' ? '' : '%';
  const close = how === 'ends' ? '' : '%';
  return `${folded} LIKE ${literal(open + pattern + close)} ESCAPE '\\'`;
}

/** IPv4 by its number, which every engine can work out; IPv6 as text, since not all can. */
function sqlOfNetwork(value: string, network: string): string {
  const [address, bits] = ipaddr.parseCIDR(network);
  if (address.kind() === 'ipv6') return sqlOfText(value, 'contains', network);
  const part = (index: number) => `TRY_CAST(split_part(${value}, '.', ${index}) AS bigint)`;
  const number = `${part(1)} * 16777216 + ${part(2)} * 65536 + ${part(3)} * 256 + ${part(4)}`;
  const size = 2 ** (32 - bits);
  const octets = address.toByteArray().reduce((sum, octet) => sum * 256 + octet, 0);
  const first = Math.floor(octets / size) * size;
  return `coalesce(${number} BETWEEN ${first} AND ${first + size - 1}, false)`;
}
