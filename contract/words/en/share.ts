import type { Messages } from '../messages.ts';

/** The words of sharing an article and of keeping it as a file, in English. */
export const enShare: Messages['share'] = {
  menu: 'Share and save as a file, or drag it out',
  share: 'Share…',
  copyBoth: 'Copy title and link',
  copied: 'Title and link copied.',
  saveHtml: 'Save as an HTML page…',
  saved: (name) => `Saved as ${name}.`,
  command: 'Share the article',
  commandHtml: 'Save the article as an HTML page',
};
