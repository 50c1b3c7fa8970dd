import { foldPrefix } from '../../contract/domain/fold.ts';

/** What a text says of one name. */
interface Counted {
  articles: number;
  /** The lower-case word that follows most often, and by how much it leads: `Bộ Giáo` is always followed by `dục`, and is no name. */
  next: string;
  lead: number;
}

interface KnownName {
  readonly text: string;
  readonly kind: 'name';
  /** As it is searched for a beginning: folded, with a space before it. */
  readonly folded: string;
  readonly articles: number;
}

/** Two to five syllables that begin with a capital, and the lower-case word after them. */
const CAPITALISED = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{Ll}\p{M}]*(?: \p{Lu}[\p{Ll}\p{M}]*){1,4}(?![\p{L}\p{M}\p{N}])(?: (\p{Ll}+))?/gu;
/** What stands before the first word of a sentence. */
const SENTENCE_START = /(?:^|[.!?:;…\n])[\s"“”'‘’«»()[\]–-]*$/u;
/** What offices are called begins so and goes on in lower case: `Sở Tài chính`, `Bộ Tài nguyên`. */
const OFFICES: ReadonlySet<string> = new Set(['Ban', 'Bộ', 'Cục', 'Khu', 'Sở', 'Viện', 'Vụ']);
/** How far back the start of a sentence is looked for. */
const LOOK_BACK = 8;
/** A name is one that so many articles have. */
const FEWEST_ARTICLES = 3;
/** Past this, names that one article has are forgotten. */
const MOST_CANDIDATES = 60_000;
/** Followed by one and the same word so much more often than by others, it is the beginning of something longer. */
const SAME_NEXT_SHARE = 0.7;

/** People and places of the library: runs of capitalised syllables that many articles have. */
export class NameCollector {
  readonly #counted = new Map<string, Counted>();
  readonly #seen = new Set<number>();
  #names: readonly KnownName[] | null = null;

  /** Takes up the names of an article, once for each. */
  add(id: number, text: string): void {
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.#names = null;
    for (const [name, next] of namesIn(text)) this.#count(name, next);
    if (this.#counted.size > MOST_CANDIDATES) this.#forgetRare();
  }

  has(id: number): boolean {
    return this.#seen.has(id);
  }

  #count(name: string, next: string): void {
    const known = this.#counted.get(name);
    if (known === undefined) {
      this.#counted.set(name, { articles: 1, next, lead: next === '' ? 0 : 1 });
      return;
    }
    known.articles += 1;
    if (next === '') return;
    if (next === known.next) known.lead += 1;
    else if (known.lead > 0) known.lead -= 1;
    else Object.assign(known, { next, lead: 1 });
  }

  #forgetRare(): void {
    for (const [name, { articles }] of this.#counted) if (articles === 1) this.#counted.delete(name);
  }

  /** The names, the most frequent first. */
  names(): readonly KnownName[] {
    this.#names ??= [...this.#counted]
      .filter(([, { articles, lead }]) => articles >= FEWEST_ARTICLES && lead < articles * SAME_NEXT_SHARE)
      .map(([text, { articles }]): KnownName => ({ text, kind: 'name', folded: ` ${foldPrefix(text)}`, articles }))
      .sort((a, b) => b.articles - a.articles || (a.text < b.text ? -1 : 1));
    return this.#names;
  }
}

/** Every name of a text once, with the lower-case word that follows it first. */
function namesIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(CAPITALISED)) {
    const [whole, next = ''] = match;
    const syllables = whole.slice(0, next === '' ? whole.length : -next.length - 1).split(' ');
    // The first word of a sentence has its capital anyway.
    const isFirst = SENTENCE_START.test(text.slice(Math.max(0, match.index - LOOK_BACK), match.index));
    const name = isFirst ? syllables.slice(1) : syllables;
    const isName = !OFFICES.has(name[0] ?? '') && (name.length > 2 || (name.length === 2 && name.every((syllable) => syllable.length > 1)));
    const spelled = name.join(' ');
    if (isName && !found.has(spelled)) found.set(spelled, next);
  }
  return found;
}
