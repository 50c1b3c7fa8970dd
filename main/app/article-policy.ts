import { UI_ORIGIN } from './origins.ts';

/** What an article's document may do: show stored images and Docbao's own style. No script, no frame, no form, no host. */
export const ARTICLE_POLICY = [
  "default-src 'none'",
  'img-src docbao-asset:',
  'media-src docbao-asset:',
  `style-src ${UI_ORIGIN}`,
  `font-src ${UI_ORIGIN}`,
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${UI_ORIGIN}`,
  // Even shown outside its sandboxed frame it stays without scripts, pop-ups and top-level navigation.
  'sandbox allow-same-origin',
].join('; ');
