import type { FeedId, FolderId, StoredEnclosure } from './feed.ts';
import type { TagId, TagLabel } from './organising.ts';
import type { ReaderError } from './result.ts';

export type ArticleId = number;

/**
 * How ready an article is to be read with no network: `complete` has its full text and every image; `partial` lacks
 * images; `summary` has only what the feed said.
 */
export type OfflineState = 'complete' | 'partial' | 'summary';

/** Why an article is not complete, as facts that the interface turns into a sentence. */
export interface OfflineReason {
  /**
   * Its page or images have not been asked for yet; its page failed; images failed; the day's data limit is reached; the network is paid
   * by the megabyte; or the user wants no images.
   */
  readonly why: 'pending' | 'page-failed' | 'images-missing' | 'data-limit' | 'metered' | 'images-off';
  /** The plain English sentence, for logs and the command line. */
  readonly message: string;
  /** What went wrong with the page, where that is why. */
  readonly error?: ReaderError;
  /** Images that are missing, of how many. */
  readonly missing?: number;
  readonly total?: number;
}

/** Where an article came from. */
export type ArticleOrigin = 'feed' | 'saved-page' | 'saved-file' | 'starter';

/** What is found in a page: the output of `extractArticle`. `html` is hostile until sanitised. */
export interface ExtractedArticle {
  readonly title: string;
  /** The opening summary (sapo), plain text, not repeated in `html`. */
  readonly lede: string | null;
  readonly byline: string | null;
  /** The paper or site by name. */
  readonly sourceName: string | null;
  /** Epoch milliseconds. */
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  /** BCP 47. */
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly canonicalUrl: string | null;
  readonly leadImageUrl: string | null;
  /** Body fragment: block elements, `<figure><img><figcaption>`; every URL absolute; images at their best `src`. */
  readonly html: string;
  readonly wordCount: number;
}

/** The output of `sanitizeHtml`: an allow-listed fragment in canonical form, and what it refers to. */
export interface SanitizedHtml {
  /**
   * The fragment. It holds no `src`, `srcset`, `style` or event attribute: an image is
   * `<img data-src="https://..." alt="..." width height>`, and gets its `src` only when it is served from the library.
   */
  readonly html: string;
  /** Plain text, one paragraph a line, NFC, without captions' duplicates; what is indexed. */
  readonly text: string;
  readonly images: readonly ArticleImageRef[];
  readonly wordCount: number;
}

/** An image as the article refers to it. */
export interface ArticleImageRef {
  /** Absolute http(s) address, or `data:` for an inline image. */
  readonly src: string;
  readonly alt: string | null;
  readonly caption: string | null;
  /** Pixels, where the page declares them. */
  readonly width: number | null;
  readonly height: number | null;
}

/** An image of a stored article, with where it stands. */
export interface ArticleImage extends ArticleImageRef {
  readonly position: number;
  /** Name of the stored asset (`<sha-256 hex>.<extension>`), or null where it is not stored. */
  readonly asset: string | null;
  /** Why it is not stored: an English sentence; null where it is, or was not tried yet. */
  readonly error: string | null;
}

/** A row of the list. */
export interface ArticleSummary {
  readonly id: ArticleId;
  readonly title: string;
  readonly lede: string | null;
  readonly feedId: FeedId | null;
  readonly sourceName: string | null;
  readonly url: string | null;
  readonly publishedAt: number;
  readonly arrivedAt: number;
  readonly isRead: boolean;
  readonly isStarred: boolean;
  readonly isArchived: boolean;
  /** Whether it is to be read later. */
  readonly isQueued: boolean;
  /** When it comes back as unread, epoch milliseconds; null where it is not snoozed. */
  readonly snoozedUntil: number | null;
  /** When it was put in the bin, epoch milliseconds; null where it is not there. */
  readonly deletedAt: number | null;
  /** In the order of their names. */
  readonly tags: readonly TagLabel[];
  readonly hasHighlights: boolean;
  readonly offline: OfflineState;
  /** Null where the article is complete. */
  readonly offlineReason: OfflineReason | null;
  /** Asset name of the picture that the list shows. */
  readonly imageAsset: string | null;
  readonly lang: string | null;
  /** How many articles tell this story, this one included; the lists show one of them. */
  readonly storySize: number;
}

/** The whole article, ready to be shown. */
export interface Article extends ArticleSummary {
  readonly byline: string | null;
  readonly updatedAt: number | null;
  readonly dir: 'ltr' | 'rtl';
  /** Sanitised body; images carry `data-src` only (see `SanitizedHtml`). */
  readonly html: string;
  readonly text: string;
  readonly wordCount: number;
  readonly origin: ArticleOrigin;
  readonly images: readonly ArticleImage[];
  readonly enclosures: readonly StoredEnclosure[];
}

/** Where reading stopped: at a paragraph, so that it holds whatever the font, the size and the window. */
export interface ReadingPosition {
  /** Which block of the body stood at the top of the page, from 0. */
  readonly paragraph: number;
  /** How much of the article was behind the reader, 0 to 1. */
  readonly share: number;
}

/** Which articles a list shows. */
export type ArticleView =
  | { readonly kind: 'all' }
  | { readonly kind: 'unread' }
  | { readonly kind: 'starred' }
  | { readonly kind: 'feed'; readonly feedId: FeedId }
  /** The feeds of a folder and of the folders inside it. */
  | { readonly kind: 'folder'; readonly folderId: FolderId }
  | { readonly kind: 'tag'; readonly tagId: TagId }
  /** To be read later, what was put there last on top. */
  | { readonly kind: 'queue' }
  | { readonly kind: 'archived' }
  /** What comes back soonest on top. */
  | { readonly kind: 'snoozed' }
  /** What was deleted last on top. */
  | { readonly kind: 'bin' };

/** A change of status, applied to many articles at once. What is archived counts as read and leaves the read-later queue. */
export type StatusChange = { readonly isRead?: boolean; readonly isStarred?: boolean; readonly isArchived?: boolean; readonly isQueued?: boolean };
