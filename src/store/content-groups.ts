import type { GrowingColumn } from './growing-column.ts';
import type { IdIndex } from './id-index.ts';

/** Groups handled between two yields. */
const piece = 512;

/** What is known about an event's record beyond its eventID. */
export type Content = {
  /** By event: a hash of the record's bytes as they stand; 0 where the decoder made none. */
  readonly asWritten: GrowingColumn<Float64Array>;
  /** By event: a hash of the bytes without white space; 0 where it was not needed so far, negative where it cannot be had. */
  readonly minified: GrowingColumn<Float64Array>;
  /** Columns that the record alone decides, as one text: records in which they differ cannot have the same content. */
  readonly columnsOf: (event: number) => string;
};

/**
 * Which events with the same eventID are copies of one record, and which are other records under a used id.
 * Contents are looked at only where ids repeat and columns agree. Until they have been, events whose columns agree
 * pass for copies, and {@link takeUnsettled} names those whose minified contents must be known to be sure.
 */
export class ContentGroups {
  readonly #ids: IdIndex;
  readonly #content: Content;
  /** By event: one more than the first-loaded event with the same id and content; 0 when it stands alone. */
  readonly #roots: GrowingColumn<Uint32Array>;
  /** By event: 1 when another content stands under its id. */
  readonly #reused: GrowingColumn<Uint16Array>;
  #changed: number[] = [];
  #unsettled: number[] = [];
  readonly #asked = new Set<number>();

  constructor(
    ids: IdIndex,
    content: Content,
    roots: GrowingColumn<Uint32Array>,
    reused: GrowingColumn<Uint16Array>,
  ) {
    this.#ids = ids;
    this.#content = content;
    this.#roots = roots;
    this.#reused = reused;
  }

  /** Says that the group of this event has to be looked at again: it joined, or its content became known. */
  change(event: number): void {
    this.#changed.push(event);
  }

  /** Groups anew what has changed. Yields between pieces. */
  *regroup(): Generator<void, void> {
    const done = new Set<number>();
    // What changes while this goes on is left to the next time, or it might never end.
    const changed = this.#changed;
    this.#changed = [];
    for (let from = 0; from < changed.length; from += piece) {
      for (const event of changed.slice(from, from + piece)) {
        const newest = this.#ids.newestLike(event);
        if (done.has(newest)) continue;
        done.add(newest);
        this.#group(newest);
      }
      yield;
    }
  }

  /** The events whose minified contents are needed and have not been asked for, in order of loading. */
  takeUnsettled(): Uint32Array {
    const events = Uint32Array.from(this.#unsettled).sort();
    this.#unsettled = [];
    return events;
  }

  #group(newest: number): void {
    const members: number[] = [];
    for (let event: number | undefined = newest; event !== undefined; event = this.#ids.before(event))
      members.push(event);
    members.reverse();
    if (this.#groupIdenticalPair(members)) return;
    const rootOf = this.#mergeLikely(this.#mergeEqual(members));
    const sizes = new Map<number, number>();
    for (const root of rootOf.values()) sizes.set(root, (sizes.get(root) ?? 0) + 1);
    for (const [event, root] of rootOf) {
      this.#roots.array[event] = sizes.get(root)! > 1 ? root + 1 : 0;
      this.#reused.array[event] = sizes.size > 1 ? 1 : 0;
    }
  }

  /** The ordinary case, without a map: two deliveries of the same bytes. */
  #groupIdenticalPair(members: readonly number[]): boolean {
    const [first, second] = [members[0]!, members[1]!];
    const written = this.#content.asWritten.array;
    if (members.length !== 2 || written[first] === 0 || written[first] !== written[second]) return false;
    this.#roots.array[first] = this.#roots.array[second] = first + 1;
    this.#reused.array[first] = this.#reused.array[second] = 0;
    return true;
  }

  /** For each member the first one that is known to have the same content. */
  #mergeEqual(members: readonly number[]): Map<number, number> {
    const rootOf = new Map<number, number>();
    const byWritten = new Map<number, number>();
    const byMinified = new Map<number, number>();
    for (const event of members) {
      const written = this.#content.asWritten.array[event]!;
      const minified = this.#content.minified.array[event]!;
      const root = byWritten.get(written) ?? byMinified.get(minified) ?? event;
      if (written !== 0) byWritten.set(written, root);
      if (minified !== 0) byMinified.set(minified, root);
      rootOf.set(event, root);
    }
    return rootOf;
  }

  /** Lets roots with equal columns pass for copies while a content is unknown, and notes which are to be settled. */
  #mergeLikely(rootOf: Map<number, number>): Map<number, number> {
    const alike = new Map<string, number[]>();
    for (const [event, root] of rootOf) {
      if (event !== root) continue;
      const columns = this.#content.columnsOf(event);
      const others = alike.get(columns);
      if (others === undefined) alike.set(columns, [event]);
      else others.push(event);
    }
    const likely = new Map<number, number>();
    for (const roots of alike.values()) {
      if (roots.length === 1) continue;
      for (const root of roots) {
        if (this.#content.minified.array[root] !== 0) continue;
        likely.set(root, roots[0]!);
        if (this.#asked.has(root)) continue;
        this.#asked.add(root);
        this.#unsettled.push(root);
      }
    }
    if (likely.size > 0) for (const [event, root] of rootOf) rootOf.set(event, likely.get(root) ?? root);
    return rootOf;
  }
}
