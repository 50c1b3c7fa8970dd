import type { ReactNode } from 'react';
import { useOpenPanel } from '../features/organise/panels.ts';
import { useSaved } from '../features/search/saved-store.ts';
import { useOpenDialog } from './dialogs.ts';
import { later } from './later.tsx';

const AllDialogs = later(async () => (await import('./all-dialogs.tsx')).AllDialogs);

/** The dialogs above the window, as long as one is open. */
export function Floating(): ReactNode {
  const dialog = useOpenDialog();
  const panel = useOpenPanel();
  const editing = useSaved((state) => state.editing);
  return dialog === null && panel === null && editing === null ? null : <AllDialogs />;
}
