import type { Messages } from './messages.ts';

/** The words of keeping a library in order, in English. */
export const enOrganising: Messages['organising'] = {
  views: {
    queue: 'Read later',
    archived: 'Archive',
    snoozed: 'Snoozed',
    bin: 'Bin',
  },
  empty: {
    queue: 'Nothing to read later yet. Press B to add the article you are looking at.',
    archived: 'Nothing is archived yet. Press E to put away what you have read.',
    snoozed: 'Nothing is snoozed.',
    bin: 'The bin is empty.',
    tag: 'No article has this tag yet.',
  },
};
