import type { NewArticle } from '../../../main/store/index.ts';

/** An article of a made-up paper, complete, a day old at the epoch; each name is another one. */
export function newArticle(name: string, change: Partial<NewArticle> = {}): NewArticle {
  const text = `Chữ của bài ${name}.`;
  return {
    feedId: null,
    origin: 'feed',
    url: `https://bao.vn/${name}`,
    urlKey: `bao.vn/${name}`,
    title: `Bài ${name}`,
    lede: null,
    byline: null,
    sourceName: null,
    lang: 'vi',
    dir: 'ltr',
    html: `<p>${text}</p>`,
    text,
    wordCount: 4,
    contentHash: `hash-${name}`,
    images: [],
    offline: 'complete',
    offlineReason: null,
    publishedAt: 86_400_000,
    arrivedAt: 86_400_000,
    enclosures: [],
    ...change,
  };
}
