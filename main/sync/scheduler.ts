import { getSettings, hasSavedWork, listFeedValidators, type Store } from '../store/index.ts';
import { isBudgetSpent } from './budget.ts';
import { onNetworkChange } from './network-watch.ts';
import type { SyncEngine } from './engine.ts';

/** How often we look for feeds that are due, milliseconds. */
const LOOK_EVERY_MS = 60_000;
/** The first look leaves the start to the window. */
const FIRST_LOOK_MS = 15_000;

/** Syncs feeds by itself when they are due, as long as the user wants that, network and power allow it and the day's data limit is not reached. */
export function startScheduler(store: Store, engine: SyncEngine): () => void {
  const look = (): void => {
    const { interrupted, conditions } = engine;
    // What the user had asked for is taken up as soon as there is a network.
    if (interrupted !== null && conditions.online && engine.progress() === null) void engine.start(interrupted);
    const settings = getSettings(store.read);
    if (!settings.syncInBackground || engine.progress() !== null || isBudgetSpent(store.read)) return;
    if (engine.conditions.reasonToWait(settings, Date.now()) !== null) return;
    const now = Date.now();
    if (listFeedValidators(store.read, { dueAt: now }).length === 0 && !hasSavedWork(store.read, now)) return;
    // Failures are noted with their feeds; the sync itself does not fail.
    void engine.start({ feedId: 'due' });
  };
  const first = setTimeout(look, FIRST_LOOK_MS);
  const timer = setInterval(look, LOOK_EVERY_MS);
  const stopListening = engine.conditions.onChange(look);
  const stopWatching = onNetworkChange(look);
  return () => {
    stopListening();
    stopWatching();
    clearTimeout(first);
    clearInterval(timer);
  };
}
