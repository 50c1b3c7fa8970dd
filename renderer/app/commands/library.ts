import { markViewRead } from '../../features/articles/article-actions.ts';
import { currentList } from '../../features/articles/list-store.ts';
import { exportSubscriptions } from '../../features/feeds/add-store.ts';
import { openListImport } from '../../features/feeds/subscription-list.ts';
import { cancelSync, startSync } from '../../features/library/sync-store.ts';
import { openClip, saveClipboard } from '../../features/saving/clips.ts';
import { chooseFiles } from '../../features/saving/file-import-store.ts';
import { openDialog } from '../dialogs.ts';
import { inBackground } from '../report.ts';
import type { Command } from './command.ts';
import { CABINET } from './organise.ts';

/** Sources and what the library holds. */
export const LIBRARY: readonly Command[] = [
  { id: 'add-subscription', title: (t) => t.command.add, keys: ['a', 'mod+n'], run: () => openDialog('add') },
  { id: 'save-page', title: (t) => t.command.savePage, keys: ['mod+s'], run: () => openDialog('add') },
  { id: 'save-clipboard', title: (t) => t.saving.fromClipboard, keys: ['mod+shift+s'], run: () => inBackground(saveClipboard()) },
  { id: 'paste-text', title: (t) => t.saving.paste, keys: [], run: () => openClip() },
  { id: 'open-files', title: (t) => t.saving.openFiles, keys: ['mod+shift+o'], run: () => inBackground(chooseFiles('files')) },
  { id: 'open-folder', title: (t) => t.saving.openFolder, keys: [], run: () => inBackground(chooseFiles('folder')) },
  { id: 'import-opml', title: (t) => t.add.importOpml, keys: [], run: openListImport },
  { id: 'export-opml', title: (t) => t.add.exportOpml, keys: [], run: () => inBackground(exportSubscriptions()) },
  { id: 'sync', title: (t) => t.command.sync, keys: ['r', 'f5'], run: () => inBackground(startSync(null)) },
  { id: 'cancel-sync', title: (t) => t.command.cancelSync, keys: [], run: cancelSync },
  { id: 'rules', title: (t) => t.rules.title, keys: [], run: () => openDialog('rules') },
  { id: 'search-help', title: (t) => t.search.help, keys: [], run: () => openDialog('search-help') },
  { id: 'mark-all-read', title: (t) => t.command.markAllRead, keys: ['shift+a', 'mod+shift+a'], run: () => inBackground(markViewRead(currentList().view)) },
  ...CABINET,
];
