import type { SuggestedFeed } from '../../../contract/domain/feed.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function quoted(text: string): string {
  return `"${text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)}"`;
}

/** Suggested sources as a subscription list (OPML 2.0), which the library takes in without asking the network. */
export function listOf(feeds: readonly SuggestedFeed[]): string {
  const outlines = feeds.map(({ title, feedUrl, siteUrl }) => `<outline type="rss" text=${quoted(title)} xmlUrl=${quoted(feedUrl)} htmlUrl=${quoted(siteUrl)}/>`);
  return `<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>Docbao</title></head><body>${outlines.join('')}</body></opml>`;
}

/** The suggestions by language, and in each by topic, in the order of the list. */
export function grouped(feeds: readonly SuggestedFeed[]): readonly { readonly language: string; readonly topics: readonly (readonly [string, readonly SuggestedFeed[]])[] }[] {
  const languages = [...new Set(feeds.map(({ language }) => language))];
  return languages.map((language) => {
    const own = feeds.filter((feed) => feed.language === language);
    const topics = [...new Set(own.map(({ topic }) => topic))];
    return { language, topics: topics.map((topic) => [topic, own.filter((feed) => feed.topic === topic)] as const) };
  });
}
