export { pointToHeld } from './held-pictures.ts';
export type { HeldAddress } from './held-pictures.ts';
export { readMhtml } from './mhtml.ts';
export type { PageArchive } from './mhtml.ts';
