import { useEffect, useSyncExternalStore } from 'react';
import type { ArticleId, ArticleSummary } from '../../../contract/domain/article.ts';
import { api } from '../../api/client.ts';
import { inBackground } from '../../app/report.ts';

const BATCH = 100;
/** Rows kept in memory; some 1 KB each. */
const KEPT = 4000;

const rows = new Map<ArticleId, ArticleSummary>();
const asked = new Set<ArticleId>();
const gone = new Set<ArticleId>();
/** Rows that are shown as they were until they have been read again. */
const stale = new Set<ArticleId>();
const listeners = new Set<() => void>();
/** What the list wanted last: what is read again first. */
let wanted: readonly ArticleId[] = [];
let version = 0;

function changed(): void {
  version += 1;
  for (const listener of listeners) listener();
}

function forgetOldest(): void {
  for (const id of rows.keys()) {
    if (rows.size <= KEPT) return;
    rows.delete(id);
    stale.delete(id);
  }
}

async function fetchRows(ids: readonly ArticleId[]): Promise<void> {
  for (const id of ids) asked.add(id);
  try {
    const found = await api.articles.getSummaries({ ids });
    const here = new Set(found.map(({ id }) => id));
    for (const summary of found) rows.set(summary.id, summary);
    for (const id of ids) {
      stale.delete(id);
      if (!here.has(id)) gone.add(id);
    }
    forgetOldest();
  } finally {
    for (const id of ids) asked.delete(id);
    changed();
  }
}

/** Takes rows that came with something else; what is known already stays. */
export function takeSummaries(found: readonly ArticleSummary[]): void {
  for (const summary of found) if (!rows.has(summary.id)) rows.set(summary.id, summary);
  changed();
}

/** Asks for the rows of these ids that are not here yet. */
export function ensureSummaries(ids: readonly ArticleId[]): void {
  if (ids.length > 1) wanted = ids;
  const missing = ids.filter((id) => (!rows.has(id) || stale.has(id)) && !asked.has(id) && !gone.has(id));
  for (let start = 0; start < missing.length; start += BATCH) inBackground(fetchRows(missing.slice(start, start + BATCH)));
}

/** Reads changed rows again, where they are here at all; null means that any may have changed. */
export function refreshSummaries(ids: readonly ArticleId[] | null): void {
  gone.clear();
  for (const id of ids ?? rows.keys()) if (rows.has(id)) stale.add(id);
  ensureSummaries(ids === null ? wanted : ids.filter((id) => rows.has(id)));
  changed();
}

/** What of a row the user can change. */
export type RowChange = Partial<Pick<ArticleSummary, 'isRead' | 'isStarred' | 'isArchived' | 'isQueued' | 'snoozedUntil' | 'deletedAt'>>;

/** Shows a change of status at once, before the library confirms it. */
export function changeSummaries(ids: readonly ArticleId[], change: RowChange): void {
  for (const id of ids) {
    const row = rows.get(id);
    if (row !== undefined) rows.set(id, { ...row, ...change });
  }
  changed();
}

export function summaryOf(id: ArticleId): ArticleSummary | undefined {
  return rows.get(id);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Renders again whenever a row arrived or changed; the number is only there to be compared. */
export function useSummaryVersion(): number {
  return useSyncExternalStore(subscribe, () => version);
}

/** The row of one article, asked for if it is not here; undefined until it arrives. */
export function useSummary(id: ArticleId | null): ArticleSummary | undefined {
  const row = useSyncExternalStore(subscribe, () => (id === null ? undefined : rows.get(id)));
  useEffect(() => {
    if (id !== null && row === undefined) ensureSummaries([id]);
  }, [id, row]);
  return row;
}
