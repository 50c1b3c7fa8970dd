import { useEffect } from 'react';
import { notify } from '../../app/notices.ts';
import { inBackground } from '../../app/report.ts';
import { currentI18n, useI18n } from '../../i18n/index.ts';
import { rangeOf, readFrameText } from '../reader/frame-text.ts';
import { piecesOf } from './code-pieces.ts';
import { TOKEN_KINDS, type TokenKind } from './code-tokens.ts';

/** Characters of a block, and of all blocks of an article, that are coloured. */
const MOST_OF_BLOCK = 20_000;
const MOST_OF_ARTICLE = 80_000;

/** The blocks that hold code: those in a `code` element, and those that name its language. Others hold what must keep its spaces: a poem, a table. */
function codeBlocks(doc: Document): readonly HTMLElement[] {
  return [...doc.querySelectorAll<HTMLElement>('.docbao-code > pre')].filter((pre) => pre.dataset['language'] !== undefined || pre.querySelector('code') !== null);
}

function nextIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 500 }));
}

/** The highlight of a kind of words in a document, made when it is first asked for. */
function highlightOf(doc: Document, kind: TokenKind): Highlight | null {
  const view = doc.defaultView;
  if (view === null) return null;
  const name = `docbao-code-${kind}`;
  const known = view.CSS.highlights.get(name);
  if (known !== undefined) return known;
  const made = new view.Highlight();
  // Below everything that is marked: a mark says which colour can be read on it.
  made.priority = -2;
  view.CSS.highlights.set(name, made);
  return made;
}

/** Colours the code of a document piece by piece, in the pauses that the window has; no element of it is touched (CSS Custom Highlight API). */
async function colour(doc: Document, blocks: readonly HTMLElement[], signal: AbortSignal): Promise<void> {
  const { colourCode, languageOf } = await import('./colour-code.ts');
  let left = MOST_OF_ARTICLE;
  for (const block of blocks) {
    const text = readFrameText([block]);
    left -= text.text.length;
    if (text.text.length > MOST_OF_BLOCK || left < 0) continue;
    await nextIdle();
    const language = languageOf(text.text, block.dataset['language'] ?? null);
    for (const { start, end } of language === null ? [] : piecesOf(text.text)) {
      await nextIdle();
      if (signal.aborted || language === null) return;
      for (const token of colourCode(text.text.slice(start, end), language)) {
        const range = rangeOf(text, { start: start + token.start, end: start + token.end });
        if (range !== null) highlightOf(doc, token.kind)?.add(range);
      }
    }
  }
}

function copy(pre: HTMLElement): void {
  inBackground(navigator.clipboard.writeText(pre.textContent.trimEnd()).then(() => notify(currentI18n().t.reader.codeCopied)));
}

/** A button at the corner of a block. Its word is written by the style: it is no part of the text. */
function copyButton(pre: HTMLElement, label: string, language: string): HTMLElement {
  const button = pre.ownerDocument.createElement('button');
  button.type = 'button';
  button.lang = language;
  button.className = 'docbao-copy';
  button.setAttribute('aria-label', label);
  button.addEventListener('click', () => copy(pre));
  pre.after(button);
  return button;
}

/** Colours the code of the article on screen, and lets each block be copied. */
export function useCode(doc: Document | null): void {
  const { t, language } = useI18n();
  useEffect(() => {
    if (doc === null) return undefined;
    const blocks = codeBlocks(doc);
    if (blocks.length === 0) return undefined;
    const controller = new AbortController();
    inBackground(colour(doc, blocks, controller.signal));
    return () => {
      controller.abort();
      for (const kind of TOKEN_KINDS) doc.defaultView?.CSS.highlights.delete(`docbao-code-${kind}`);
    };
  }, [doc]);
  useEffect(() => {
    const buttons = doc === null ? [] : codeBlocks(doc).map((pre) => copyButton(pre, t.reader.copyCode, language));
    return () => {
      for (const button of buttons) button.remove();
    };
  }, [doc, t, language]);
}
