import type { KeyboardEvent } from 'react';
import { currentLayout, setSidebarOpen } from '../../app/layout.ts';

/** The lists that the sidebar stands beside: of the view, and of what was found. */
const LISTS = ['search-hits', 'article-list'] as const;

/** Gives the focus to the row of what is shown; false where the sidebar is away. */
export function focusSidebar(): boolean {
  const { panes, isFocused } = currentLayout();
  if (isFocused) return false;
  // A sidebar that slides in takes the focus itself.
  if (panes < 3) setSidebarOpen(true);
  else (document.querySelector<HTMLElement>('.sidebar .side-row[aria-current]') ?? document.querySelector<HTMLElement>('.sidebar .side-row'))?.focus();
  return true;
}

function focusList(): void {
  setSidebarOpen(false);
  LISTS.map((id) => document.getElementById(id)).find((list) => list !== null)?.focus({ preventScroll: true });
}

/** To the right: a closed folder opens, anything else leads to the list. */
function goRight(row: HTMLElement): void {
  const closed = row.parentElement?.querySelector<HTMLElement>('.side-toggle[aria-expanded="false"]') ?? null;
  if (closed === null) focusList();
  else closed.click();
}

/** To the left: an open folder closes, anything else leads to the folder that it is in. */
function goLeft(row: HTMLElement): void {
  const open = row.parentElement?.querySelector<HTMLElement>('.side-toggle[aria-expanded="true"]') ?? null;
  if (open === null) row.closest('.side-branch')?.parentElement?.querySelector<HTMLElement>('.side-folder > .side-row')?.focus();
  else open.click();
}

/** In the sidebar the arrows go from row to row, into folders and out of them, and on to the list; Enter shows what the row is about. */
export function onSidebarKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.side-row')];
  const row = event.target as HTMLElement;
  const at = rows.indexOf(row);
  if (at === -1) return;
  const last = rows.length - 1;
  const next: Readonly<Record<string, number>> = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last };
  if (event.key in next) rows[next[event.key] ?? at]?.focus();
  else if (event.key === 'ArrowRight') goRight(row);
  else if (event.key === 'ArrowLeft') goLeft(row);
  else return;
  event.preventDefault();
}

/** In a list the arrows to the side lead to the panes beside it: to the sources, to the article. */
export function onListPaneKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!LISTS.some((id) => id === (event.target as HTMLElement).id)) return;
  if (event.key === 'ArrowLeft' && focusSidebar()) event.preventDefault();
  if (event.key === 'ArrowRight') document.querySelector<HTMLElement>('iframe[data-shown="true"]')?.focus();
}
