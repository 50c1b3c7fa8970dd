import type { ArticleSummary } from '../../../contract/domain/article.ts';

/** What other programs get of articles that are dragged out of the window: type -> content. */
export type DragForms = readonly (readonly [type: string, content: string])[];

type Dragged = Pick<ArticleSummary, 'title' | 'url'>;

/** Titles and addresses, in each form that a browser, an editor or a desktop takes; an article without an address is its title. */
export function dragForms(articles: readonly Dragged[]): DragForms {
  const urls = articles.flatMap(({ url }) => (url === null ? [] : [url]));
  const lines = articles.map(({ title, url }) => (url === null ? title : `${title}\n${url}`));
  const links = articles.map(({ title, url }) => (url === null ? escapeHtml(title) : `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`));
  return [
    // RFC 2483: one address a line.
    ...(urls.length === 0 ? [] : [['text/uri-list', urls.join('\r\n')] as const]),
    ['text/plain', lines.join('\n\n')],
    ['text/html', links.map((link) => `<p>${link}</p>`).join('')],
  ];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
