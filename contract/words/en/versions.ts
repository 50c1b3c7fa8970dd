import type { Messages } from '../messages.ts';

/** The words of what an article was before, in English. */
export const enVersions: Messages['versions'] = {
  title: 'This article before',
  page: 'See the stored original page',
  changed: 'The paper changed this article',
  replacedAt: (when) => `See what changed: ${when}`,
  changedAt: (when) => `Changed by the paper: ${when}. Words that went are struck through, words that came are underlined.`,
  added: 'Added:',
  removed: 'Removed:',
  same: 'The words are the same; only the layout changed.',
};
