import type { ArticleId } from '../../contract/domain/article.ts';
import type { SearchHit } from '../../contract/domain/search.ts';
import { listFollowersOf, type ReadableDb } from '../store/index.ts';
import type { Ranked } from './best.ts';
import { isSet } from './bits.ts';
import type { NoteIndex } from './notes.ts';
import { articleNumber, type Part } from './part.ts';
import type { ParsedQuery } from './query/tree.ts';
import type { Ranking } from './rank.ts';
import { makeSnippet } from './snippet.ts';

/** So many articles go before all others because the reader's own note has the words. */
const MOST_NOTED = 3;

/** Puts articles whose notes a reader wrote with these very words before what papers wrote. */
export function notedFirst(ranking: Ranking, query: ParsedQuery, parts: readonly Part[], notes: NoteIndex, limit: number): Ranking {
  if (query.sort !== 'best') return ranking;
  const noted: ArticleId[] = [];
  for (const id of notes.noted(query.run)) {
    if (isMatching(parts, ranking.matching, id)) noted.push(id);
    if (noted.length === MOST_NOTED) break;
  }
  if (noted.length === 0) return ranking;
  const score = ranking.best[0]?.score ?? 0;
  const first = noted.map((id): Ranked => ({ id, score }));
  return { ...ranking, best: [...first, ...ranking.best.filter(({ id }) => !noted.includes(id))].slice(0, limit) };
}

function isMatching(parts: readonly Part[], matching: readonly Uint32Array[], id: ArticleId): boolean {
  return parts.some(({ segment }, at) => {
    const article = articleNumber(segment, id);
    const bits = matching[at];
    return article >= 0 && bits !== undefined && isSet(bits, article);
  });
}

/** The hits with what they show besides the article's own words: the note that was found, and who else tells the story. */
export function withExtras(hits: readonly SearchHit[], query: ParsedQuery, terms: readonly string[], notes: NoteIndex, read: ReadableDb): readonly SearchHit[] {
  const followers = listFollowersOf(read, hits.map(({ id }) => id));
  return hits.map((hit) => {
    const others = followers.filter(({ leadId }) => leadId === hit.id).map(({ id, title, sourceName }) => ({ id, title, sourceName }));
    const found = notes.find(hit.id, query.run);
    return {
      ...hit,
      ...(found === null ? {} : { foundIn: found.kind, snippet: makeSnippet(found.text, terms) }),
      ...(others.length === 0 ? {} : { others }),
    };
  });
}
