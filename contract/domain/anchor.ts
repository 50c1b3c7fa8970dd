import { approximateMatches } from './approximate.ts';
import type { TextAnchor } from './highlight.ts';
import type { MatchRange } from './search.ts';

/** Characters before and after a quote that are kept with it. */
export const CONTEXT = 40;
/** A quote shorter than this is found again only beside words that it stood beside before. */
const TELLING = 24;
/** How much of the words beside a short quote has to be the same, in characters. */
const BESIDE = 8;
/** One letter in so many may have changed. */
const CHANGED = 5;
/** However long the quote is, no more letters than this may have changed. */
const MOST_CHANGED = 100;
/** A word that is everywhere is looked at in so many places. */
const MOST_PLACES = 2000;

interface Place extends MatchRange {
  readonly distance: number;
}

/** A run of a text as an anchor in it. */
export function anchorOf(text: string, { start, end }: MatchRange): TextAnchor {
  return { quote: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT), start, end };
}

/**
 * Where an anchor stands in a text, which may be another than it was made in: the same words, those beside the same words
 * first, and of those the ones nearest to the old place; where the words themselves were edited, what differs from them by one
 * letter in five at most. Null where they are gone.
 */
export function findAnchor(text: string, anchor: TextAnchor): MatchRange | null {
  if (anchor.quote === '') return null;
  const place = best(text, anchor, samePlaces(text, anchor.quote)) ?? best(text, anchor, editedPlaces(text, anchor.quote));
  return place === null ? null : { start: place.start, end: place.end };
}

function samePlaces(text: string, quote: string): readonly Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(quote); at !== -1 && places.length < MOST_PLACES; at = text.indexOf(quote, at + 1)) {
    places.push({ start: at, end: at + quote.length, distance: 0 });
  }
  return places;
}

function editedPlaces(text: string, quote: string): readonly Place[] {
  const most = Math.min(MOST_CHANGED, Math.floor(quote.length / CHANGED));
  return most === 0 ? [] : approximateMatches(text, quote, most);
}

function best(text: string, anchor: TextAnchor, places: readonly Place[]): Place | null {
  const asked = anchor.quote.length >= TELLING ? 0 : Math.min(BESIDE, anchor.prefix.length + anchor.suffix.length);
  let found: { place: Place; beside: number } | null = null;
  for (const place of places) {
    const beside = sameBefore(text, place.start, anchor.prefix) + sameAfter(text, place.end, anchor.suffix);
    if (beside < asked) continue;
    const isNearer = found === null || Math.abs(place.start - anchor.start) < Math.abs(found.place.start - anchor.start);
    if (found === null || beside > found.beside || (beside === found.beside && isNearer)) found = { place, beside };
  }
  return found?.place ?? null;
}

function sameBefore(text: string, at: number, prefix: string): number {
  let same = 0;
  while (same < prefix.length && same < at && text[at - 1 - same] === prefix[prefix.length - 1 - same]) same += 1;
  return same;
}

function sameAfter(text: string, at: number, suffix: string): number {
  let same = 0;
  while (same < suffix.length && text[at + same] === suffix[same] && at + same < text.length) same += 1;
  return same;
}
