import type { ReactNode } from 'react';
import { OrganisePanels } from '../features/organise/organise-panels.tsx';
import { SavedSearchDialog } from '../features/search/saved-search-dialog.tsx';
import { DialogHost } from './dialog-host.tsx';

/** Whichever dialog is open. */
export function AllDialogs(): ReactNode {
  return (
    <>
      <DialogHost />
      <SavedSearchDialog />
      <OrganisePanels />
    </>
  );
}
