import { clockFor } from '../text/clock.ts';
import { sizeText } from '../text/size-text.ts';
import type { JsonNode } from './json-tree.ts';

const timeNames = /time|date|expir|created|modified|since|until|timestamp|start|end|last/i;
const sizeNames = /size|bytes|length|volume/i;
// 2001 to 2100: numbers outside are ids and counts, not times.
const firstSecond = 978_307_200;
const lastSecond = 4_102_444_800;

/** A number that is a time or a size, in words to stand beside it: ` 2026-03-04 09:14:02 UTC`, ` 1.2 MB`. Else empty. */
export function readableValue(name: string, node: JsonNode, zone: string): string {
  if (node.kind !== 'number' || !/^\d+(\.\d+)?$/.test(node.raw)) return '';
  const value = Number(node.raw);
  if (timeNames.test(name)) return timeText(value, zone);
  // Fewer bytes are in words what they are.
  return sizeNames.test(name) && value >= 1000 ? ` ${sizeText(value)}` : '';
}

function timeText(value: number, zone: string): string {
  const seconds = value >= firstSecond * 1000 ? value / 1000 : value;
  if (seconds < firstSecond || seconds > lastSecond) return '';
  const clock = clockFor(zone);
  return ` ${clock.date(seconds * 1000)} ${clock.time(seconds * 1000)} ${clock.label}`;
}
