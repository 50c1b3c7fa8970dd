import type { Messages } from '../messages.ts';

const KINDS: readonly (readonly [RegExp, string])[] = [[/^audio\//, 'Audio'], [/^video\//, 'Video'], [/pdf$/, 'PDF'], [/epub/, 'EPUB book'], [/^image\//, 'Picture']];

/** The words of files that are attached to articles, in English. */
export const enEnclosures: Messages['enclosures'] = {
  title: 'Attached files',
  download: 'Download',
  again: 'Try again',
  stop: 'Stop',
  open: 'Open',
  kept: 'in the library',
  minutes: (minutes) => `${minutes} min`,
  coming: (bytes, of) => (of === null ? `downloading, ${bytes} so far` : `downloading, ${bytes} of ${of}`),
  kindOf: (mimeType) => KINDS.find(([pattern]) => pattern.test(mimeType))?.[1] ?? 'File',
};
