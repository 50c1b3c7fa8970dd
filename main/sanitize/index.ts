import type { SanitizedHtml } from '../../contract/domain/article.ts';
import { DocbaoError } from '../../contract/domain/result.ts';
import { Builder } from './builder.ts';
import { countWords } from './characters.ts';
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
  const builder = new Builder(validBase(options.baseUrl));
  readHtml(html, builder);
  const blocks = tidy(builder.finish());
  const text = plainText(blocks);
  return { html: serialize(blocks), text, images: imageRefs(blocks), wordCount: countWords(text) };
}

function validBase(baseUrl: string | null): string | null {
  try {
    return baseUrl === null ? null : new URL(baseUrl).href;
  } catch {
    return null;
  }
}
