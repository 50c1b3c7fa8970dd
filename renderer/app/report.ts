import { readerErrorOf } from '../api/client.ts';
import { sentenceOf } from '../i18n/index.ts';
import { notify } from './notices.ts';

/** Runs something that may fail in the background; a failure becomes a notice in words. */
export function inBackground(work: Promise<unknown>): void {
  work.catch((thrown: unknown) => {
    const error = readerErrorOf(thrown);
    if (error.kind !== 'cancelled') notify(sentenceOf(error), 'failed');
  });
}
