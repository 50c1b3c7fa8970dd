import type { Messages } from '../messages.ts';

/** The words of commands, of the sheet of keys and of the palette, in English. */
export const enShortcuts: Messages['shortcuts'] = {
  title: 'Keyboard shortcuts',
  reading: 'Reading',
  article: 'The open article',
  view: 'View',
  library: 'Library',
  window: 'Window',
};

export const enCommand: Messages['command'] = {
  nextArticle: 'Next article',
  previousArticle: 'Previous article',
  openOriginal: 'Open original',
  toggleRead: 'Mark read or unread',
  toggleStar: 'Star or remove star',
  markAllRead: 'Mark all read',
  focusSearch: 'Search the library',
  findInArticle: 'Find in article',
  sync: 'Update all sources',
  cancelSync: 'Stop updating',
  add: 'Add a source',
  savePage: 'Save a web page',
  settings: 'Settings',
  shortcuts: 'Show keyboard shortcuts',
  palette: 'Command palette',
  pageDown: 'Page down, then next article',
  nextMatch: 'Next match',
  previousMatch: 'Previous match',
  focusMode: 'Focus on reading',
  viewAll: 'Show all articles',
  viewUnread: 'Show unread articles',
  viewStarred: 'Show starred articles',
  themeNext: 'Change theme',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  print: 'Print the article',
  savePdf: 'Save the article as PDF',
  goToSetting: (title) => `Settings: ${title}`,
  welcome: 'Show the welcome again',
  goToFeed: (title) => `Go to ${title}`,
};

export const enPalette: Messages['palette'] = {
  label: 'Command palette',
  placeholder: 'Find a command, a source or a setting',
  none: 'There is no such command.',
};
