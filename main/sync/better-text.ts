import type { Article, ArticleImageRef } from '../../contract/domain/article.ts';
import { isWorseThan } from '../extract/index.ts';
import { findAssetBySrc, type AssetRow } from '../store/index.ts';
import type { LibraryContext } from './context.ts';
import { MAX_IMAGES, type StoredImages } from './images.ts';
import type { ReadyText } from './steps.ts';

/** Whether new text would be a loss beside the one that is stored: a dead page, a wall, a bad extraction. */
export function isWorse(stored: Pick<Article, 'text' | 'wordCount' | 'images'>, next: Pick<ReadyText, 'text' | 'wordCount' | 'images'>): boolean {
  return isWorseThan({ ...stored, imageCount: stored.images.length }, { ...next, imageCount: next.images.length });
}

/** A page's images as far as they are in the library already. */
export function knownImages(context: LibraryContext, refs: readonly ArticleImageRef[]): StoredImages {
  const assets: AssetRow[] = [];
  const images = refs.slice(0, MAX_IMAGES).map((ref, position) => {
    const known = findAssetBySrc(context.store.read, ref.src);
    if (known) assets.push(known);
    const { src, alt, caption } = ref;
    return { position, src, alt, caption, width: known?.width ?? ref.width, height: known?.height ?? ref.height, asset: known?.name ?? null, error: null };
  });
  return { images, assets, fetched: 0, bytes: 0, dropped: new Set() };
}
