import type { SanitizedHtml } from '../../contract/domain/article.ts';
import { contentHashOf } from './content-hash.ts';
import type { ReadyText } from './steps.ts';

/** Puts together what was extracted and what is left of it when it was sanitised. */
export function toReadyText(extracted: Omit<ReadyText, keyof SanitizedHtml | 'contentHash'>, clean: SanitizedHtml): ReadyText {
  const { title, lede, byline, sourceName, publishedAt, lang, dir, canonicalUrl } = extracted;
  return {
    title,
    lede,
    byline,
    sourceName,
    publishedAt,
    lang,
    dir,
    canonicalUrl,
    html: clean.html,
    text: clean.text,
    wordCount: clean.wordCount,
    images: clean.images,
    contentHash: contentHashOf({ title, lede, text: clean.text }),
  };
}

/** The beginning of a text, as a title for what has none. */
export function firstWords(text: string): string {
  const words = text.trim().split(/\s+/).slice(0, 12).join(' ');
  return words === '' ? '—' : words;
}
