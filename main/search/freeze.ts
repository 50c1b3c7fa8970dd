import MiniSearch, { type Options } from 'minisearch';
import { eachWord, formsOf, type WordForms } from '../../contract/domain/fold.ts';
import { assembleSegment, type WordCounts } from './assemble.ts';
import { FIELDS, type IndexedArticle } from './fields.ts';
import type { Segment } from './segment.ts';

/** MiniSearch, with what it has counted open to be read. */
class Indexer extends MiniSearch<IndexedArticle> {
  constructor(options: Options<IndexedArticle>) {
    super(options);
    const index = this._index;
    const fetch = index.fetch.bind(index);
    const known = new Map<string, ReturnType<typeof fetch>>();
    // Asked for each word of each text: the way down the tree is taken once for each different one, a fifth of all that indexing takes.
    index.fetch = (word, initial) => {
      const found = known.get(word) ?? fetch(word, initial);
      known.set(word, found);
      return found;
    };
  }

  /** Word by word; articles are numbered in the order in which they were added. */
  counts(): WordCounts {
    return (word, field) => this._index.get(word)?.get(field);
  }
}

/** Notes the words of texts in order, as numbered variants. */
class StreamRecorder {
  readonly variants: WordForms[] = [];
  readonly streamStart: number[] = [0];
  readonly #numbers = new Map<string, number>();
  #stream = new Uint32Array(1 << 16);
  #length = 0;

  /** The folded words of the next field of the next article. */
  read(text: string): string[] {
    const words: string[] = [];
    eachWord(text, (word) => {
      const forms = formsOf(word);
      if (forms.folded === '') return;
      words.push(forms.folded);
      this.#note(forms);
    });
    this.streamStart.push(this.#length);
    return words;
  }

  #note(forms: WordForms): void {
    let number = this.#numbers.get(forms.marked);
    if (number === undefined) {
      number = this.variants.length;
      this.#numbers.set(forms.marked, number);
      this.variants.push(forms);
    }
    if (this.#length === this.#stream.length) {
      const longer = new Uint32Array(this.#length * 2);
      longer.set(this.#stream);
      this.#stream = longer;
    }
    this.#stream[this.#length] = number;
    this.#length += 1;
  }

  get stream(): Uint32Array {
    return this.#stream.subarray(0, this.#length);
  }
}

/**
 * Indexes articles with MiniSearch and freezes what it has into a segment. Ids must differ from each other, and there may
 * be 65,535 articles at most.
 */
export function freezeArticles(articles: readonly IndexedArticle[]): Segment {
  const recorder = new StreamRecorder();
  const indexer = new Indexer({
    fields: [...FIELDS],
    extractField: (article, field) => (field === 'id' ? article.id : (article[field as keyof IndexedArticle] ?? '')),
    tokenize: (text) => recorder.read(text),
    processTerm: (word) => word,
  });
  const sorted = [...articles].sort((a, b) => a.id - b.id);
  indexer.addAll(sorted);
  const { variants, streamStart, stream } = recorder;
  return assembleSegment({ ids: Uint32Array.from(sorted, ({ id }) => id), variants, streamStart: Uint32Array.from(streamStart), stream }, indexer.counts());
}
