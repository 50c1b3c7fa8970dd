import { BIN_DAYS } from '../../contract/domain/organising.ts';
import { eraseArticles, forgetRemovedFeeds, getNextWaking, listBinned, wakeArticles } from '../store/index.ts';
import type { LibraryContext } from './context.ts';

const DAY_MS = 86_400_000;
/** We look at least this often: another process may have snoozed something, or the machine may have slept. */
const LOOK_EVERY_MS = 60_000;
/** What is past its days is let go a few at a time, so that it disturbs nobody. */
const ERASED_AT_ONCE = 200;

/** What the library needs of us besides itself. */
interface Housekeeping {
  readonly context: LibraryContext;
  /** Something was erased: the index has to follow, and files may be unused. */
  onErased(): void;
}

/** Brings back what was snoozed until now. */
function wake({ context }: Housekeeping): void {
  const ids = wakeArticles(context.store.write, Date.now());
  if (ids.length > 0) context.changes.articles(ids);
}

/** Lets some of what has been in the bin for its days go; answers whether there is more. */
function empty({ context, onErased }: Housekeeping): boolean {
  const before = Date.now() - BIN_DAYS * DAY_MS;
  const { write } = context.store;
  forgetRemovedFeeds(write, before);
  const ids = listBinned(write, before);
  if (ids.length === 0) return false;
  eraseArticles(write, ids.slice(0, ERASED_AT_ONCE));
  context.changes.articles(null);
  if (ids.length <= ERASED_AT_ONCE) onErased();
  return ids.length > ERASED_AT_ONCE;
}

/**
 * Keeps the library's appointments while it is open: snoozed articles come back at their time, and what has been in the bin for thirty
 * days goes. Returns what ends it.
 */
export function startHousekeeping(keeping: Housekeeping): () => void {
  let timer: NodeJS.Timeout | null = null;
  const look = (): void => {
    wake(keeping);
    const hasMore = empty(keeping);
    const next = getNextWaking(keeping.context.store.read) ?? Number.POSITIVE_INFINITY;
    timer = setTimeout(look, hasMore ? 0 : Math.max(0, Math.min(LOOK_EVERY_MS, next - Date.now())));
  };
  timer = setTimeout(look, 0);
  return () => {
    if (timer !== null) clearTimeout(timer);
  };
}
