export { parseOpml } from './read.ts';
export type { OpmlSubscription } from './read.ts';
export { writeOpml } from './write.ts';
