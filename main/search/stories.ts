import { isSet } from './bits.ts';
import { articleNumber, type Part } from './part.ts';
import { listFollowers, type ReadableDb } from '../store/index.ts';

/** Where an article stands: part and number in its segment. */
interface Standing {
  readonly part: number;
  readonly article: number;
}

/** Articles that tell the same story as another: results show one of them, the others folded under it. */
export class Stories {
  readonly #read: ReadableDb;
  #parts: readonly Part[] | null = null;
  #revision = -1;
  /** Pairs of a follower and its lead. */
  #pairs: readonly (readonly [Standing, Standing])[] = [];

  constructor(read: ReadableDb) {
    this.#read = read;
  }

  /** To be called whenever anything is committed to the library. */
  clear(): void {
    this.#parts = null;
  }

  /** Takes out of what was found every article whose lead was found, too. */
  fold(parts: readonly Part[], revision: number, matching: readonly Uint32Array[]): void {
    if (this.#parts !== parts || this.#revision !== revision) this.#locate(parts, revision);
    for (const [follower, lead] of this.#pairs) {
      const bits = matching[follower.part];
      const leadBits = matching[lead.part];
      if (bits === undefined || leadBits === undefined || !isSet(bits, follower.article) || !isSet(leadBits, lead.article)) continue;
      const at = follower.article >>> 5;
      bits[at] = (bits[at] ?? 0) & ~(1 << (follower.article & 31));
    }
  }

  #locate(parts: readonly Part[], revision: number): void {
    this.#parts = parts;
    this.#revision = revision;
    this.#pairs = listFollowers(this.#read).flatMap(({ id, leadId }) => {
      const follower = standing(parts, id);
      const lead = standing(parts, leadId);
      return follower === null || lead === null ? [] : [[follower, lead] as const];
    });
  }
}

function standing(parts: readonly Part[], id: number): Standing | null {
  for (let part = parts.length - 1; part >= 0; part -= 1) {
    const found = parts[part];
    const article = found === undefined ? -1 : articleNumber(found.segment, id);
    if (found !== undefined && article >= 0 && !isSet(found.dead, article)) return { part, article };
  }
  return null;
}
