import { clipboard } from 'electron';

const HTML = 'text/html';

/** What is on the clipboard as text, and the same with its markup, where it has any; both may be empty. */
export async function readClipboard(): Promise<{ readonly text: string; readonly html: string }> {
  // Promises in newer Electrons, values in older ones.
  return { text: await Promise.resolve(clipboard.readText()), html: await readHtml() };
}

async function readHtml(): Promise<string> {
  // Older Electrons have a method for it, newer ones the items of the web's own clipboard.
  if ('readHTML' in clipboard && typeof clipboard.readHTML === 'function') {
    const html: unknown = Reflect.apply(clipboard.readHTML, clipboard, []);
    return typeof html === 'string' ? html : '';
  }
  for (const item of await clipboard.read()) {
    if (item.types.includes(HTML)) return (await item.getType(HTML)).text();
  }
  return '';
}
