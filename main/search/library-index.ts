import type { IndexFile, IndexState } from '../store/index-file.ts';
import { isSet, setBit } from './bits.ts';
import { freezeArticles } from './freeze.ts';
import type { IndexedArticle } from './fields.ts';
import { mergeSegments, merging } from './merge.ts';
import { articleNumber, livingCount, makePart, type Part } from './part.ts';
import { decodeSegment, encodeSegment, wordsOfBits, type Segment } from './segment.ts';
import { countLibrary, type LibraryCounts } from './score.ts';
import { finish, type Steps } from './steps.ts';

export type IndexChange = { readonly removed: true; readonly id: number } | ({ readonly removed: false } & IndexedArticle);

/** Newest articles stay in memory until there are so many; a crash costs at most indexing them again. */
const SAVE_AT = 2000;
/** Segments in memory; joining them each time would cost more than their number does. */
const MOST_IN_MEMORY = 20;
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
  #counts: LibraryCounts | null = null;

  constructor(file: IndexFile) {
    this.#file = file;
  }

  get revision(): number {
    return this.#revision;
  }

  get parts(): readonly Part[] {
    return this.#parts;
  }

  /** What scores are computed with; kept until the library changes. */
  get counts(): LibraryCounts {
    this.#counts ??= countLibrary(this.#parts);
    return this.#counts;
  }

  /** Articles whose newest state is in memory only. */
  get unsaved(): number {
    return this.#parts.reduce((sum, part) => sum + (part.storedId === null ? livingCount(part) : part.newDead), 0);
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
      parts.push(makePart(segment, bitsFrom(this.#file.readTombstones(id), segment.count), id));
    }
    this.#parts = parts;
    this.#generation = state.generation;
    this.#revision = state.revision;
    this.#counts = null;
  }

  #readSegment(id: number): Segment | null {
    const sections = this.#file.readSegment(id);
    return sections === null ? null : decodeSegment(sections);
  }

  /** Empties the index and its file. */
  clear(): void {
    this.#file.clear();
    this.#parts = [];
    this.#generation = this.#file.readState().generation;
    this.#revision = 0;
    this.#counts = null;
  }

  /** Takes over changes of the library, the last of which made it `revision`. */
  apply(changes: readonly IndexChange[], revision: number): void {
    for (const change of changes) this.#bury(change.id);
    const articles = changes.filter((change) => !change.removed);
    if (articles.length > 0) {
      const segment = freezeArticles(articles);
      this.#parts.push(makePart(segment, null, null));
      this.#joinNewest();
    }
    this.#revision = revision;
    this.#counts = null;
  }

  #bury(id: number): void {
    for (const part of this.#parts) {
      const article = articleNumber(part.segment, id);
      if (article < 0 || isSet(part.dead, article)) continue;
      setBit(part.dead, article);
      part.newDead += 1;
      part.deadCount += 1;
    }
  }

  /** Keeps the number of segments in memory small: past a few, each is joined with the one before it while that is not much larger. */
  #joinNewest(): void {
    if (this.#parts.filter(({ storedId }) => storedId === null).length <= MOST_IN_MEMORY) return;
    const isJoinable = (before: Part | undefined, joined: readonly Part[]): before is Part => {
      const count = joined.reduce((sum, { segment }) => sum + segment.count, 0);
      return before !== undefined && before.storedId === null && before.segment.count <= count * 2;
    };
    const joined = this.#parts.slice(-1);
    for (let before = this.#parts.at(-2); isJoinable(before, joined); before = this.#parts.at(-1 - joined.length)) joined.unshift(before);
    this.#parts.splice(-joined.length, joined.length, makePart(mergeSegments(joined), null, null));
  }

  /** Whether enough is in memory to be written: more, while `isBehind`, so that what is written need not be joined again. */
  isDue(isBehind: boolean): boolean {
    return this.unsaved >= (isBehind ? FULL_AT : SAVE_AT);
  }

  /** As `saving`, at once. */
  save(): boolean {
    return finish(this.saving());
  }

  /**
   * Writes what is in memory only. Where another process has written meanwhile, takes over its state instead and answers
   * false; then there are changes to read again. Between its steps the index may be asked, but not changed; it may be left for good.
   */
  *saving(): Steps<boolean> {
    const small = this.#parts.filter((part) => part.storedId === null || livingCount(part) < SMALL_BELOW);
    if (!(yield* this.#replacing(small))) return false;
    const partial = this.#parts.filter((part) => livingCount(part) < PARTIAL_BELOW || isHalfDead(part));
    const total = partial.reduce((sum, part) => sum + livingCount(part), 0);
    return (total < PARTIAL_BELOW && !partial.some(isHalfDead)) || (yield* this.#replacing(partial));
  }

  /** Puts one segment in the place of some, in the file and here. */
  *#replacing(joined: readonly Part[]): Steps<boolean> {
    const kept = this.#parts.filter((part) => !joined.includes(part));
    const groups: Segment[] = [];
    for (const group of groupBySize(joined)) {
      const segment = yield* merging(group);
      if (segment.count > 0) groups.push(segment);
    }
    const outcome = this.#file.commit({
      generation: this.#generation,
      revision: this.#revision,
      remove: joined.flatMap((part) => part.storedId ?? []),
      add: groups.map((segment) => ({ articles: segment.count, sections: encodeSegment(segment) })),
      tombstones: new Map(kept.flatMap((part) => (part.newDead > 0 && part.storedId !== null ? [[part.storedId, bytesOf(part.dead)]] : []))),
    });
    if (outcome === null) {
      this.#load(this.#file.readState());
      return false;
    }
    for (const part of kept) part.newDead = 0;
    this.#parts = [...kept, ...groups.map((segment, at) => makePart(segment, null, outcome.ids[at] ?? null))];
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

function isHalfDead(part: Part): boolean {
  return livingCount(part) < part.segment.count / 2;
}

function bytesOf(bits: Uint32Array): Uint8Array {
  return new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength);
}

function bitsFrom(bytes: Uint8Array | null, count: number): Uint32Array {
  const bits = new Uint32Array(wordsOfBits(count));
  if (bytes !== null) bytesOf(bits).set(bytes.subarray(0, bits.byteLength));
  return bits;
}
