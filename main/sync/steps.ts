import type { ArticleImageRef, SanitizedHtml } from '../../contract/domain/article.ts';
import type { Enclosure, FullTextMode, ParsedEntry, ParsedFeed } from '../../contract/domain/feed.ts';

/** Entries that are made ready in one step. */
export const ENTRY_BATCH = 25;

/** A feed as parsed, with what tells its entries apart and whether they changed. */
export interface ReadFeed {
  readonly feed: Omit<ParsedFeed, 'entries'>;
  /** Entries that are new or changed, ready to be stored. */
  readonly ready: readonly ReadyEntry[];
  /** The rest of them, where they are too many for one step. */
  readonly rest: readonly KeyedEntry[];
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

/** A page from the user's disk: MHTML by its name, otherwise HTML with what lies beside it. */
export interface SavedPageRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Paths of the files that were saved with an HTML page, from the page's folder, with slashes. */
  readonly beside: readonly string[];
}

export interface SavedPage {
  readonly text: ReadyText;
  /** The page's own address on the web; null where it has none. */
  readonly url: string | null;
  /** Pictures that the file itself holds, under the addresses by which `text` names them. */
  readonly pictures: readonly { readonly src: string; readonly bytes: Uint8Array }[];
  /** Which of `beside` the pictures of `text` are, by the same addresses. */
  readonly files: readonly { readonly src: string; readonly path: string }[];
  /** The page as UTF-8, to be extracted again one day. */
  readonly brotli: Uint8Array;
}

/** What was pasted or dropped as text. */
export interface Clip {
  readonly text: string;
  /** The same with its markup, where the clipboard has it. */
  readonly html: string | null;
  /** The page that it was taken from, where that is known. */
  readonly url: string | null;
}

/** CPU work on fetched bytes, each done in a step worker: name -> request and response. */
export interface Steps {
  readFeed: { request: { bytes: Uint8Array; contentType: string | null; url: string; kind: 'feed' | 'page'; fullText: FullTextMode; known: ReadonlyMap<string, string> }; response: ReadFeed };
  readyEntries: { request: { entries: readonly KeyedEntry[]; feedUrl: string; feedTitle: string; siteUrl: string | null; language: string | null; fullText: FullTextMode }; response: readonly ReadyEntry[] };
  inspect: { request: { bytes: Uint8Array; contentType: string | null; url: string }; response: Inspection };
  readPage: { request: { bytes: Uint8Array; contentType: string | null; url: string; hints: PageHints; wantsSmallImages: boolean }; response: { text: ReadyText; brotli: Uint8Array; nextPageUrl: string | null; variantUrls: readonly string[] } };
  /** A whole page, with nothing that runs or phones home. */
  sanitizePage: { request: { bytes: Uint8Array; contentType: string | null; url: string }; response: SanitizedHtml };
  /** The keys under which texts that are alike find each other. */
  signTexts: { request: { texts: readonly string[] }; response: readonly (readonly number[])[] };
  /** How much of one text stands in each of the others, 0 to 1. */
  compareTexts: { request: { text: string; others: readonly string[] }; response: readonly number[] };
  readSavedPage: { request: SavedPageRequest; response: SavedPage };
  readClip: { request: Clip; response: ReadyText };
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
