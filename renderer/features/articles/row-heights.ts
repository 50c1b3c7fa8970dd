import type { ListDensity } from '../../../contract/domain/library.ts';

/**
 * How tall a row is, in pixels. The styles draw rows for exactly these heights: with them known, a hundred thousand rows
 * need no measuring.
 */
export const ROW_HEIGHTS: Readonly<Record<ListDensity, number>> = { compact: 36, comfortable: 138, cards: 296, magazine: 196 };

/** How tall the heading of a day is, in pixels. */
export const DAY_HEIGHT = 32;
