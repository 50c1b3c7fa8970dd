import { lazily } from '../domain/lazily.ts';

// The system's knowledge of a language takes milliseconds to load, in each thread: a start waits for none that it does not show.

/** Numbers as a language writes them. */
export function numberForm(locale: string, options: Intl.NumberFormatOptions = {}): { format(value: number): string } {
  const form = lazily(() => new Intl.NumberFormat(locale, options));
  return { format: (value) => form().format(value) };
}

/** Which of its plurals a language takes for a number. */
export function pluralForm(locale: string): { select(count: number): Intl.LDMLPluralRule } {
  const rules = lazily(() => new Intl.PluralRules(locale));
  return { select: (count) => rules().select(count) };
}

/** Times as a language writes them. */
export function dateForm(locale: string, options: Intl.DateTimeFormatOptions): { format(time: number | Date): string } {
  const form = lazily(() => new Intl.DateTimeFormat(locale, options));
  return { format: (time) => form().format(time) };
}

/** Distances in time as a language says them, by name where they have one: `hôm qua`. */
export function distanceForm(locale: string): { format(value: number, unit: Intl.RelativeTimeFormatUnit): string } {
  const form = lazily(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }));
  return { format: (value, unit) => form().format(value, unit) };
}
