import type { ArticleImageRef } from '../../contract/domain/article.ts';
import type { Enclosure, FullTextMode, ParsedEntry, ParsedFeed } from '../../contract/domain/feed.ts';

/** A feed as parsed, with what tells its entries apart and whether they changed. */
export interface ReadFeed {
  readonly feed: Omit<ParsedFeed, 'entries'>;
  readonly entries: readonly KeyedEntry[];
}

export interface KeyedEntry {
  readonly key: string;
  readonly hash: string;
  readonly entry: ParsedEntry;
}

/** Text that is ready to be stored: extracted, sanitised, counted. Images have no assets yet. */
export interface ReadyText {
  readonly title: string;
  readonly lede: string | null;
  readonly byline: string | null;
  readonly sourceName: string | null;
  readonly publishedAt: number | null;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly canonicalUrl: string | null;
  readonly html: string;
  readonly text: string;
  readonly wordCount: number;
  readonly images: readonly ArticleImageRef[];
  readonly contentHash: string;
}

/** A feed's entry ready to be stored. */
export interface ReadyEntry {
  readonly key: string;
  readonly hash: string;
  readonly url: string | null;
  readonly text: ReadyText;
  readonly enclosures: readonly Enclosure[];
  /** Whether the feed holds less than the article, so that its page has to be asked. */
  readonly needsPage: boolean;
}

/** What an address answered with, as far as subscribing is concerned. */
export type Inspection =
  | { readonly kind: 'feed'; readonly feed: Omit<ParsedFeed, 'entries'>; readonly entryCount: number; readonly sampleTitles: readonly string[] }
  | { readonly kind: 'page'; readonly title: string | null; readonly links: readonly string[]; readonly listPages: readonly string[]; readonly listedTitles: readonly string[] };

/** CPU work on fetched bytes, each done in a step worker: name -> request and response. */
export interface Steps {
  readFeed: { request: { bytes: Uint8Array; contentType: string | null; url: string; kind: 'feed' | 'page' }; response: ReadFeed };
  readyEntries: { request: { entries: readonly KeyedEntry[]; feedUrl: string; feedTitle: string; siteUrl: string | null; language: string | null; fullText: FullTextMode }; response: readonly ReadyEntry[] };
  inspect: { request: { bytes: Uint8Array; contentType: string | null; url: string }; response: Inspection };
  readPage: { request: { bytes: Uint8Array; contentType: string | null; url: string; hints: PageHints }; response: { text: ReadyText; brotli: Uint8Array; nextPageUrl: string | null; variantUrls: readonly string[] } };
  /** The keys under which texts that are alike find each other. */
  signTexts: { request: { texts: readonly string[] }; response: readonly (readonly number[])[] };
  /** How much of one text stands in each of the others, 0 to 1. */
  compareTexts: { request: { text: string; others: readonly string[] }; response: readonly number[] };
  readFile: { request: { name: string; bytes: Uint8Array; baseUrl: string | null }; response: ReadyText };
}

/** What the feed said of an article, for where its page is silent. */
export interface PageHints {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedAt: number | null;
  readonly lede: string | null;
}

export type StepName = keyof Steps;
export type StepRequest<Name extends StepName> = Steps[Name]['request'];
export type StepResponse<Name extends StepName> = Steps[Name]['response'];
export type StepHandlers = { readonly [Name in StepName]: (request: StepRequest<Name>) => StepResponse<Name> };
