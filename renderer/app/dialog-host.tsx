import type { ReactNode } from 'react';
import { AddDialog } from '../features/feeds/add-dialog.tsx';
import { ImportDialog } from '../features/feeds/import-dialog.tsx';
import { HighlightsDialog } from '../features/highlights/highlights-dialog.tsx';
import { RulesDialog } from '../features/rules/rules-dialog.tsx';
import { SearchHelp } from '../features/search/search-help.tsx';
import { ClipDialog } from '../features/saving/clip-dialog.tsx';
import { SavedFilesDialog } from '../features/saving/saved-files-dialog.tsx';
import { VersionDialog } from '../features/versions/version-dialog.tsx';
import { SettingsDialog } from '../features/settings/settings-dialog.tsx';
import { useOpenDialog } from './dialogs.ts';
import { Palette } from './palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** The dialog that is open, if one is. */
export function DialogHost(): ReactNode {
  const open = useOpenDialog();
  switch (open?.name) {
    case 'add':
      return <AddDialog key={open.text} text={open.text} />;
    case 'clip':
      return <ClipDialog />;
    case 'highlights':
      return <HighlightsDialog scope={open.text} />;
    case 'saved-files':
      return <SavedFilesDialog />;
    case 'import':
      return <ImportDialog />;
    case 'settings':
      return <SettingsDialog key={open.text} target={open.text} />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'palette':
      return <Palette />;
    case 'search-help':
      return <SearchHelp />;
    case 'version':
      return <VersionDialog versionId={Number(open.text)} />;
    case 'rules':
      return <RulesDialog />;
    case undefined:
      return null;
  }
}
