import pLimit from 'p-limit';
import type { ArticleImage, ArticleImageRef, OfflineReason, OfflineState } from '../../contract/domain/article.ts';
import { toReaderError } from '../../contract/domain/result.ts';
import { findAssetBySrc, type AssetRow } from '../store/index.ts';
import type { LibraryContext } from './context.ts';

/** Most images of one article that are stored; what comes after is noise or an attack. */
export const MAX_IMAGES = 300;
/** Images of one article that are fetched at a time. */
const CONCURRENT_IMAGES = 4;

export interface SourceOptions {
  /** The page that shows the images. */
  readonly referrer: string | null;
  /** Whether the source itself is on a private host, and so may point to one. */
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
}

export interface StoredImages {
  readonly images: readonly ArticleImage[];
  /** Assets that are new or known, to be named in the same transaction as the images. */
  readonly assets: readonly AssetRow[];
  /** How many of them were fetched now. */
  readonly fetched: number;
  readonly bytes: number;
  /** Addresses of tracking pixels: they are no images of the article. */
  readonly dropped: ReadonlySet<string>;
}

/** Stores an article's images; one that fails says why and keeps its place. Files are on disk when this resolves. */
export async function storeImages(context: LibraryContext, refs: readonly ArticleImageRef[], options: SourceOptions): Promise<StoredImages> {
  const limit = pLimit(CONCURRENT_IMAGES);
  const dropped = new Set<string>();
  const assets = new Map<string, AssetRow>();
  let fetched = 0;
  let bytes = 0;
  const images = await Promise.all(
    refs.slice(0, MAX_IMAGES).map((ref, position) =>
      limit(async (): Promise<ArticleImage> => {
        const image = { position, src: ref.src, alt: ref.alt, caption: ref.caption, width: ref.width, height: ref.height };
        try {
          const known = findAssetBySrc(context.store.read, ref.src);
          const isKept = known !== null && (await context.assets.has(known.name));
          const saved = isKept ? known : await context.assets.saveAsset(ref.src, options);
          if ('skipped' in saved) {
            dropped.add(ref.src);
            return { ...image, asset: null, error: null };
          }
          if (!isKept) {
            fetched += 1;
            bytes += saved.bytes;
          }
          const asset: AssetRow = { name: saved.name, mimeType: saved.mimeType, bytes: saved.bytes, width: saved.width, height: saved.height };
          assets.set(asset.name, asset);
          return { ...image, width: asset.width ?? image.width, height: asset.height ?? image.height, asset: asset.name, error: null };
        } catch (error) {
          const failure = toReaderError(error);
          // A machine without network says nothing about the image.
          if (options.signal.aborted || failure.kind === 'offline') throw error;
          return { ...image, asset: null, error: failure.message };
        }
      }),
    ),
  );
  return { images: images.filter((image) => !dropped.has(image.src)), assets: [...assets.values()], fetched, bytes, dropped };
}

/** Takes tracking pixels out of a sanitised body, which has one canonical form for images. */
export function dropImages(html: string, dropped: ReadonlySet<string>): string {
  if (dropped.size === 0) return html;
  return html
    .replace(/<img data-src="([^"]*)"[^>]*>/g, (tag, src: string) => (dropped.has(unescapeAttribute(src)) ? '' : tag))
    .replace(/<figure>\s*<\/figure>/g, '');
}

function unescapeAttribute(value: string): string {
  return value.replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** How ready an article is to be read with no network, and why it is not. */
export interface OfflineReadiness {
  readonly offline: OfflineState;
  readonly offlineReason: OfflineReason | null;
}

/** How ready an article is, once its full text is there. */
export function offlineStateOf(images: readonly ArticleImage[]): OfflineReadiness {
  const missing = images.filter((image) => image.asset === null);
  const first = missing[0];
  if (!first) return { offline: 'complete', offlineReason: null };
  const message = `${missing.length} of ${images.length} images are missing: ${first.error ?? 'not fetched yet'}`;
  const why = first.error === null ? 'pending' : 'images-missing';
  return { offline: 'partial', offlineReason: { why, message, missing: missing.length, total: images.length } };
}
