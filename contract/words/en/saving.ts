import { numberForm } from '../forms.ts';
import type { Messages } from '../messages.ts';

const number = numberForm('en');
const n = (value: number): string => number.format(value);
const files = (count: number): string => (count === 1 ? '1 file' : `${n(count)} files`);
const articles = (count: number): string => (count === 1 ? '1 article' : `${n(count)} articles`);

export const enSaving: Messages['saving'] = {
  fromClipboard: 'Save from the clipboard',
  emptyClipboard: 'There is no text on the clipboard to save.',
  openFiles: 'Open files',
  openFolder: 'Open a folder',
  paste: 'Paste text or HTML',
  clipTitle: 'Save text as an article',
  clipLabel: 'Text or HTML',
  clipHint: 'The first line becomes the title. Pasted from a page, images and links are kept.',
  clipRich: 'Formatting, images and links are kept.',
  clipSave: 'Save',
  saving: (done, found) => `Saving ${n(done)} of ${files(found)}`,
  current: (name) => `Reading ${name}`,
  stop: 'Stop',
  savedFiles: (count) => (count === 0 ? 'No article was saved.' : `Saved ${articles(count)}.`),
  stopped: (count) => `Stopped. ${articles(count)} saved so far ${count === 1 ? 'is' : 'are'} kept.`,
  passedOver: (count) => `${files(count)} of kinds that Docbao does not read ${count === 1 ? 'was' : 'were'} skipped.`,
  wasCut: 'The folder holds too many files. The rest was not saved; open its folders one by one.',
  nothingHere: 'This folder holds no page or text that Docbao can read.',
  failedFiles: (count) => `${files(count)} could not be saved`,
  someFailed: (count) => `${files(count)} could not be saved.`,
  showFailed: 'Show',
  waits: (title) => `${title} is on the list. Docbao fetches it when the network is back.`,
  saveLater: 'Save this page when the network is back',
  offlineAdd: 'You are offline. A page you save now is fetched when the network is back; finding sources has to wait.',
  newWindow: 'New window',
  openInWindow: 'Open the article in a new window',
  revealLibrary: 'Show the library folder',
};
