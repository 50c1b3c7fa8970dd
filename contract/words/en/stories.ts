import type { Messages } from '../messages.ts';

/** The words of stories that several papers tell, in English. */
export const enStories: Messages['stories'] = {
  others: (count) => (count === 1 ? '+1 paper' : `+${count} papers`),
  alsoIn: 'Also in:',
};
