import { dateForm, numberForm } from '../forms.ts';
import type { Messages } from '../messages.ts';

const number = numberForm('en');
const n = (value: number): string => number.format(value);
const months = dateForm('en-GB', { month: 'short', year: 'numeric' });
const articles = (count: number): string => `${n(count)} ${count === 1 ? 'article' : 'articles'}`;

/** The words of searching, in English. */
export const enSearch: Messages['search'] = {
  label: 'Search',
  placeholder: 'Search saved articles',
  clear: 'Clear search',
  results: articles,
  none: (query) => `No article matches “${query}”.`,
  noneHint: 'Try fewer words. Vietnamese can be typed with or without marks.',
  misunderstood: (pieces) => `The filter ${pieces} means nothing here and was searched as words.`,
  corrected: 'Did you mean ',
  correctedToo: '? That was searched as well.',
  useCorrected: 'Search for the suggested spelling',
  incomplete: 'Still indexing. A few new articles may be missing.',
  inNote: 'Your note',
  inHighlight: 'Your highlight',
  suggestions: 'Suggestions',
  kinds: { search: 'searched before', tag: 'tag', feed: 'source', name: 'name', author: 'author', title: 'title' },
  suggestion: (text, kind) => `Search ${text} (${kind})`,
  recent: 'Recent searches',
  forgetRecent: 'Clear all',
  facets: 'Narrow down',
  facetGroups: { feeds: 'Source', months: 'Month', tags: 'Tag' },
  facet: (name, count) => `${name}, ${articles(count)}`,
  month: (month, year) => months.format(new Date(year, month - 1)),
  moreFacets: (count) => `${n(count)} more`,
  filters: { feed: 'feed', date: 'date', tag: 'tag', author: 'author' },
  save: 'Save search',
  saved: 'Saved searches',
  edit: 'Edit saved search',
  name: 'Name',
  query: 'Searches for',
  notifies: 'Notify me when new articles match',
  notifiesHint: 'After each update, Docbao tells you what is new.',
  confirm: 'Save',
  menu: (name) => `Actions for ${name}`,
  rename: 'Edit',
  notify: 'Notify me of new articles',
  notifyNot: 'Stop notifying me',
  up: 'Move up',
  down: 'Move down',
  remove: 'Delete',
  removed: (name) => `Deleted the search “${name}”.`,
  alert: (name, count) => `${name}: ${n(count)} new ${count === 1 ? 'article' : 'articles'}.`,
  show: 'Show',
  remember: 'Remember recent searches',
  rememberHint: 'What you searched for is suggested again as you type. It stays in this library.',
  remembers: { on: 'Remember', off: 'Don’t remember' },
  help: 'How to search',
  helpIntro: 'Choose an example to try it. They can be combined.',
  try: (query) => `Try ${query}`,
  helpSections: [
    {
      title: 'Words',
      rows: [
        { write: 'bau cu', finds: 'Vietnamese is found without its marks. Typed with marks, articles with just these come first.' },
        { write: '"bầu cử"', finds: 'Exactly this phrase, with these marks.' },
        { write: 'bầu -"đại biểu"', finds: 'Leaves out articles with the phrase after the minus.' },
        { write: 'flood OR storm', finds: 'Articles that have either.' },
        { write: '(flood OR storm) lào cai', finds: 'Parentheses keep words together.' },
        { write: 'title:flood', finds: 'Words in the title.' },
      ],
    },
    {
      title: 'Sources and authors',
      rows: [
        { write: 'feed:"tuổi trẻ"', finds: 'Articles from the source with this name.' },
        { write: 'folder:news', finds: 'Articles from the sources in a folder.' },
        { write: 'site:vnexpress.net', finds: 'Articles from one site.' },
        { write: 'author:"nguyễn an"', finds: 'Articles by one author.' },
        { write: 'lang:en', finds: 'Articles in one language.' },
      ],
    },
    {
      title: 'What you have done',
      rows: [
        { write: 'is:unread', finds: 'Unread articles; is:read finds the others.' },
        { write: 'is:starred', finds: 'Starred articles.' },
        { write: 'is:queued', finds: 'In Read later; also is:archived and is:snoozed.' },
        { write: 'tag:storm', finds: 'Articles with this tag; has:tag finds all that have one.' },
        { write: 'is:highlighted', finds: 'Articles in which you have highlighted something.' },
        { write: 'has:note', finds: 'Articles with a note of yours. The words of notes are found as well.' },
        { write: 'has:image', finds: 'Articles with stored pictures; has:audio those with sound.' },
      ],
    },
    {
      title: 'Dates and order',
      rows: [
        { write: 'date:2026-11', finds: 'Published in this month; also a year or a day.' },
        { write: 'date:7d', finds: 'In the last seven days; 2w is two weeks, 3m three months.' },
        { write: 'date:today', finds: 'Published today; also yesterday.' },
        { write: 'after:2026-11-01', finds: 'From that day on; before: finds what is older.' },
        { write: 'storm sort:new', finds: 'Newest first; also old and best.' },
      ],
    },
  ],
};
