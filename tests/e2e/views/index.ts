import { DIALOG_VIEWS } from './dialogs.ts';
import { LIBRARY_VIEWS } from './library.ts';
import { READING_VIEWS } from './reading.ts';
import type { View } from './stage.ts';

const [ARTICLE, ...OF_ARTICLE] = READING_VIEWS;

/** Everything that the window can show; the first is the window as a whole. */
export const VIEWS: readonly View[] = [
  ...(ARTICLE === undefined ? [] : [ARTICLE]),
  ...OF_ARTICLE.map((view): View => ({ pane: '.reader-pane', ...view })),
  ...LIBRARY_VIEWS.map((view): View => (/^(view|empty|search|list)-/.test(view.name) ? { pane: '.list-pane', ...view } : view)),
  ...DIALOG_VIEWS,
];
