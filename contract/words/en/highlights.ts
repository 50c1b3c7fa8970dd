import { numberForm, pluralForm } from '../forms.ts';
import type { Messages } from '../messages.ts';

const number = numberForm('en');
const rules = pluralForm('en');

/** The words of highlights and notes, in English. */
export const enHighlights: Messages['highlights'] = {
  title: 'Highlights',
  here: 'Highlight the selection or paragraph',
  picture: 'Picture',
  markPicture: 'Highlight this picture',
  list: 'See highlights',
  selection: 'Selected words',
  one: 'Highlight',
  colors: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink' },
  color: 'Colour',
  note: 'Note',
  notePlaceholder: 'Write a note about these words',
  keepNote: 'Keep note',
  copy: 'Copy with source',
  copied: 'Copied with its source.',
  search: 'Search the library for these words',
  remove: 'Remove highlight',
  removed: 'Highlight removed.',
  export: 'Export as Markdown',
  exported: (name) => `Saved the highlights in ${name}.`,
  onlyThis: 'This article only',
  filter: 'Find in highlights and notes',
  none: (key) => (key === undefined ? 'Nothing is highlighted yet. Select words in an article.' : `Nothing is highlighted yet. Select words in an article, or press ${key}.`),
  noneSuch: 'No highlight matches.',
  count: (value) => `${number.format(value)} ${rules.select(value) === 'one' ? 'highlight' : 'highlights'}`,
  markdown: { title: 'Highlights', orphan: 'no longer in the article' },
  orphan: 'The article has changed and these words are gone. The highlight is kept.',
};
