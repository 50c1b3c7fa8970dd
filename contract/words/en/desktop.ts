import { numberForm, pluralForm } from '../forms.ts';
import type { Messages } from '../messages.ts';

const number = numberForm('en');
const rules = pluralForm('en');
const n = (value: number): string => number.format(value);

/** What the system shows of Docbao, in English: its menus, its tray, its notifications, its own dialogs. */
export const enDesktop: Messages['desktop'] = {
  menu: {
    file: 'File',
    closeWindow: 'Close window',
    quit: 'Quit Docbao',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    reading: 'Read',
    article: 'Article',
    view: 'View',
    window: 'Window',
    minimize: 'Minimise',
    zoom: 'Zoom',
    help: 'Help',
    about: 'About Docbao',
    services: 'Services',
    hide: 'Hide Docbao',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    openLink: 'Open the link in the browser',
    copyLink: 'Copy the link’s address',
  },
  tray: {
    open: 'Open Docbao',
    unread: (count) => (count === 0 ? 'Everything is read' : `${n(count)} unread`),
    sync: 'Update now',
    pause: 'Pause for an hour',
    resume: 'End the pause',
    quit: 'Quit Docbao',
  },
  notification: {
    arrived: (count, feeds) => `${n(count)} new ${rules.select(count) === 'one' ? 'article' : 'articles'}${feeds === 1 ? '' : ` from ${n(feeds)} sources`}`,
    andMore: (feeds) => `and ${n(feeds)} more`,
    alert: (name, count) => `${name}: ${n(count)} new`,
  },
  open: {
    files: 'Choose pages or texts to save',
    folder: 'Choose a folder to save every page and text in it',
    pages: 'Pages and texts',
  },
  link: {
    subscribe: (host) => `Follow ${host}?`,
    save: (host) => `Save a page of ${host}?`,
    detail: (url) => `Another program wants Docbao to open this address:\n${url}`,
    subscribeButton: 'Follow',
    saveButton: 'Save',
    cancel: 'Cancel',
  },
  problem: {
    stopped: 'The window of Docbao stopped several times in a row. Your library is untouched.',
    'not-loaded': 'The interface of Docbao could not be opened. Installing it again repairs that; your library is untouched.',
    again: 'Open again',
  },
};

/** What stands in an article's document besides its own text. */
export const enDocument: Messages['document'] = {
  missing: 'Image not stored',
  page: (when) => `The original page, stored on ${when}`,
  updated: (when) => `changed by the paper on ${when}`,
  minutes: (count) => `${n(count)} min read`,
};
