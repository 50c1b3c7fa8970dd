/** The base of a page that has no address of its own; the host never exists (RFC 6761). */
export const FILE_BASE = 'https://file.invalid/';
/** Pictures that have no address of their own get one by what they are. */
export const HELD_BASE = 'https://held.invalid/';
