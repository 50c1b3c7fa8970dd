import type { ReaderError } from './result.ts';

export type FeedId = number;
export type FolderId = number;

/** `page` is a list page of a site without a feed, whose article links are followed. */
export type FeedFormat = 'rss' | 'atom' | 'json' | 'page';

/** A document that lists entries, as received: the output of `parseFeed`. Strings are NFC, trimmed, entities decoded. */
export interface ParsedFeed {
  readonly format: FeedFormat;
  readonly title: string;
  readonly description: string | null;
  /** The page that the feed belongs to, absolute. */
  readonly siteUrl: string | null;
  /** The feed's own address as it states it (atom:link rel=self, feed_url), absolute. */
  readonly selfUrl: string | null;
  readonly iconUrl: string | null;
  /** BCP 47, as the feed declares it. */
  readonly language: string | null;
  /** How long the feed asks to be left alone, in minutes (rss ttl, sy:updatePeriod). */
  readonly ttlMinutes: number | null;
  /** Hours (0-23, UTC) at which the feed asks not to be fetched. */
  readonly skipHours: readonly number[];
  readonly entries: readonly ParsedEntry[];
}

/** An item of a feed as received. HTML here is hostile: it has not been sanitised. */
export interface ParsedEntry {
  /** guid / atom:id / id; null where the feed has none. */
  readonly guid: string | null;
  /** The article's page, absolute; null where the entry links nowhere. */
  readonly url: string | null;
  /** Plain text. Empty where the entry has none. */
  readonly title: string;
  /** description / summary, HTML. */
  readonly summaryHtml: string | null;
  /** content:encoded / atom:content / content_html, HTML. */
  readonly contentHtml: string | null;
  readonly author: string | null;
  /** Milliseconds since 1970-01-01T00:00Z; null where there is no date or none that can be understood. */
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly categories: readonly string[];
  readonly enclosures: readonly Enclosure[];
  /** The picture that the entry declares for itself (media:thumbnail, media:content, itunes:image), absolute. */
  readonly imageUrl: string | null;
}

/** Media attached to an entry (RSS 2.0 enclosure, atom:link rel=enclosure, JSON Feed attachments). */
export interface Enclosure {
  readonly url: string;
  readonly mimeType: string | null;
  /** Bytes, as the feed states them. */
  readonly length: number | null;
  /** Seconds. */
  readonly durationSeconds: number | null;
  readonly title: string | null;
}

/** Media of a stored article: where the feed says it is, and the file where it was kept. */
export interface StoredEnclosure extends Enclosure {
  readonly position: number;
  /** Name of the stored asset; null where it was not downloaded. */
  readonly asset: string | null;
  /** Bytes of the stored file. */
  readonly storedBytes: number | null;
}

/** A feed that an address led to; shown to the user before subscribing. */
export interface FeedCandidate {
  readonly feedUrl: string;
  readonly title: string;
  readonly siteUrl: string | null;
  readonly format: FeedFormat;
  readonly entryCount: number;
  /** The first few titles, to recognise the feed by. */
  readonly sampleTitles: readonly string[];
  readonly isSubscribed: boolean;
}

/** The user's choice to follow a feed, with what the last syncs said of it. Times are epoch milliseconds. */
export interface Feed {
  readonly id: FeedId;
  readonly feedUrl: string;
  readonly siteUrl: string | null;
  readonly title: string;
  readonly folderId: FolderId | null;
  /** Its place among the feeds of its folder. */
  readonly position: number;
  readonly iconAsset: string | null;
  readonly unreadCount: number;
  readonly articleCount: number;
  readonly addedAt: number;
  /** When the last sync of this feed ended, whatever its outcome. */
  readonly lastSyncAt: number | null;
  readonly lastSuccessAt: number | null;
  readonly lastError: ReaderError | null;
  /** Since when every sync has failed; null where the last one went well. */
  readonly failingSince: number | null;
  /** The server said that the feed is gone for good (410): it is asked only when the user asks. */
  readonly isStopped: boolean;
  readonly nextSyncAt: number | null;
}

/** A folder of subscriptions, and of folders. */
export interface Folder {
  readonly id: FolderId;
  /** Null at the top. */
  readonly parentId: FolderId | null;
  readonly title: string;
  /** Its place among the folders of its folder. */
  readonly position: number;
  /** Whether what is in it is hidden in the sidebar. */
  readonly isCollapsed: boolean;
  /** Unread articles of its feeds and of the folders inside it, each counted once. */
  readonly unreadCount: number;
}

/** A subscription that Docbao suggests; comes with the application (`resources/suggested-feeds.json`). */
export interface SuggestedFeed {
  readonly feedUrl: string;
  readonly title: string;
  readonly siteUrl: string;
  readonly language: string;
  readonly topic: string;
  /** Whether we saw the feed answer, only know it to be long in use, or guess its address. */
  readonly evidence: 'seen' | 'long-in-use' | 'guess';
}

/** Whether an article's page is fetched: where the feed has less than the article, always, or never. */
export type FullTextMode = 'auto' | 'always' | 'never';

/** What the user decides for one feed. */
export interface FeedOptions {
  readonly fullText: FullTextMode;
  /** How many articles are kept; null keeps all. Unread and starred ones are always kept. */
  readonly keepCount: number | null;
  /** For how many days articles are kept; null keeps them for ever. */
  readonly keepDays: number | null;
}

/** How a feed is: what its health page shows. Times are epoch milliseconds. */
export interface FeedHealth extends FeedOptions {
  readonly feedId: FeedId;
  readonly lastSuccessAt: number | null;
  readonly lastSyncAt: number | null;
  readonly lastError: ReaderError | null;
  /** Since when every sync has failed; null where the last one went well. */
  readonly failingSince: number | null;
  readonly nextSyncAt: number | null;
  /** The server said that the feed is gone for good (410): it is asked only when the user asks. */
  readonly isStopped: boolean;
  /** What this feed, its pages and images have cost so far, bytes over the network. */
  readonly receivedBytes: number;
  readonly articles: number;
  readonly complete: number;
  readonly partial: number;
  readonly summary: number;
}

/** What came of taking in a subscription list (OPML). */
export interface ImportedSubscriptions {
  /** How many the list names. */
  readonly feeds: number;
  /** How many are new in the library. */
  readonly added: number;
  /** What can't be subscribed to, and why. */
  readonly skipped: readonly { readonly url: string; readonly message: string }[];
}
