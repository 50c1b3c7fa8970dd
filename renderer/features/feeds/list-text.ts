/** The encoding that a list's bytes declare: byte order mark, else XML declaration, else UTF-8. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /encoding=["']([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
}

/** A subscription list's text, whatever reader wrote it. */
export function decodeList(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes)).decode(bytes);
  } catch {
    // It declares an encoding that nobody knows.
    return new TextDecoder().decode(bytes);
  }
}

/** Whether a file is a subscription list, by its name and how it begins. */
export function isList(name: string, head: string): boolean {
  return /\.opml$/i.test(name) || (/\.xml$/i.test(name) && /<opml[\s>]/i.test(head));
}

/** Why an entry of a list can't be followed. */
export type WhySkipped = 'noAddress' | 'notWeb' | 'twice';

/** @param url the address as the list writes it; empty where it has none */
export function whySkipped(url: string): WhySkipped {
  if (url === '') return 'noAddress';
  const bare = url.replace(/^feed:(?:\/\/)?/i, '');
  const address = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(bare) ? bare : `https://${bare}`;
  return /^https?:/i.test(address) && URL.canParse(address) ? 'twice' : 'notWeb';
}
