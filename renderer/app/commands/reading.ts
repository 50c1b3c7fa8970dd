import { clearSelection } from '../../features/articles/selection-store.ts';
import { highlightHere } from '../../features/highlights/use-highlights.ts';
import { openFind } from '../../features/reader/find-store.ts';
import { pageDown } from '../../features/reader/frame-store.ts';
import { openNeighbour, stepMatch } from '../../features/reader/reader-store.ts';
import { speakFromHere, stepSpeech, toggleSpeech } from '../../features/reader/speech-store.ts';
import { currentSearch } from '../../features/search/search-store.ts';
import { openDialog } from '../dialogs.ts';
import { currentLayout, setFocused } from '../layout.ts';
import type { Command } from './command.ts';
import { withOpen } from './open-article.ts';

/** Opens a neighbour; the list takes the focus, unless the reading has it. */
function go(step: 1 | -1): void {
  clearSelection();
  openNeighbour(step);
  const id = currentSearch().query === '' ? 'article-list' : 'search-hits';
  if (document.activeElement?.tagName !== 'IFRAME') document.getElementById(id)?.focus({ preventScroll: true });
}

function turnPage(): void {
  if (!pageDown()) openNeighbour(1);
}

function toggleFocus(): boolean {
  return withOpen(() => setFocused(!currentLayout().isFocused));
}

/** Going from article to article, and moving in one. */
export const READING: readonly Command[] = [
  { id: 'next-article', title: (t) => t.command.nextArticle, keys: ['j', 'mod+arrowdown'], run: () => go(1) },
  { id: 'previous-article', title: (t) => t.command.previousArticle, keys: ['k', 'mod+arrowup'], run: () => go(-1) },
  { id: 'page-down', title: (t) => t.command.pageDown, keys: ['space'], run: turnPage },
  { id: 'find', title: (t) => t.command.findInArticle, keys: ['mod+f'], run: () => withOpen(openFind) },
  { id: 'next-match', title: (t) => t.command.nextMatch, keys: ['n', 'mod+g', 'f3'], run: () => stepMatch(1) },
  { id: 'previous-match', title: (t) => t.command.previousMatch, keys: ['shift+n', 'mod+shift+g', 'shift+f3'], run: () => stepMatch(-1) },
  { id: 'highlight', title: (t) => t.highlights.here, keys: ['h'], run: highlightHere },
  { id: 'highlights', title: (t) => t.highlights.list, keys: ['shift+h'], run: () => openDialog('highlights', 'article') },
  { id: 'read-aloud', title: (t) => t.speech.start, keys: ['p'], run: () => withOpen(toggleSpeech) },
  { id: 'read-from-here', title: (t) => t.speech.fromHere, keys: ['shift+p'], run: speakFromHere },
  { id: 'next-sentence', title: (t) => t.speech.hearNext, keys: ['.'], run: () => stepSpeech(1) },
  { id: 'previous-sentence', title: (t) => t.speech.hearPrevious, keys: [','], run: () => stepSpeech(-1) },
  { id: 'focus-mode', title: (t) => t.command.focusMode, keys: ['f'], run: toggleFocus },
];
