import { describe, expect, it } from 'vitest';

import { extractArticle } from '../../../main/extract/index.ts';
import { decodeBody } from '../../../main/fetch/charset.ts';
import { parseFeed } from '../../../main/parse/index.ts';
import { encode1258 } from './windows-1258.ts';

const TITLE = 'Người dân Bản Mây góp ý quy hoạch thung lũng sau ba mùa lũ';
const BODY = 'Sáng 12/3, hơn hai trăm người dân xã Bản Mây đã đến nhà văn hóa để góp ý cho bản quy hoạch mới của thung lũng, nơi con suối từng tràn bờ ba lần trong năm ngoái. '.repeat(3).trim();

const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['utf-8', (text) => Buffer.from(text)],
  ['utf-8 with a mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['windows-1258', encode1258],
  ['utf-16le', (text) => Buffer.from(text, 'utf16le')],
  ['utf-16le with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['utf-16be', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['utf-16be with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
];
/** Right for one of them, wrong for the others; and none at all. */
const LABELS = [null, 'utf-8', 'windows-1258', 'utf-16', 'utf-16be', 'iso-8859-1', 'windows-1252', 'iso-8859-2', 'us-ascii', 'gb2312', 'no-such-thing'];

describe.each(ENCODINGS)('%s', (_encoding, encode) => {
  it.each(LABELS)('in a page whose header, or meta element, says %s', (label) => {
    const page = (meta: string): string => `<!doctype html><html lang="vi"><head>${meta}<title>${TITLE}</title></head><body><h1>${TITLE}</h1><div><p>${BODY}</p><p>${BODY.replaceAll('ba lần', 'bốn lần')}</p></div></body></html>`;
    const meta = label === null ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`;
    for (const [html, contentType] of [[page(''), label === null ? null : `text/html; charset=${label}`], [page(meta), null], [page(meta), 'text/html; charset=windows-1251']] as const) {
      if (contentType?.endsWith('1251') === true && label === null) continue;
      const article = extractArticle(decodeBody(encode(html), { contentType, kind: 'html' }), { url: 'https://bao.example.vn/a.html' });
      expect(article.title).toBe(TITLE);
      expect(article.html).toContain(BODY);
    }
  });

  it.each(LABELS)('in a feed whose header, or prolog, says %s', (label) => {
    const feed = (prolog: string): string => `${prolog}<rss version="2.0"><channel><title>Báo Thử</title><link>https://bao.example.vn/</link><item><title>${TITLE}</title><link>https://bao.example.vn/1</link><description>${BODY}</description></item></channel></rss>`;
    const prolog = label === null ? '<?xml version="1.0"?>' : `<?xml version="1.0" encoding="${label}"?>`;
    for (const [xml, contentType] of [[feed(''), label === null ? null : `text/xml; charset=${label}`], [feed(prolog), null], [feed(prolog), 'application/rss+xml']] as const) {
      const { entries } = parseFeed(decodeBody(encode(xml), { contentType, kind: 'xml' }), { url: 'https://bao.example.vn/rss', contentType });
      expect(entries.map((entry) => entry.title)).toEqual([TITLE]);
    }
  });
});
