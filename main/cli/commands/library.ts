import { findMatches } from '../../../contract/domain/matches.ts';
import type { SearchHit } from '../../../contract/domain/search.ts';
import { getArticle } from '../../store/index.ts';
import { countOption, idOf, isoTime, type Command } from '../command.ts';

export const search: Command = {
  usage: '<query> [--limit n] [--offset n] [--facets]',
  summary: 'find articles, with or without Vietnamese marks',
  options: { limit: { type: 'string' }, offset: { type: 'string' }, facets: { type: 'boolean' } },
  words: [1, 1000],
  takesQuery: true,
  check(input) {
    countOption(input, 'limit', 20, 1);
    countOption(input, 'offset', 0);
  },
  async run(library, input, output) {
    await library.indexed();
    const request = { query: input.words.join(' '), limit: Math.min(countOption(input, 'limit', 20, 1), 200), offset: countOption(input, 'offset', 0) };
    const found = await library.search.query({ ...request, withFacets: input.options['facets'] === true });
    const hits = found.hits.map((hit) => describeHit(hit, found.terms));
    for (const piece of found.misunderstood ?? []) output.progress(`“${piece}” was searched as words: it is no filter that Docbao knows.`);
    if (found.corrected != null) output.progress(`Searched for “${found.corrected}” as well.`);
    const lines = found.hits.map(hitLine);
    output.answer({ total: found.total, tookMs: found.tookMs, hits, ...(found.facets === undefined ? {} : { facets: found.facets }) }, [`${found.total} found in ${found.tookMs} ms`, ...lines].join('\n'));
  },
};

function describeHit({ id, title, url, publishedAt, score, snippet, foundIn, others }: SearchHit, terms: readonly string[]): Record<string, unknown> {
  const more = { ...(foundIn === undefined ? {} : { foundIn }), ...(others === undefined ? {} : { others }) };
  return { id, title, url, publishedAt: isoTime(publishedAt), score, snippet, matches: { title: findMatches(title, terms), snippet: findMatches(snippet, terms) }, ...more };
}

function hitLine({ id, title, snippet }: SearchHit): string {
  return `${id}  ${title}\n    ${snippet.replace(/\s+/g, ' ')}`;
}

export const suggest: Command = {
  usage: '<text> [--limit n]',
  summary: 'what could be searched for, beginning so',
  options: { limit: { type: 'string' } },
  words: [1, 100],
  check(input) {
    countOption(input, 'limit', 8, 1);
  },
  async run(library, input, output) {
    await library.indexed();
    const suggestions = await library.search.suggest(input.words.join(' '), Math.min(countOption(input, 'limit', 8, 1), 50));
    output.answer({ suggestions }, suggestions.map(({ text, kind }) => `${text}  (${kind})`).join('\n'));
  },
};

export const related: Command = {
  usage: '<id> [--limit n]',
  summary: 'articles about the same as one',
  options: { limit: { type: 'string' } },
  words: [1, 1],
  check(input) {
    idOf(input.words[0], 'an article');
    countOption(input, 'limit', 10, 1);
  },
  async run(library, input, output) {
    await library.indexed();
    const { id } = getArticle(library.store.read, idOf(input.words[0], 'an article'));
    const hits = await library.search.related(id, Math.min(countOption(input, 'limit', 10, 1), 100));
    output.answer({ hits: hits.map((hit) => describeHit(hit, [])) }, hits.map(hitLine).join('\n'));
  },
};

export const reindex: Command = {
  usage: '',
  summary: 'throw the search index away and build it anew from the library',
  options: {},
  words: [0, 0],
  async run(library, _input, output) {
    const started = Date.now();
    await library.search.rebuild();
    const { articles } = await library.stats();
    const ms = Date.now() - started;
    output.answer({ articles, ms }, `${articles} articles indexed in ${ms} ms.`);
  },
};

export const check: Command = {
  usage: '',
  summary: 'check the database, the index and the stored images',
  options: {},
  words: [0, 0],
  async run(library, _input, output) {
    const result = await library.check();
    output.answer(result, result.ok ? 'The library is sound.' : result.problems.join('\n'));
    if (!result.ok) output.failure(`${result.problems.length} problems were found.`);
  },
};

export const reextract: Command = {
  usage: '',
  summary: 'extract every article anew from its stored page',
  options: {},
  words: [0, 0],
  async run(library, _input, output) {
    const abort = new AbortController();
    const stop = (): void => abort.abort();
    process.once('SIGINT', stop);
    let told = 0;
    const outcome = await library.reextract((done, total) => {
      if (done - told < 100 && done < total) return;
      told = done;
      output.progress(`${done}/${total} articles`);
    }, abort.signal);
    process.off('SIGINT', stop);
    output.answer(outcome, `${outcome.changed} of ${outcome.articles} changed, ${outcome.kept} kept as they were better before, ${outcome.failed.length} failed.`);
    if (abort.signal.aborted) output.failure('Cancelled; what was done stays done.');
  },
};

export const stats: Command = {
  usage: '',
  summary: 'count feeds, articles, images and bytes',
  options: {},
  words: [0, 0],
  async run(library, _input, output) {
    const found = await library.stats();
    output.answer(found, Object.entries(found).map(([name, value]) => `${name}: ${value}`).join('\n'));
  },
};
