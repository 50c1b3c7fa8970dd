import { saveArticle, shareArticle } from '../../features/reader/article-files.ts';
import { toggleReadOf, toggleStarOf, withTargets } from '../../features/organise/organise-actions.ts';
import { act } from './act.ts';
import { api } from '../../api/client.ts';
import { inBackground } from '../report.ts';
import type { Command } from './command.ts';
import { openOriginal, withOpen } from './open-article.ts';
import { SHELVING } from './organise.ts';

/** What is done with the open article, or with those that are chosen. */
export const ARTICLE: readonly Command[] = [
  { id: 'open-original', title: (t) => t.command.openOriginal, keys: ['o', 'v', 'mod+o'], run: openOriginal },
  { id: 'open-in-window', title: (t) => t.saving.openInWindow, keys: ['shift+w'], run: () => withOpen((articleId) => inBackground(api.app.openWindow({ articleId }))) },
  { id: 'toggle-read', title: (t) => t.command.toggleRead, keys: ['m', 'mod+shift+u'], run: () => withTargets(toggleReadOf) },
  { id: 'toggle-star', title: (t) => t.command.toggleStar, keys: ['s', 'mod+d'], run: () => withTargets(toggleStarOf) },
  { id: 'share', title: (t) => t.share.command, keys: [], run: () => withOpen(shareArticle) },
  { id: 'save-html', title: (t) => t.share.commandHtml, keys: [], run: () => withOpen(saveArticle) },
  { id: 'print', title: (t) => t.command.print, keys: ['mod+p'], run: () => withOpen(() => act('print')) },
  { id: 'save-pdf', title: (t) => t.command.savePdf, keys: ['mod+shift+p'], run: () => withOpen(() => act('save-pdf')) },
  ...SHELVING,
];
