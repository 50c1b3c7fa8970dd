import type { FeedId } from './feed.ts';

/** What the system tells of the network and the power, as far as it tells. */
export interface Conditions {
  readonly online: boolean;
  /** Whether the network is paid by the megabyte. */
  readonly metered: boolean;
  readonly onBattery: boolean;
}

/** Why nothing is asked by itself at the moment. */
export type ReasonToWait = 'offline' | 'metered' | 'battery' | 'paused';

/** A span of the day, in minutes since midnight on the user's clock; it goes over midnight where `to` is before `from`. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** Of which sources new articles are told by the system's notifications. */
export type NotificationChoice = 'off' | 'all' | 'chosen';

/** How Docbao behaves while nobody looks at it. */
export interface BackgroundSettings {
  /** An icon among the system's, with a small menu. */
  readonly showsTray: boolean;
  /** Whether Docbao goes on when its last window is closed. */
  readonly staysInBackground: boolean;
  readonly startsAtLogin: boolean;
  readonly syncsOnBattery: boolean;
  readonly syncsOnMetered: boolean;
  /** The user says that this network is paid by the megabyte, whatever the system tells. */
  readonly isMetered: boolean;
  readonly notifications: NotificationChoice;
  /** The sources that are told of where `notifications` is `chosen`. */
  readonly notifiedFeeds: readonly FeedId[];
  /** When nothing is told; null for never. */
  readonly quietHours: QuietHours | null;
  /** The number of unread articles on the application's icon, where the system shows one. */
  readonly showsBadge: boolean;
}

export const DEFAULT_BACKGROUND_SETTINGS: BackgroundSettings = {
  showsTray: false,
  staysInBackground: false,
  startsAtLogin: false,
  syncsOnBattery: true,
  syncsOnMetered: false,
  isMetered: false,
  notifications: 'off',
  notifiedFeeds: [],
  quietHours: null,
  showsBadge: false,
};

/** Whether a time of day lies in the quiet hours. */
export function isQuietAt(hours: QuietHours | null, minuteOfDay: number): boolean {
  if (hours === null || hours.from === hours.to) return false;
  const { from, to } = hours;
  return from < to ? minuteOfDay >= from && minuteOfDay < to : minuteOfDay >= from || minuteOfDay < to;
}
