/** Summaries are shorter; what is longer may be an article, with an article's furniture. */
const LONGEST = 2_000;
/** Text with the few elements that summaries are made of, without anything by which lazy pictures or furniture are told. */
const PLAIN = /^(?:[^<]|<\/?(?:a|b|br|em|i|img|p|strong)\b(?:(?!data-|srcset|class|style)[^<>])*>)*$/i;
/** A picture inside a link to its own article. */
const LINKED_PICTURE = /<a\b[^<>]*>\s*(<img\b[^<>]*>)\s*<\/a>/gi;

/**
 * A feed's summary that needs no extraction: a few sentences, perhaps with a picture. Null where it is anything else. Most entries
 * of most papers are of this kind, and a document tree for each costs more than all the rest of a feed's reading.
 */
export function plainSummary(html: string, title: string): string | null {
  if (html.length > LONGEST || !PLAIN.test(html)) return null;
  const plain = html.replace(LINKED_PICTURE, '$1');
  const repeatsTitle = title !== '' && plain.replace(/<[^>]*>/g, ' ').trimStart().startsWith(title);
  return repeatsTitle ? null : plain;
}
