import type { Messages } from '../messages.ts';

const number = new Intl.NumberFormat('en');
const n = (value: number): string => number.format(value);
const files = (count: number): string => (count === 1 ? '1 file' : `${n(count)} files`);
const articles = (count: number): string => (count === 1 ? '1 article' : `${n(count)} articles`);

export const enSaving: Messages['saving'] = {
  fromClipboard: 'Save from the clipboard',
  emptyClipboard: 'There is no text on the clipboard to save.',
  openFiles: 'Open files',
  openFolder: 'Take in a folder',
  paste: 'Paste text or HTML',
  clipTitle: 'Save what was pasted',
  clipLabel: 'Text or HTML',
  clipHint: 'The first line becomes the title. Pasted from a page, images and links are kept.',
  clipRich: 'With its formatting, images and links.',
  clipSave: 'Save as an article',
  saving: (done, found) => `Saving ${n(done)} of ${files(found)}`,
  current: (name) => `Reading ${name}`,
  stop: 'Stop',
  savedFiles: (count) => (count === 0 ? 'No article was saved.' : `Saved ${articles(count)}.`),
  stopped: (count) => `Stopped. ${articles(count)} saved so far ${count === 1 ? 'is' : 'are'} kept.`,
  passedOver: (count) => `${files(count)} of kinds that Docbao does not read ${count === 1 ? 'was' : 'were'} passed over.`,
  wasCut: 'The folder holds too many files. The rest was not saved; take in its folders one by one.',
  nothingHere: 'This folder holds no page or text that Docbao can read.',
  failedFiles: (count) => `${files(count)} could not be saved:`,
  someFailed: (count) => `${files(count)} could not be saved.`,
  showFailed: 'Show',
  resultTitle: 'Files that could not be saved',
  waits: (title) => `${title} is noted. Docbao fetches it when there is a network again.`,
  saveLater: 'Save this page when there is a network again',
  offlineAdd: 'You are offline. A page that you save is fetched when there is a network again; finding sources has to wait.',
  newWindow: 'New window',
  openInWindow: 'Open the article in a new window',
  revealLibrary: 'Show the library folder',
};
