import { toReaderError } from '../../contract/domain/result.ts';
import type { FetchRequest } from '../fetch/index.ts';
import { getSettings } from '../store/index.ts';
import { contentHashOf } from './content-hash.ts';
import type { LibraryContext } from './context.ts';
import type { PageHints, ReadyText } from './steps.ts';

/** Pages of one article that are joined; more is a trap or a book. */
const MOST_PAGES = 20;
/** Variants (AMP, print) that are tried where the page is poor, and what counts as poor, in words. */
const MOST_VARIANTS = 2;
const POOR_WORDS = 120;
/** How many times the words a variant must have to be taken. */
const BETTER_VARIANT = 1.3;

/** An article read from the web: all of its pages, with the first one as it came. */
export interface WholePage {
  /** The address that answered. */
  readonly url: string;
  readonly contentType: string | null;
  readonly text: ReadyText;
  readonly brotli: Uint8Array;
  readonly bytes: number;
}

type Asking = Pick<FetchRequest, 'referrer' | 'signal' | 'allowPrivate' | 'isUrgent'>;

/**
 * Fetches and extracts an article: its page, the pages that go on with it, and, where the page is poor, its AMP or print
 * variant. A continuation that fails ends the article where it is.
 *
 * @throws {DocbaoError} what fetching or extracting the first page threw
 */
export async function readWholePage(context: LibraryContext, url: string, hints: PageHints, asking: Asking): Promise<WholePage> {
  const first = await readOnePage(context, url, hints, asking);
  const seen = new Set([url, first.url]);
  let { text, bytes } = first;
  let next = first.nextPageUrl;
  for (let pages = 1; next !== null && pages < MOST_PAGES && !seen.has(next); pages += 1) {
    seen.add(next);
    const more = await attempt(readOnePage(context, next, hints, { ...asking, referrer: first.url }), asking);
    if (more === null || text.text.includes(more.text.text)) break;
    text = join(text, more.text);
    bytes += more.bytes;
    next = more.nextPageUrl;
  }
  for (const variant of text.wordCount < POOR_WORDS ? first.variantUrls.slice(0, MOST_VARIANTS) : []) {
    const other = await attempt(readOnePage(context, variant, hints, { ...asking, referrer: first.url }), asking);
    bytes += other?.bytes ?? 0;
    if (other !== null && other.text.wordCount > text.wordCount * BETTER_VARIANT) return { ...other, bytes };
  }
  return { ...first, text, bytes };
}

type OnePage = WholePage & { readonly nextPageUrl: string | null; readonly variantUrls: readonly string[] };

async function readOnePage(context: LibraryContext, url: string, hints: PageHints, asking: Asking): Promise<OnePage> {
  const page = await context.fetcher.fetch({ url, kind: 'page', ...asking });
  const read = await context.steps.run('readPage', { bytes: page.bytes, contentType: page.contentType, url: page.url, hints, wantsSmallImages: getSettings(context.store.read).imageQuality === 'small' });
  return { url: page.url, contentType: page.contentType, bytes: page.transferredBytes, ...read };
}

/** A continuation or variant that can't be read is none; being cancelled is not that. */
async function attempt(reading: Promise<OnePage>, { signal }: Asking): Promise<OnePage | null> {
  try {
    return await reading;
  } catch (error) {
    if (signal?.aborted === true || toReaderError(error).kind === 'cancelled') throw error;
    return null;
  }
}

function join(text: ReadyText, more: ReadyText): ReadyText {
  const known = new Set(text.images.map(({ src }) => src));
  const joined = {
    ...text,
    html: text.html + more.html,
    text: `${text.text}\n${more.text}`,
    wordCount: text.wordCount + more.wordCount,
    images: [...text.images, ...more.images.filter(({ src }) => !known.has(src))],
  };
  return { ...joined, contentHash: contentHashOf(joined) };
}
