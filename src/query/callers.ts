import { firstSlot, nextSlot, widened } from '../store/hash-slots.ts';
import { runToEnd } from '../store/run-to-end.ts';
import type { Snapshot } from '../store/snapshot.ts';

/**
 * The distinct pairs of identity and source address. There are far fewer than events, so whoever counts addresses and
 * keys looks at these.
 */
export type Callers = {
  readonly count: number;
  /** By event the number of its pair. */
  readonly ofEvent: Uint32Array;
  /** By pair its identity, and the codes of its address and of its access key. */
  readonly identity: Uint32Array;
  readonly ip: Uint32Array;
  readonly key: Uint32Array;
  /** Numbers of codes that addresses and keys may have. */
  readonly ipCount: number;
  readonly keyCount: number;
};

const remembered = new WeakMap<Snapshot, Callers>();

/** The callers of a snapshot; found once. */
export function callersOf(snapshot: Snapshot): Callers {
  return runToEnd(findCallers(snapshot));
}

/** Events that are looked at between two yields. */
const piece = 1 << 16;

/** The same in pieces of a few milliseconds: yields between them. */
export function* findCallers(snapshot: Snapshot): Generator<void, Callers> {
  const known = remembered.get(snapshot);
  if (known !== undefined) return known;
  const { length, identity } = snapshot;
  const [addresses, accessKeys] = [snapshot.column('source_ip')!, snapshot.column('access_key')!];
  const [ips, keys] = [addresses.codes, accessKeys.codes];
  const ofEvent = new Uint32Array(length);
  const pairs = new Pairs();
  for (let event = 0; event < length; event++) {
    ofEvent[event] = pairs.numberOf(identity[event]!, ips[event]!);
    if (event % piece === piece - 1) yield;
  }
  const { count } = pairs;
  const identities = pairs.first.slice(0, count);
  const ofCaller = new Uint32Array(count);
  for (let caller = 0; caller < count; caller++) ofCaller[caller] = keys[identities[caller]!]!;
  const callers: Callers = {
    count,
    ofEvent,
    identity: identities,
    ip: pairs.second.slice(0, count),
    key: ofCaller,
    ipCount: addresses.valueCount,
    keyCount: accessKeys.valueCount,
  };
  remembered.set(snapshot, callers);
  return callers;
}

/** Numbers pairs of numbers in the order in which they come. */
class Pairs {
  count = 0;
  first = new Uint32Array(1 << 10);
  second = new Uint32Array(1 << 10);
  /** Of `hash-slots.ts`; their numbers are one more than the number of a pair. */
  #slots = new Uint32Array(1 << 12);

  numberOf(first: number, second: number): number {
    const hash = hashOf(first, second);
    const slot = this.#slotOf(first, second, hash);
    const known = this.#slots[slot]!;
    if (known !== 0) return known - 1;
    this.first[this.count] = first;
    this.second[this.count] = second;
    this.#slots[slot] = ++this.count;
    this.#slots[slot + 1] = hash;
    if (this.count === this.first.length) this.#grow();
    return this.count - 1;
  }

  #slotOf(first: number, second: number, hash: number): number {
    const slots = this.#slots;
    for (let slot = firstSlot(slots, hash); ; slot = nextSlot(slots, slot)) {
      const link = slots[slot]!;
      if (link === 0 || (this.first[link - 1] === first && this.second[link - 1] === second)) return slot;
    }
  }

  #grow(): void {
    const [first, second] = [this.first, this.second];
    this.first = new Uint32Array(first.length * 2);
    this.second = new Uint32Array(first.length * 2);
    this.first.set(first);
    this.second.set(second);
    this.#slots = widened(this.#slots);
  }
}

function hashOf(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ (second + (first >>> 15)), 0x85ebca6b);
  return (hash ^ (hash >>> 15)) >>> 0;
}
