import type { ArticleId } from '../../contract/domain/article.ts';
import { eachWord, formsOf } from '../../contract/domain/fold.ts';
import { findMatches } from '../../contract/domain/matches.ts';
import { listNoteStamps, listSearchNotes, type ReadableDb } from '../store/index.ts';
import type { ParsedQuery, QueryNode } from './query/tree.ts';
import type { QueryWord } from './query/words.ts';

/** What a reader wrote or marked, where it holds what was searched for. */
export interface FoundNote {
  readonly kind: 'note' | 'highlight';
  readonly text: string;
}

/** Shorter beginnings of words fit nearly every note. */
const SHORTEST_PREFIX = 2;
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

  #withWord({ folded, prefix }: QueryWord): ReadonlySet<ArticleId> {
    const exact = this.#articlesOf.get(folded) ?? new Set<ArticleId>();
    if (prefix === null || prefix.length < SHORTEST_PREFIX) return exact;
    const found = new Set(exact);
    for (const [word, articles] of this.#articlesOf) if (word.startsWith(prefix)) for (const id of articles) found.add(id);
    return found;
  }

  #withPhrase(words: readonly QueryWord[]): ReadonlySet<ArticleId> {
    const term = `"${words.map(({ text }) => text).join(' ')}"`;
    const candidates = [...(this.#articlesOf.get(words[0]?.folded ?? '') ?? [])];
    return new Set(candidates.filter((id) => this.#notes.get(id)?.some(({ text }) => findMatches(text, [term]).length > 0)));
  }

  /** Articles with a note (not just a passage) that holds all of some words. */
  noted(run: readonly QueryWord[]): readonly ArticleId[] {
    if (run.length === 0 || this.#notes.size === 0) return [];
    const [first, ...rest] = run.map((word) => this.#withWord(word));
    const candidates = [...(first ?? [])].filter((id) => rest.every((ids) => ids.has(id)));
    return candidates.filter((id) => this.find(id, run)?.kind === 'note');
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
function either(node: QueryNode, ids: ReadonlySet<ArticleId>): QueryNode {
  return ids.size === 0 ? node : { kind: 'or', nodes: [node, { kind: 'ids', ids: Uint32Array.from(ids).sort() }] };
}
