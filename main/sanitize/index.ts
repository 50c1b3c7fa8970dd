import type { SanitizedHtml } from '../../contract/domain/article.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import { Builder } from './builder.ts';
import type { OutNode } from './nodes.ts';
import { countWords } from './characters.ts';
import { mayLeadInside, namePlaces, PlaceScan, survivors } from './places.ts';
import { imageRefs, plainText } from './plain-text.ts';
import { readHtml } from './reader.ts';
import { serialize } from './serialize.ts';
import { tidy } from './tidy.ts';

/** Characters of HTML that are read; no article comes near. */
const MAX_INPUT = 20_000_000;

/**
 * Turns hostile HTML into an allow-listed fragment in canonical form (see `SanitizedHtml`). What is not known is
 * unwrapped, what runs or phones home is dropped, addresses are made absolute against `baseUrl` (without it relative ones
 * are dropped). Linear in the input; sanitising its own output changes nothing.
 * @throws DocbaoError `too-large` above 20 million characters.
 */
export function sanitizeHtml(html: string, options: { readonly baseUrl: string | null }): SanitizedHtml {
  if (html.length > MAX_INPUT) {
    throw new DocbaoError('too-large', `The text has ${html.length} characters; Docbao reads ${MAX_INPUT} at most.`, { limit: MAX_INPUT });
  }
  const blocks = blocksOf(html, validBase(options.baseUrl));
  const text = plainText(blocks);
  return { html: serialize(blocks), text, images: imageRefs(blocks), wordCount: countWords(text) };
}

/** How often the tree is built anew because places went in the building; after that no link leads inside. */
const MAX_ROUNDS = 4;

/** The tree in which every link inside leads somewhere: as a link that leads nowhere is none, and that may change the tree, it is built anew without. */
function blocksOf(html: string, baseUrl: string | null): OutNode[] {
  let places: ReadonlySet<string> = mayLeadInside(html) ? scanPlaces(html, baseUrl) : new Set();
  for (let round = 1; ; round += 1) {
    const builder = new Builder(baseUrl, places);
    readHtml(html, builder);
    const blocks = tidy(builder.finish());
    if (places.size === 0) return blocks;
    const left = survivors(blocks, builder.places.noted);
    if (left.size === places.size) {
      namePlaces(blocks, builder.places.noted);
      return blocks;
    }
    places = round === MAX_ROUNDS ? new Set() : left;
  }
}

function scanPlaces(html: string, baseUrl: string | null): ReadonlySet<string> {
  const scan = new PlaceScan(baseUrl);
  readHtml(html, scan);
  return scan.found;
}

function validBase(baseUrl: string | null): string | null {
  try {
    return baseUrl === null ? null : new URL(baseUrl).href;
  } catch {
    return null;
  }
}
