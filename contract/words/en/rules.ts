import { numberForm } from '../forms.ts';
import type { Messages } from '../messages.ts';

const number = numberForm('en');
const articles = (count: number): string => `${number.format(count)} ${count === 1 ? 'article' : 'articles'}`;

/** The words of rules, in English. */
export const enRules: Messages['rules'] = {
  title: 'Rules',
  intro: 'Docbao does this with each new article that matches. Rules run from the top down.',
  none: 'There are no rules yet.',
  setting: 'Rules for new articles',
  settingHint: 'Tag, star, archive or skip articles that match a search, automatically.',
  open: 'Open rules',
  add: 'Add a rule',
  addTitle: 'New rule',
  editTitle: 'Edit rule',
  name: 'Name',
  namePlaceholder: 'Storm news',
  query: 'Articles that match',
  queryPlaceholder: 'storm OR flood',
  queryHint: 'Written like a search: words, "a phrase", title:storm, feed:news.',
  matching: (count) => (count === 0 ? 'Matches nothing in the library yet.' : `Matches ${articles(count)} in the library.`),
  misunderstood: (pieces) => `${pieces} means nothing here and is searched as words.`,
  actions: 'Then',
  action: { tag: 'Tag', star: 'Star', read: 'Mark as read', archive: 'Archive', queue: 'Read later', skip: 'Skip: move to the bin' },
  done: { tag: (tag) => `tag ${tag}`, star: 'star', read: 'mark as read', archive: 'archive', queue: 'read later', skip: 'skip' },
  tagName: 'Name of the tag',
  save: 'Save rule',
  isOn: (name) => `Use ${name}`,
  applied: (count, when) => `Matched ${articles(count)} so far, last ${when}`,
  neverApplied: 'Has matched no article yet',
  edit: (name) => `Edit ${name}`,
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  remove: (name) => `Delete ${name}`,
  removed: (name) => `Deleted the rule “${name}”.`,
  apply: (name) => `Apply ${name} to the articles you have`,
  appliedNow: (name, count) => (count === 0 ? `“${name}” matches none of the articles you have.` : `Applied “${name}” to ${articles(count)}.`),
};
