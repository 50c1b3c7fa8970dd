import { numberForm, pluralForm } from '../forms.ts';
import type { Messages } from '../messages.ts';

const number = numberForm('en');
const rules = pluralForm('en');
const sources = (count: number): string => `${number.format(count)} ${rules.select(count) === 'one' ? 'source' : 'sources'}`;

/** The words of the first start, in English. */
export const enWelcome: Messages['welcome'] = {
  title: 'A newspaper of your own',
  lede: 'Docbao fetches articles from the sources you choose and keeps their text and pictures on your disk, to be read and searched at any time, with a network or without.',
  pick: 'Begin with a few sources',
  pickHint: 'As many as you like; you can add or remove some at any time.',
  languages: { vi: 'Vietnamese papers', en: 'International papers, in English' },
  topics: { news: 'News', business: 'Business', local: 'Local', world: 'World', science: 'Science', technology: 'Technology' },
  evidence: { seen: 'works', 'long-in-use': 'not checked lately', guess: 'address is a guess' },
  all: 'Select all',
  none: 'Select none',
  follow: (count) => (count === 0 ? 'Follow selected' : `Follow ${sources(count)}`),
  followed: (count) => (count === 0 ? 'You already follow these.' : `Now following ${sources(count)}. Docbao is fetching their articles.`),
  importList: 'Import OPML',
  justRead: 'Just read for now',
};
