import { decodeHTML } from 'entities';

/** Character references that were escaped once too often (`&amp;#237;`, and JSON-LD that HTML-escapes) become characters. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? decodeHTML(decodeHTML(text)) : text;
}
