import type { ArticleId, ArticleSummary } from '../../contract/domain/article.ts';
import type { SearchHit } from '../../contract/domain/search.ts';
import { getArticleSummaries, listBodiesInUtf8, type ReadableDb } from '../store/index.ts';
import { LEDE } from './fields.ts';
import type { Ranking } from './rank.ts';
import { makeSnippet, snippetAt } from './snippet.ts';
import type { Place } from './stages.ts';

/** What a hit shows of an article. */
interface Shown {
  readonly summary: ArticleSummary;
  /** In UTF-8. */
  readonly body: Buffer;
}

/** The next key of a word brings most of the same articles again: so many are kept, and as many that were shown before them. */
const MOST_REMEMBERED = 250;

/** Reads what the results of a search show; what it read last is to be cleared whenever anything is committed to the library. */
export class HitReader {
  readonly #read: ReadableDb;
  #remembered = new Map<ArticleId, Shown>();
  #before = new Map<ArticleId, Shown>();

  constructor(read: ReadableDb) {
    this.#read = read;
  }

  clear(): void {
    this.#remembered.clear();
    this.#before.clear();
  }

  /** The results from `offset` on; without those that left the library a moment ago. */
  read({ best, terms, placeOf }: Ranking, offset: number): readonly SearchHit[] {
    const ranked = best.slice(offset);
    const shown = this.#shown(ranked.map(({ id }) => id));
    return ranked.flatMap(({ id, score }) => {
      const article = shown.get(id);
      return article === undefined ? [] : [toHit(article.summary, score, snippetOf(article, terms, placeOf(id)))];
    });
  }

  #shown(ids: readonly ArticleId[]): ReadonlyMap<ArticleId, Shown> {
    const found = new Map<ArticleId, Shown>();
    for (const id of ids) {
      const known = this.#remembered.get(id) ?? this.#before.get(id);
      if (known !== undefined) found.set(id, known);
    }
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length > 0) this.#readMissing(missing, found);
    for (const [id, article] of found) this.#remembered.set(id, article);
    if (this.#remembered.size >= MOST_REMEMBERED) {
      this.#before = this.#remembered;
      this.#remembered = new Map();
    }
    return found;
  }

  #readMissing(missing: readonly ArticleId[], found: Map<ArticleId, Shown>): void {
    const bodies = new Map(listBodiesInUtf8(this.#read, missing).map(({ id, text }) => [id, text]));
    for (const summary of getArticleSummaries(this.#read, missing)) {
      const body = bodies.get(summary.id);
      if (body !== undefined) found.set(summary.id, { summary, body });
    }
  }
}

function snippetOf({ summary, body }: Shown, terms: readonly string[], place: Place | null): string {
  const shown = (place?.field === LEDE || body.length === 0) && summary.lede !== null ? Buffer.from(summary.lede) : body;
  return place === null ? makeSnippet(shown.toString(), terms) : snippetAt(shown, terms, place.word);
}

function toHit(summary: ArticleSummary, score: number, snippet: string): SearchHit {
  const { id, title, url, publishedAt, sourceName, isRead, isStarred, imageAsset } = summary;
  return { id, title, url, publishedAt, score, snippet, sourceName, isRead, isStarred, imageAsset };
}
