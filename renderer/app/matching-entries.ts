import { findMatches } from '../../contract/domain/matches.ts';

/** The entries whose title holds every word typed, with or without marks; each word may be unfinished. */
export function matchingEntries<T extends { readonly title: string }>(entries: readonly T[], text: string): readonly T[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return entries.filter((entry) => words.every((word) => findMatches(entry.title, [`${word}*`]).length > 0));
}
