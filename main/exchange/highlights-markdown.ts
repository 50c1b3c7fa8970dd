import type { ListedHighlight } from '../../contract/domain/highlight.ts';
import type { Language } from '../../contract/words/index.ts';
import { formatIn, wordsIn } from '../../contract/words/index.ts';

/** Characters that Markdown would take for marks of its own, where they would be taken so. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(\s)/, '$1\\$2$3');
}

function lines(text: string, start: string): string {
  return text.split('\n').map((line) => `${start}${plain(line)}`.trimEnd()).join('\n');
}

function about({ sourceName, publishedAt, url }: ListedHighlight, language: Language): string {
  const address = url === null ? [] : [`<${url.replace(/[<>\s]/g, encodeURIComponent)}>`];
  return [...(sourceName === null ? [] : [plain(sourceName)]), formatIn(language).date(publishedAt), ...address].join(' · ');
}

/** A picture that others can see, too: those that the page held in itself have no address. */
function picture({ picture: src, quote: caption }: ListedHighlight): readonly string[] {
  return src !== null && /^https?:/.test(src) ? [`![${plain(caption)}](<${src.replace(/[<>\s]/g, encodeURIComponent)}>)`] : [];
}

function quote(highlight: ListedHighlight, language: Language): string {
  const note = highlight.note === null ? [] : [lines(highlight.note, '')];
  const orphan = highlight.isOrphan ? [`*(${wordsIn(language).highlights.markdown.orphan})*`] : [];
  const words = highlight.quote === '' ? [] : [lines(highlight.quote, '> ')];
  return [...picture(highlight), ...words, ...orphan, ...note].join('\n\n');
}

/** Highlights as Markdown: article by article, the one that was marked last first; in each in the order of its text. */
export function highlightsAsMarkdown(highlights: readonly ListedHighlight[], language: Language): string {
  const byArticle = new Map<number, ListedHighlight[]>();
  for (const highlight of highlights) byArticle.set(highlight.articleId, [...(byArticle.get(highlight.articleId) ?? []), highlight]);
  const parts = [...byArticle.values()].map((own) => {
    const [first] = own;
    if (first === undefined) return '';
    const inOrder = [...own].sort((a, b) => Number(a.isOrphan) - Number(b.isOrphan) || a.start - b.start);
    return [`## ${plain(first.title)}`, about(first, language), ...inOrder.map((one) => quote(one, language))].join('\n\n');
  });
  return `${[`# ${wordsIn(language).highlights.markdown.title}`, ...parts].join('\n\n')}\n`;
}
