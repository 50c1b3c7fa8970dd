import { TITLE } from '../fields.ts';
import { readFilter } from './filters.ts';
import { tokenize, type Token } from './tokens.ts';
import type { ResultOrder } from '../../../contract/domain/search.ts';
import type { ParsedQuery, QueryNode } from './tree.ts';
import { queryWords, type QueryWord } from './words.ts';

/** Deeper parentheses are read as if they were not there. */
const DEEPEST = 20;

/**
 * Reads a query (docs/search.md describes the language). Never throws: what is not part of the language, or can't be
 * understood, is words.
 *
 * @param now epoch milliseconds; what `date:7d` counts from
 */
export function parseQuery(query: string, now: number): ParsedQuery {
  return new Parser(tokenize(query), now).parse();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #now: number;
  readonly #misunderstood: string[] = [];
  #at = 0;
  #sort: ResultOrder | null = null;

  constructor(tokens: readonly Token[], now: number) {
    this.#tokens = tokens;
    this.#now = now;
  }

  parse(): ParsedQuery {
    const nodes: QueryNode[] = [];
    // A `)` that closes nothing ends a round of this loop and is passed over.
    while (this.#at < this.#tokens.length) {
      const node = this.#alternatives(0);
      if (node !== null) nodes.push(node);
      this.#at += 1;
    }
    const root = joined('and', nodes);
    const words = root === null ? { run: [], phrases: [], others: [] } : collectWords(root);
    return {
      root,
      run: words.run.length > 0 ? words.run : (words.phrases[0] ?? []),
      scored: [...words.run, ...words.phrases.flat(), ...words.others.flat()],
      terms: [...runTerm(words.run), ...words.phrases.map((phrase) => `"${spelled(phrase)}"`), ...words.others.flatMap(runTerm)],
      sort: this.#sort ?? (root !== null && words.run.length + words.phrases.length + words.others.length === 0 ? 'new' : 'best'),
      misunderstood: this.#misunderstood,
    };
  }

  /** What stands between ORs, as far as the next `)` or the end. */
  #alternatives(depth: number): QueryNode | null {
    const alternatives: QueryNode[] = [];
    for (;;) {
      const node = this.#sequence(depth);
      if (node !== null) alternatives.push(node);
      if (this.#tokens[this.#at]?.kind !== 'or') break;
      this.#at += 1;
    }
    return joined('or', alternatives);
  }

  #sequence(depth: number): QueryNode | null {
    const nodes: QueryNode[] = [];
    for (let token = this.#tokens[this.#at]; token !== undefined && token.kind !== 'close' && token.kind !== 'or'; token = this.#tokens[this.#at]) {
      const node = this.#one(depth);
      if (node !== null) nodes.push(node);
    }
    return joined('and', mergeWords(nodes));
  }

  #one(depth: number): QueryNode | null {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case 'open':
        return this.#group(depth);
      case 'not':
        return this.#excluded(depth);
      case 'quoted':
        return phraseNode(token.text, null);
      case 'words':
        return wordsNode(token.text, token.isLast, null);
      case 'filter':
        return this.#filter(token);
      default:
        return null;
    }
  }

  /** What follows one or more signs of exclusion. */
  #excluded(depth: number): QueryNode | null {
    let isExcluded = true;
    for (; this.#tokens[this.#at]?.kind === 'not'; this.#at += 1) isExcluded = !isExcluded;
    const next = this.#tokens[this.#at]?.kind;
    if (next === undefined || next === 'close' || next === 'or') return null;
    const node = this.#one(depth);
    return node === null || !isExcluded ? node : { kind: 'not', node: closed(node) };
  }

  #group(depth: number): QueryNode | null {
    if (depth >= DEEPEST) return null;
    const node = this.#alternatives(depth + 1);
    if (this.#tokens[this.#at]?.kind === 'close') this.#at += 1;
    return node;
  }

  #filter(token: Extract<Token, { kind: 'filter' }>): QueryNode | null {
    if (token.name === 'title' && token.value !== '') {
      return token.isQuoted ? phraseNode(token.value, TITLE) : wordsNode(token.value, token.isLast, TITLE);
    }
    const read = readFilter(token.name, token.value, token.isQuoted, this.#now);
    if (read?.kind === 'sort') {
      this.#sort = read.order;
      return null;
    }
    if (read?.kind === 'node') return read.node;
    this.#misunderstood.push(token.text);
    return wordsNode(token.text, token.isLast, null);
  }
}

function wordsNode(text: string, isOpen: boolean, field: number | null): QueryNode | null {
  const words = queryWords(text, isOpen);
  return words.length === 0 ? null : { kind: 'words', words, field };
}

function phraseNode(text: string, field: number | null): QueryNode | null {
  const words = queryWords(text, false);
  return words.length === 0 ? null : { kind: 'phrase', words, field };
}

function joined(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  return nodes.length > 1 ? { kind, nodes } : (nodes[0] ?? null);
}

/** Words that follow each other, as one node. */
function mergeWords(nodes: readonly QueryNode[]): QueryNode[] {
  const merged: QueryNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.kind === 'words' && last?.kind === 'words' && node.field === last.field) {
      merged[merged.length - 1] = { ...last, words: [...last.words, ...node.words] };
    } else merged.push(node);
  }
  return merged;
}

/** What must not be there is looked for as whole words and phrases: `-bầu` does not exclude `bầu bì`, nor `ba` all that begins so. */
function closed(node: QueryNode): QueryNode {
  if (node.kind !== 'words') return node;
  return { kind: 'phrase', words: node.words.map((word) => ({ ...word, prefix: null })), field: node.field };
}

interface FoundWords {
  readonly run: readonly QueryWord[];
  readonly phrases: readonly (readonly QueryWord[])[];
  /** Words that a result may have or has in a certain field. */
  readonly others: readonly (readonly QueryWord[])[];
}

function collectWords(root: QueryNode): FoundWords {
  const run: QueryWord[] = [];
  const phrases: (readonly QueryWord[])[] = [];
  const others: (readonly QueryWord[])[] = [];
  const visit = (node: QueryNode, isNeeded: boolean): void => {
    if (node.kind === 'words' && isNeeded && node.field === null) run.push(...node.words);
    else if (node.kind === 'words') others.push(node.words);
    else if (node.kind === 'phrase') phrases.push(node.words);
    else if (node.kind === 'and') for (const inner of node.nodes) visit(inner, isNeeded);
    else if (node.kind === 'or') for (const inner of node.nodes) visit(inner, false);
  };
  visit(root, true);
  return { run, phrases, others };
}

function spelled(words: readonly QueryWord[]): string {
  return words.map(({ text }) => text).join(' ');
}

function runTerm(words: readonly QueryWord[]): readonly string[] {
  return words.length === 0 ? [] : [spelled(words) + (words.at(-1)?.prefix === null ? '' : '*')];
}
