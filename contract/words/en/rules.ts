import type { Messages } from '../messages.ts';

const number = new Intl.NumberFormat('en');
const articles = (count: number): string => `${number.format(count)} ${count === 1 ? 'article' : 'articles'}`;

/** The words of rules, in English. */
export const enRules: Messages['rules'] = {
  title: 'Rules',
  intro: 'What you say here is done with each new article that matches. Rules run in turn, from the top.',
  none: 'There are no rules yet.',
  setting: 'Rules for new articles',
  settingHint: 'Tag, star, archive or skip what matches a search, without lifting a finger.',
  open: 'Open rules',
  add: 'Add a rule',
  addTitle: 'New rule',
  editTitle: 'Edit rule',
  name: 'Name',
  namePlaceholder: 'Storm news',
  query: 'Articles that match',
  queryPlaceholder: 'storm OR flood',
  matching: (count) => (count === 0 ? 'Matches nothing in the library yet.' : `Matches ${articles(count)} in the library.`),
  misunderstood: (pieces) => `${pieces} means nothing here and is searched as words.`,
  actions: 'Then',
  action: { tag: 'Tag', star: 'Star', read: 'Mark as read', archive: 'Archive', queue: 'Read later', skip: 'Skip: put in the bin' },
  done: { tag: (tag) => `tag ${tag}`, star: 'star', read: 'mark as read', archive: 'archive', queue: 'read later', skip: 'skip' },
  tagName: 'Name of the tag',
  save: 'Save rule',
  isOn: (name) => `Use ${name}`,
  applied: (count, when) => `Met ${articles(count)}, last ${when}`,
  neverApplied: 'Has met no article yet',
  edit: (name) => `Edit ${name}`,
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  remove: (name) => `Delete ${name}`,
  removed: (name) => `Deleted the rule “${name}”.`,
  apply: (name) => `Apply ${name} to what is here already`,
  appliedNow: (name, count) => (count === 0 ? `“${name}” matches nothing here.` : `Applied “${name}” to ${articles(count)}.`),
};
