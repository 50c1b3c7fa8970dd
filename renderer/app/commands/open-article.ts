import { api } from '../../api/client.ts';
import { summaryOf } from '../../features/articles/summary-cache.ts';
import { currentReader } from '../../features/reader/reader-store.ts';
import { inBackground } from '../report.ts';

/** Does something with the open article; false where none is open. */
export function withOpen(act: (id: number) => void): boolean {
  const { openId } = currentReader();
  if (openId !== null) act(openId);
  return openId !== null;
}

/** Hands the open article's own page to the system's browser. */
export function openOriginal(): boolean {
  return withOpen((id) => {
    const url = summaryOf(id)?.url ?? null;
    if (url !== null) inBackground(api.app.openExternal({ url }));
  });
}
