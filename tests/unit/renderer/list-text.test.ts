import { describe, expect, it } from 'vitest';
import { decodeList, isList, whySkipped } from '../../../renderer/features/feeds/list-text.ts';

const TEXT = '<opml><body><outline text="Báo Thử"/></body></opml>';

function utf16(text: string, isBig: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !isBig);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), !isBig);
  return bytes;
}

describe('a subscription list from a file', () => {
  it('is read in the encoding that it declares, and as UTF-8 where it declares none', () => {
    expect(decodeList(new TextEncoder().encode(TEXT))).toBe(TEXT);
    expect(decodeList(utf16(TEXT, false))).toBe(TEXT);
    expect(decodeList(utf16(TEXT, true))).toBe(TEXT);
    const declared = `<?xml version="1.0" encoding="windows-1252"?><opml><body><outline text="Caf\u00e9"/></body></opml>`;
    expect(decodeList(Uint8Array.from(declared, (character) => character.charCodeAt(0)))).toBe(declared);
    expect(decodeList(new TextEncoder().encode('<?xml encoding="no-such"?>ế'))).toContain('ế');
  });

  it('is told from a page by its name and how it begins', () => {
    expect(isList('Nguồn.OPML', '')).toBe(true);
    expect(isList('feeds.xml', '<?xml version="1.0"?>\n<opml version="2.0">')).toBe(true);
    expect(isList('page.xml', '<html>')).toBe(false);
    expect(isList('opml.txt', '<opml>')).toBe(false);
  });
});

describe('why an entry of a list can not be followed', () => {
  it.each([
    ['', 'noAddress'],
    ['javascript:alert(1)', 'notWeb'],
    ['file:///etc/passwd', 'notWeb'],
    ['http://[x', 'notWeb'],
    ['https://bao.example/rss', 'twice'],
    ['feed://bao.example/rss', 'twice'],
    ['bao.example:8080/rss', 'twice'],
  ] as const)('%s: %s', (url, why) => {
    expect(whySkipped(url)).toBe(why);
  });
});
