import { Notification } from 'electron';
import { isQuietAt, type BackgroundSettings } from '../../contract/domain/background.ts';
import type { Alert } from '../../contract/domain/saved-search.ts';
import type { SyncEnd } from '../../contract/domain/sync.ts';
import type { Language } from '../../contract/words/index.ts';
import { wordsIn } from '../../contract/words/index.ts';

/** What a notification says. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** Sources that a notification names; the others are counted. */
const MOST_NAMED = 3;

/** One notification for all that a sync brought by itself; null where the user wants to hear of none of it. */
export function arrivalNotice({ isUnasked, arrivals }: SyncEnd, settings: BackgroundSettings, language: Language, now: Date): Notice | null {
  if (!isUnasked || settings.notifications === 'off' || isQuiet(settings, now)) return null;
  const told = settings.notifications === 'all' ? arrivals : arrivals.filter(({ feedId }) => settings.notifiedFeeds.includes(feedId));
  if (told.length === 0) return null;
  const words = wordsIn(language).desktop.notification;
  const count = told.reduce((sum, arrival) => sum + arrival.count, 0);
  const named = [...told].sort((a, b) => b.count - a.count).slice(0, MOST_NAMED).map(({ title }) => title);
  const others = told.length - named.length;
  return { title: words.arrived(count, told.length), body: [...named, ...(others > 0 ? [words.andMore(others)] : [])].join(', ') };
}

/** What is said of what a saved search with an alert found; null in the quiet hours. */
export function alertNotice({ name, count, query }: Alert, settings: BackgroundSettings, language: Language, now: Date): Notice | null {
  return isQuiet(settings, now) ? null : { title: wordsIn(language).desktop.notification.alert(name, count), body: query };
}

function isQuiet({ quietHours }: BackgroundSettings, now: Date): boolean {
  return isQuietAt(quietHours, now.getHours() * 60 + now.getMinutes());
}

/** Notifications that are on screen: one that is collected as garbage can't be clicked. */
const shown = new Set<Notification>();

/** Shows a notification of the system, where it has any; `onClick` is called when the user follows it. */
export function showNotification({ title, body }: Notice, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body, silent: true });
  shown.add(notification);
  const forget = (): boolean => shown.delete(notification);
  notification.on('click', () => {
    forget();
    onClick();
  });
  notification.on('close', forget);
  notification.show();
}
