export type SnoozeChoice = 'later' | 'tomorrow' | 'weekend' | 'week';

const HOUR = 3_600_000;
/** The hour at which a day begins for who reads. */
const MORNING = 8;
const EVENING = 18;

function at(now: number, days: number, hour: number): number {
  const time = new Date(now);
  time.setDate(time.getDate() + days);
  return time.setHours(hour, 0, 0, 0);
}

/** How many days there are until a day of the week (0 is Sunday), at least one. */
function daysUntil(now: number, weekday: number): number {
  return (weekday - new Date(now).getDay() + 6) % 7 + 1;
}

/**
 * When an article comes back, epoch milliseconds: this evening, or three hours from now where it is late already; tomorrow morning;
 * Saturday's; Monday's.
 */
export function snoozeTime(choice: SnoozeChoice, now: number): number {
  switch (choice) {
    case 'later': {
      const evening = at(now, 0, EVENING);
      return evening - now >= HOUR ? evening : now + 3 * HOUR;
    }
    case 'tomorrow':
      return at(now, 1, MORNING);
    case 'weekend':
      return at(now, daysUntil(now, 6), MORNING);
    case 'week':
      return at(now, daysUntil(now, 1), MORNING);
  }
}

/** The morning of a day as a date field gives it (`2026-11-30`); null where it is no day, or past. */
export function morningOf(day: string, now: number): number | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const time = new Date(year, month - 1, date, MORNING).getTime();
  return Number.isFinite(time) && time > now ? time : null;
}
