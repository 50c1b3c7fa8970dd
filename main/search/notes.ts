import type { ArticleId } from '../../contract/domain/article.ts';
import { eachWord, formsOf } from '../../contract/domain/fold.ts';
import { findMatches } from '../../contract/domain/matches.ts';
import { getNotesStamp, listNoteStamps, listSearchNotes, type ReadableDb } from '../store/index.ts';
import { lowerBound } from './filter-cache.ts';
import type { ParsedQuery, QueryNode } from './query/tree.ts';
import type { QueryWord } from './query/words.ts';

/** What a reader wrote or marked, where it holds what was searched for. */
export interface FoundNote {
  readonly kind: 'note' | 'highlight';
  readonly text: string;
}

/** Shorter beginnings of words fit nearly every note. */
const SHORTEST_PREFIX = 2;
const MOST_REMEMBERED = 500;
/** Articles whose notes are read anew at a time. */
const PAGE = 500;

/**
 * The words of notes and highlighted passages, in memory: some 150 ms for 10,000 of them when first asked, and only what changed
 * after that. They are few beside the articles and change whenever a reader likes, so they are no part of the index file.
 */
export class NoteIndex {
  readonly #read: ReadableDb;
  #stamps: ReadonlyMap<ArticleId, string> = new Map();
  readonly #notes = new Map<ArticleId, readonly FoundNote[]>();
  readonly #articlesOf = new Map<string, Set<ArticleId>>();
  /** What was found for words since the notes last changed; what is typed next asks for most of them again. */
  readonly #found = new Map<string, Uint32Array>();
  #sorted: readonly string[] | null = null;
  #stamp = '';
  #isStale = true;

  constructor(read: ReadableDb) {
    this.#read = read;
  }

  /** To be called whenever anything is committed to the library. */
  clear(): void {
    this.#isStale = true;
  }

  /** The query, to be met by the words of notes as by those of the articles. */
  widen(query: ParsedQuery): ParsedQuery {
    this.#refresh();
    return query.root === null || this.#notes.size === 0 ? query : { ...query, root: this.#widened(query.root) };
  }

  #widened(node: QueryNode): QueryNode {
    switch (node.kind) {
      case 'words':
        return node.field === null ? this.#widenedWords(node.words) : node;
      case 'phrase':
        return node.field === null ? either(node, this.#withPhrase(node.words)) : node;
      case 'and':
      case 'or':
        return { kind: node.kind, nodes: node.nodes.map((inner) => this.#widened(inner)) };
      case 'not':
        return { kind: 'not', node: this.#widened(node.node) };
      default:
        return node;
    }
  }

  #widenedWords(words: readonly QueryWord[]): QueryNode {
    const nodes = words.map((word) => either({ kind: 'words', words: [word], field: null }, this.#withWord(word)));
    return nodes.every(({ kind }) => kind === 'words') ? { kind: 'words', words, field: null } : { kind: 'and', nodes };
  }

  /** Ids ascending. */
  #withWord({ folded, prefix }: QueryWord): Uint32Array {
    const begun = prefix !== null && prefix.length >= SHORTEST_PREFIX ? prefix : null;
    return this.#remembered(`${folded} ${begun ?? ''}`, () => {
      const found = new Set(this.#articlesOf.get(folded));
      if (begun !== null) for (const word of this.#wordsFrom(begun)) for (const id of this.#articlesOf.get(word) ?? []) found.add(id);
      return found;
    });
  }

  #withPhrase(words: readonly QueryWord[]): Uint32Array {
    const term = `"${words.map(({ text }) => text).join(' ')}"`;
    return this.#remembered(term, () => {
      const candidates = [...(this.#articlesOf.get(words[0]?.folded ?? '') ?? [])];
      return candidates.filter((id) => this.#notes.get(id)?.some(({ text }) => findMatches(text, [term]).length > 0));
    });
  }

  #remembered(key: string, find: () => Iterable<ArticleId>): Uint32Array {
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const ids = Uint32Array.from(find()).sort();
    if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
    this.#found.set(key, ids);
    return ids;
  }

  /** The words of the notes that begin so. */
  *#wordsFrom(prefix: string): Generator<string> {
    this.#sorted ??= [...this.#articlesOf.keys()].sort();
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    for (let at = low; this.#sorted[at]?.startsWith(prefix) === true; at += 1) yield this.#sorted[at] ?? '';
  }

  /** The newest articles with a note (not just a passage) that holds all of some words, as long as more are asked for. */
  *noted(run: readonly QueryWord[]): Generator<ArticleId> {
    if (run.length === 0 || this.#notes.size === 0) return;
    const lists = run.map((word) => this.#withWord(word)).sort((a, b) => a.length - b.length);
    const [fewest, ...others] = lists;
    for (const id of fewest?.toReversed() ?? []) {
      if (others.every((ids) => holds(ids, id)) && this.find(id, run)?.kind === 'note') yield id;
    }
  }

  /** The note or passage of an article that holds all of some words: a note first. */
  find(id: ArticleId, words: readonly QueryWord[]): FoundNote | null {
    const notes = words.length === 0 ? [] : (this.#notes.get(id) ?? []);
    const holding = notes.filter(({ text }) => holdsAll(text, words));
    return holding.find(({ kind }) => kind === 'note') ?? holding[0] ?? null;
  }

  /** Reads what changed since it was last asked. */
  #refresh(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const stamp = getNotesStamp(this.#read);
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    this.#found.clear();
    this.#sorted = null;
    const stamps = listNoteStamps(this.#read);
    const gone = [...this.#stamps.keys()].filter((id) => stamps.get(id) !== this.#stamps.get(id));
    for (const id of gone) this.#forget(id);
    const changed = [...stamps.keys()].filter((id) => stamps.get(id) !== this.#stamps.get(id));
    for (let from = 0; from < changed.length; from += PAGE) this.#take(changed.slice(from, from + PAGE));
    this.#stamps = stamps;
  }

  #take(ids: readonly ArticleId[]): void {
    const texts = new Map<ArticleId, FoundNote[]>();
    for (const { articleId, note, quote } of listSearchNotes(this.#read, ids)) {
      const list = texts.get(articleId) ?? [];
      if (note !== null && note !== '') list.push({ kind: 'note', text: note });
      list.push({ kind: 'highlight', text: quote });
      texts.set(articleId, list);
    }
    for (const [id, notes] of texts) {
      this.#notes.set(id, notes);
      for (const word of wordsOf(notes)) {
        const articles = this.#articlesOf.get(word);
        if (articles === undefined) this.#articlesOf.set(word, new Set([id]));
        else articles.add(id);
      }
    }
  }

  #forget(id: ArticleId): void {
    for (const word of wordsOf(this.#notes.get(id) ?? [])) this.#articlesOf.get(word)?.delete(id);
    this.#notes.delete(id);
  }
}

function wordsOf(notes: readonly FoundNote[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of notes) eachWord(text, (word) => words.add(formsOf(word).folded));
  return words;
}

function holdsAll(text: string, words: readonly QueryWord[]): boolean {
  const held: string[] = [];
  eachWord(text, (word) => held.push(formsOf(word).folded));
  return words.every(({ folded, prefix }) => held.some((word) => word === folded || (prefix !== null && word.startsWith(prefix))));
}

/** What has the words in its text, or in its notes. */
function either(node: QueryNode, ids: Uint32Array): QueryNode {
  return ids.length === 0 ? node : { kind: 'or', nodes: [node, { kind: 'ids', ids }] };
}

/** Whether an id is among some, ascending. */
function holds(ids: Uint32Array, id: ArticleId): boolean {
  return ids[lowerBound(ids, id)] === id;
}
