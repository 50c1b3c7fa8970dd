/** The largest file that a window may hand over, in bytes. */
export const MAX_DROPPED_BYTES = 20 * 1024 * 1024;

/** The longest text that is pasted or dropped to be saved, in UTF-16 units. */
export const MAX_CLIP_CHARACTERS = 5_000_000;

/** The longest text that a window may have written to a file, or hand over as a subscription list, in UTF-16 units. */
export const MAX_TEXT_CHARACTERS = 50_000_000;
