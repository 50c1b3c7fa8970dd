export { parseOpml } from './read.ts';
export type { OpmlList, OpmlSubscription, SkippedOutline } from './read.ts';
export { writeOpml } from './write.ts';
