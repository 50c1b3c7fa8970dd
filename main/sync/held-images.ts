import type { ArticleImage, ArticleImageRef } from '../../contract/domain/article.ts';
import { toReaderError } from '../../contract/domain/result.ts';
import type { AssetRow } from '../store/index.ts';
import type { LibraryContext } from './context.ts';
import { MAX_IMAGES, storeImages, type SourceOptions, type StoredImages } from './images.ts';

/** The bytes of a picture that came with the page; null where it is not among them. */
export type ReadHeld = (src: string) => Promise<Uint8Array | null>;

/** Said of a picture that its archive does not hold. */
const NOT_HELD = 'The saved file does not hold this image.';

/**
 * Stores an article's images, first of all those that came with its page. What did not is fetched where `others` says so, and
 * missing otherwise: an archive is opened without asking any host.
 */
export async function storeHeldImages(context: LibraryContext, refs: readonly ArticleImageRef[], held: ReadHeld, others: SourceOptions | null): Promise<StoredImages> {
  const shown = refs.slice(0, MAX_IMAGES);
  const images = new Map<string, Omit<ArticleImage, 'position'>>();
  const assets = new Map<string, AssetRow>();
  const dropped = new Set<string>();
  for (const ref of shown) {
    if (images.has(ref.src) || dropped.has(ref.src) || (others !== null && /^data:/i.test(ref.src))) continue;
    const stored = await storeOne(context, ref, held);
    if (stored === 'dropped') dropped.add(ref.src);
    else if (stored !== null) {
      images.set(ref.src, stored.image);
      if (stored.asset !== null) assets.set(stored.asset.name, stored.asset);
    }
  }
  const left = shown.filter(({ src }) => !images.has(src) && !dropped.has(src));
  const fetched = others === null ? null : await storeImages(context, left, others);
  for (const image of fetched?.images ?? left.map((ref) => ({ ...ref, asset: null, error: NOT_HELD }))) images.set(image.src, image);
  for (const asset of fetched?.assets ?? []) assets.set(asset.name, asset);
  for (const src of fetched?.dropped ?? []) dropped.add(src);
  return {
    images: shown.flatMap(({ src }, position) => {
      const image = images.get(src);
      return image === undefined ? [] : [{ ...image, position }];
    }),
    assets: [...assets.values()],
    fetched: fetched?.fetched ?? 0,
    bytes: fetched?.bytes ?? 0,
    dropped,
  };
}

interface StoredOne {
  readonly image: Omit<ArticleImage, 'position'>;
  readonly asset: AssetRow | null;
}

/** Null where the picture did not come with the page. */
async function storeOne(context: LibraryContext, ref: ArticleImageRef, held: ReadHeld): Promise<StoredOne | 'dropped' | null> {
  const { src, alt, caption, width, height } = ref;
  try {
    const inline = /^data:/i.test(src);
    const bytes = inline ? null : await held(src);
    if (bytes === null && !inline) return null;
    const saved = bytes === null ? await context.assets.saveAsset(src, { referrer: null, allowPrivate: false }) : await context.assets.saveBytes(bytes, 'A picture of the saved page');
    if ('skipped' in saved) return 'dropped';
    const asset = { name: saved.name, mimeType: saved.mimeType, bytes: saved.bytes, width: saved.width, height: saved.height };
    return { image: { src, alt, caption, width: saved.width ?? width, height: saved.height ?? height, asset: saved.name, error: null }, asset };
  } catch (error) {
    return { image: { src, alt, caption, width, height, asset: null, error: toReaderError(error).message }, asset: null };
  }
}
