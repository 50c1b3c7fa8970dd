import type { WritableDb } from '../connection.ts';

/** Takes back what was done, in a transaction of its own; what is gone meanwhile is passed over. */
export type TakeBack = (db: WritableDb) => void;
