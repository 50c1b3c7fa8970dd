import { z } from 'zod';

const minute = z.int().min(0).max(1439);

/** The settings of `BackgroundSettings`, each of which may be changed alone. */
export const backgroundSettings = {
  showsTray: z.boolean().exactOptional(),
  staysInBackground: z.boolean().exactOptional(),
  startsAtLogin: z.boolean().exactOptional(),
  syncsOnBattery: z.boolean().exactOptional(),
  syncsOnMetered: z.boolean().exactOptional(),
  isMetered: z.boolean().exactOptional(),
  notifications: z.enum(['off', 'all', 'chosen']).exactOptional(),
  notifiedFeeds: z.array(z.int().positive()).max(10_000).exactOptional(),
  quietHours: z.strictObject({ from: minute, to: minute }).nullable().exactOptional(),
  showsBadge: z.boolean().exactOptional(),
};
