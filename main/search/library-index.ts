import type { IndexFile, IndexState } from '../store/index-file.ts';
import { countBits, isSet, setBit } from './bits.ts';
import { buildSegment } from './collect.ts';
import type { IndexedArticle } from './fields.ts';
import { mergeSegments } from './merge.ts';
import { decodeSegment, encodeSegment, wordsOfBits, type Segment } from './segment.ts';

/** A segment in use. */
export interface Part {
  readonly segment: Segment;
  /** Articles that were removed or have a newer text in a later part. */
  readonly dead: Uint32Array;
  /** Its number in the index file; null while it is in memory only. */
  readonly storedId: number | null;
  /** Whether `dead` has bits that the file does not have. */
  hasNewDead: boolean;
  hasDead: boolean;
}

export type IndexChange = { readonly removed: true; readonly id: number } | ({ readonly removed: false } & IndexedArticle);

/** Newest articles stay in memory until there are so many; a crash costs at most indexing them again. */
const SAVE_AT = 2000;
/** While much is to be indexed, segments go to the file at the size they are to have. */
const FULL_AT = 10_000;
/** Stored segments below this are taken up into the next one that is saved. */
const SMALL_BELOW = 1500;
/** Segments below this are joined once there are enough of them for a full one. */
const PARTIAL_BELOW = 8000;

/**
 * The index of the whole library, as one process sees it: segments of the file, and newer ones in memory. It covers every
 * change of the library up to `revision`.
 */
export class LibraryIndex {
  readonly #file: IndexFile;
  #generation = -1;
  #revision = 0;
  #parts: Part[] = [];

  constructor(file: IndexFile) {
    this.#file = file;
  }

  get revision(): number {
    return this.#revision;
  }

  get parts(): readonly Part[] {
    return this.#parts;
  }

  /** Articles that are in memory only. */
  get unsaved(): number {
    return this.#parts.reduce((sum, part) => sum + (part.storedId === null ? livingCount(part) : 0), 0);
  }

  /**
   * Takes over what another process wrote, if it did. What was in memory only is dropped then: the file may hold it by
   * now, and what it lacks is read from the library again.
   *
   * @param libraryRevision an index that covers more than that is of another library, and is emptied.
   */
  refresh(libraryRevision: number): void {
    let state = this.#file.readState();
    if (state.revision > libraryRevision) {
      this.#file.clear();
      state = this.#file.readState();
    }
    if (state.generation !== this.#generation) this.#load(state);
  }

  #load(state: IndexState): void {
    const known = new Map(this.#parts.map((part) => [part.storedId, part]));
    const parts: Part[] = [];
    for (const { id } of state.segments) {
      const segment = known.get(id)?.segment ?? this.#readSegment(id);
      if (segment === null) {
        this.clear();
        return;
      }
      const dead = bitsFrom(this.#file.readTombstones(id), segment.count);
      parts.push({ segment, dead, storedId: id, hasNewDead: false, hasDead: countBits(dead) > 0 });
    }
    this.#parts = parts;
    this.#generation = state.generation;
    this.#revision = state.revision;
  }

  #readSegment(id: number): Segment | null {
    const bytes = this.#file.readSegment(id);
    return bytes === null ? null : decodeSegment(bytes);
  }

  /** Empties the index and its file. */
  clear(): void {
    this.#file.clear();
    this.#parts = [];
    this.#generation = this.#file.readState().generation;
    this.#revision = 0;
  }

  /** Takes over changes of the library, the last of which made it `revision`. */
  apply(changes: readonly IndexChange[], revision: number): void {
    for (const change of changes) this.#bury(change.id);
    const articles = changes.filter((change) => !change.removed);
    if (articles.length > 0) {
      const segment = buildSegment(articles);
      this.#parts.push(newPart(segment));
      this.#joinNewest();
    }
    this.#revision = revision;
  }

  #bury(id: number): void {
    for (const part of this.#parts) {
      const article = articleNumber(part.segment, id);
      if (article < 0 || isSet(part.dead, article)) continue;
      setBit(part.dead, article);
      part.hasNewDead = true;
      part.hasDead = true;
    }
  }

  /** Keeps the number of segments in memory small: one is joined with the one before it while that is not much larger. */
  #joinNewest(): void {
    for (;;) {
      const last = this.#parts.at(-1);
      const before = this.#parts.at(-2);
      if (last === undefined || before === undefined || before.storedId !== null) return;
      if (before.segment.count > last.segment.count * 2) return;
      this.#parts.splice(-2, 2, newPart(mergeSegments([before, last])));
    }
  }

  /** Whether enough is in memory to be written: more, while `isBehind`, so that what is written need not be joined again. */
  isDue(isBehind: boolean): boolean {
    return this.unsaved >= (isBehind ? FULL_AT : SAVE_AT);
  }

  /**
   * Writes what is in memory only. Where another process has written meanwhile, takes over its state instead and answers
   * false; then there are changes to read again.
   */
  save(): boolean {
    const small = this.#parts.filter((part) => part.storedId === null || livingCount(part) < SMALL_BELOW);
    if (!this.#replace(small)) return false;
    const partial = this.#parts.filter((part) => livingCount(part) < PARTIAL_BELOW || isHalfDead(part));
    const total = partial.reduce((sum, part) => sum + livingCount(part), 0);
    return total < PARTIAL_BELOW || this.#replace(partial);
  }

  /** Puts one segment in the place of some, in the file and here. */
  #replace(joined: readonly Part[]): boolean {
    const kept = this.#parts.filter((part) => !joined.includes(part));
    const groups = groupBySize(joined).map((group) => mergeSegments(group)).filter((segment) => segment.count > 0);
    const outcome = this.#file.commit({
      generation: this.#generation,
      revision: this.#revision,
      remove: joined.flatMap((part) => part.storedId ?? []),
      add: groups.map((segment) => ({ articles: segment.count, data: encodeSegment(segment) })),
      tombstones: new Map(kept.flatMap((part) => (part.hasNewDead && part.storedId !== null ? [[part.storedId, bytesOf(part.dead)]] : []))),
    });
    if (outcome === null) {
      this.#load(this.#file.readState());
      return false;
    }
    for (const part of kept) part.hasNewDead = false;
    this.#parts = [...kept, ...groups.map((segment, at) => ({ ...newPart(segment), storedId: outcome.ids[at] ?? null }))];
    this.#generation = outcome.generation;
    return true;
  }
}

/** Lots of at most about a full segment's size. */
function groupBySize(parts: readonly Part[]): readonly (readonly Part[])[] {
  const groups: Part[][] = [];
  let size = 0;
  for (const part of parts) {
    const last = groups.at(-1);
    const count = livingCount(part);
    if (last === undefined || size + count > FULL_AT * 1.3) {
      groups.push([part]);
      size = count;
    } else {
      last.push(part);
      size += count;
    }
  }
  return groups;
}

function newPart(segment: Segment): Part {
  return { segment, dead: new Uint32Array(wordsOfBits(segment.count)), storedId: null, hasNewDead: false, hasDead: false };
}

/** How many of a part's articles are valid. */
export function livingCount(part: Part): number {
  return part.segment.count - countBits(part.dead);
}

function isHalfDead(part: Part): boolean {
  return livingCount(part) < part.segment.count / 2;
}

/** The number of an article in a segment, or -1. */
export function articleNumber(segment: Segment, id: number): number {
  let low = 0;
  let high = segment.count - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = segment.ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function bytesOf(bits: Uint32Array): Uint8Array {
  return new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength);
}

function bitsFrom(bytes: Uint8Array | null, count: number): Uint32Array {
  const bits = new Uint32Array(wordsOfBits(count));
  if (bytes !== null) bytesOf(bits).set(bytes.subarray(0, bits.byteLength));
  return bits;
}
