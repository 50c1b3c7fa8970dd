import type { Article, ArticleSummary } from '../../../contract/domain/article.ts';
import { getArticle, listArticles, listArticleTags, markArticles } from '../../store/index.ts';
import { countOption, idOf, isoTime, UsageError, type Command } from '../command.ts';
import { changeOf, checkView, MARK_OPTIONS, VIEW_OPTIONS, viewOf } from './organise.ts';

export const list: Command = {
  usage: '[--unread|--starred|--archived|--queued|--feed <id>|--tag <tag>] [--limit n] [--offset n]',
  summary: 'list articles, newest first',
  options: { ...VIEW_OPTIONS, limit: { type: 'string' }, offset: { type: 'string' } },
  words: [0, 0],
  check(input) {
    checkView(input);
    countOption(input, 'limit', 50);
    countOption(input, 'offset', 0);
  },
  async run(library, input, output) {
    const view = viewOf(library.store.read, input);
    const { total, articles } = listArticles(library.store.read, view, countOption(input, 'limit', 50), countOption(input, 'offset', 0));
    output.answer({ total, articles: articles.map(row) }, [`${total} articles`, ...articles.map(line)].join('\n'));
  },
};

function row({ id, title, feedId, url, publishedAt, isRead, isStarred, lede, offline }: ArticleSummary): Record<string, unknown> {
  return { id, title, feedId, url, publishedAt: isoTime(publishedAt), isRead, isStarred, lede, offline };
}

function line({ id, title, publishedAt, isRead, isStarred, sourceName }: ArticleSummary): string {
  return `${id}  ${isRead ? ' ' : '•'}${isStarred ? '★' : ' '} ${isoTime(publishedAt)?.slice(0, 10)}  ${title}${sourceName === null ? '' : `  (${sourceName})`}`;
}

export const show: Command = {
  usage: '<id> [--text|--html]',
  summary: 'print an article',
  options: { text: { type: 'boolean' }, html: { type: 'boolean' } },
  words: [1, 1],
  check({ words, options }) {
    idOf(words[0], 'an article');
    if (options['text'] === true && options['html'] === true) throw new UsageError('--text and --html can\'t be combined.');
  },
  async run(library, { words, options }, output) {
    const article = getArticle(library.store.read, idOf(words[0], 'an article'));
    const html = withStoredImages(article);
    output.answer({ ...describe(article, html), tags: listArticleTags(library.store.read, article.id) }, options['html'] === true ? html : options['text'] === true ? article.text : asText(article));
  },
};

function describe(article: Article, html: string): Record<string, unknown> {
  const { id, title, lede, byline, sourceName, publishedAt, updatedAt, lang, url, text, wordCount, offline, offlineReason, isRead, isStarred, feedId } = article;
  const images = article.images.map(({ src, caption, asset, error }) => ({ src, caption, stored: asset !== null, asset, error }));
  return { id, title, lede, byline, sourceName, publishedAt: isoTime(publishedAt), updatedAt: isoTime(updatedAt), lang, url, feedId, isRead, isStarred, text, html, images, wordCount, offline, offlineReason: offlineReason?.message ?? null };
}

/** The body with stored images pointing into the library; nothing in it points to the network but links. */
function withStoredImages({ html, images }: Article): string {
  const assets = new Map(images.flatMap((image) => (image.asset === null ? [] : [[escapeAttribute(image.src), image.asset] as const])));
  return html.replace(/<img data-src="([^"]*)"/g, (tag, src: string) => {
    const asset = assets.get(src);
    return asset === undefined ? tag : `<img src="docbao-asset://library/${asset}"`;
  });
}

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function asText(article: Article): string {
  const about = [article.sourceName, article.byline, isoTime(article.publishedAt), article.url].filter((part) => part !== null);
  return [article.title, about.join(' · '), article.lede, article.text].filter((part) => part !== null && part !== '').join('\n\n');
}

export const mark: Command = {
  usage: '<id>... --read|--unread|--starred|--unstarred|--archived|--unarchived|--queued|--unqueued',
  summary: 'change the status of articles',
  options: MARK_OPTIONS,
  words: [1, 100_000],
  check(input) {
    changeOf(input);
    for (const word of input.words) idOf(word, 'an article');
  },
  async run(library, input, output) {
    const ids = input.words.map((word) => idOf(word, 'an article'));
    for (const id of ids) getArticle(library.store.read, id);
    const changed = markArticles(library.store.write, ids, changeOf(input), Date.now());
    output.answer({ marked: ids.length, changed }, `${changed} changed.`);
  },
};
