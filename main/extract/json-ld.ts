import type { DomDocument } from './dom.ts';

/** What schema.org data says of the article; absent where it says nothing. */
export interface ArticleData {
  readonly headline: string | null;
  readonly description: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly image: string | null;
  readonly body: string | null;
  readonly isFree: boolean | null;
  readonly language: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review|SocialMediaPosting)$/;
const MAX_NODES = 2000;

/** The richest article among the page's `application/ld+json` blocks, or null. */
export function readArticleData(document: DomDocument): ArticleData | null {
  const articles: Json[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    collectArticles(parseLoosely(script.textContent), articles, { left: MAX_NODES });
  }
  articles.sort((a, b) => Object.keys(b).length - Object.keys(a).length);
  const [best] = articles;
  return best === undefined ? null : toArticleData(best);
}

/** Pages write raw line breaks into strings and wrap the block in CDATA or a comment. */
function parseLoosely(text: string): unknown {
  const source = text.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g, '').trim().replace(/;$/, '');
  try {
    return JSON.parse(source);
  } catch {
    try {
      return JSON.parse(source.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1'));
    } catch {
      return null;
    }
  }
}

function collectArticles(value: unknown, found: Json[], budget: { left: number }): void {
  budget.left -= 1;
  if (budget.left < 0) return;
  if (Array.isArray(value)) {
    for (const item of value) collectArticles(item, found, budget);
    return;
  }
  if (!isJson(value)) return;
  const types = [value['@type']].flat().filter((type) => typeof type === 'string');
  if (types.some((type) => ARTICLE_TYPE.test(type))) found.push(value);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement']) {
    if (typeof value[key] === 'object') collectArticles(value[key], found, budget);
  }
}

function toArticleData(data: Json): ArticleData {
  const free = data['isAccessibleForFree'];
  return {
    headline: string(data['headline']) ?? string(data['name']),
    description: string(data['description']),
    authors: [data['author'] ?? data['creator']].flat().map(personName).filter((name) => name !== null),
    publisher: personName([data['publisher']].flat()[0]),
    published: string(data['datePublished']) ?? string(data['dateCreated']),
    modified: string(data['dateModified']),
    image: imageOf(data['image']) ?? imageOf(data['thumbnailUrl']),
    body: string(data['articleBody']),
    isFree: typeof free === 'boolean' ? free : typeof free === 'string' ? !/^false$/i.test(free) : null,
    language: string(data['inLanguage']),
  };
}

function personName(value: unknown): string | null {
  if (typeof value === 'string') return string(value);
  return isJson(value) ? string([value['name']].flat()[0]) : null;
}

function imageOf(value: unknown): string | null {
  const [first] = [value].flat();
  return isJson(first) ? string(first['url']) ?? string(first['contentUrl']) : string(first);
}

function string(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
