import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../../main/fetch/charset.ts';
import type { DecodeOptions } from '../../../main/fetch/charset.ts';
import { encode1258 } from './windows-1258.ts';

const TEXT = '<p>Bầu cử đại biểu Quốc hội: Lào Cai chuẩn bị kỹ lưỡng ở xã Mường Khương, thuý hoà ợ ữ Đ đ ₫</p>';

function decode(bytes: Uint8Array, options: Partial<DecodeOptions> = {}): string {
  return decodeBody(bytes, { contentType: null, kind: 'html', ...options });
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('bytes that are valid UTF-8', () => {
  it.each([
    [null],
    ['text/html; charset=windows-1258'],
    ['text/html; charset=iso-8859-1'],
    ['text/html; charset=utf-16'],
    ['text/html; charset=shift_jis'],
    ['text/html; charset=no-such-thing'],
  ])('are UTF-8 under %s', (contentType) => {
    expect(decode(Buffer.from(TEXT), { contentType })).toBe(TEXT);
  });

  it('are UTF-8 whatever they say of themselves', () => {
    const page = `<meta charset="windows-1252">${TEXT}`;
    expect(decode(Buffer.from(page))).toBe(page);
    const feed = `<?xml version="1.0" encoding="UTF-16"?>${TEXT}`;
    expect(decode(Buffer.from(feed), { kind: 'xml' })).toBe(feed);
  });

  it('lose their byte order mark', () => {
    expect(decode(Buffer.from(`\uFEFF${TEXT}`))).toBe(TEXT);
  });

  it('become NFC', () => {
    expect(decode(Buffer.from(TEXT.normalize('NFD')))).toBe(TEXT);
  });
});

describe('UTF-8 that was damaged', () => {
  it('stays UTF-8 when cut inside a character', () => {
    const bytes = Buffer.from(TEXT.repeat(3));
    expect(decode(bytes.subarray(0, bytes.indexOf('ầ', 200) + 1))).toContain('Lào Cai');
  });

  it('stays UTF-8 with a stray byte of another encoding', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.of(0x93), Buffer.from(TEXT)]);
    expect(decode(bytes, { contentType: 'text/html; charset=utf-8' })).toBe(`${TEXT}\uFFFD${TEXT}`);
  });
});

describe('windows-1258', () => {
  it.each([
    ['declared in the header', '', 'text/html; charset=windows-1258'],
    ['declared by an alias', '', 'text/html; charset="x-cp1258"'],
    ['declared in a meta element', '<meta charset=windows-1258>', null],
    ['declared the old way', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">', null],
    ['declared nowhere', '', null],
    ['called UTF-8', '', 'text/html; charset=utf-8'],
    ['called ISO 8859-1', '', 'text/html; charset=iso-8859-1'],
  ])('%s', (_name, meta, contentType) => {
    expect(decode(encode1258(meta + TEXT), { contentType })).toBe(meta + TEXT);
  });

  it('declared in an XML prolog', () => {
    const feed = `<?xml version='1.0' encoding='windows-1258'?><rss>${TEXT}</rss>`;
    expect(decode(encode1258(feed), { kind: 'xml' })).toBe(feed);
  });

  it('in a text file', () => {
    expect(decode(encode1258(TEXT), { kind: 'text' })).toBe(TEXT);
  });
});

describe('western text', () => {
  it('is windows-1252, quotation marks and euro sign included', () => {
    const bytes = Buffer.from('<p>\x93Caf\xe9\x94 \x80 5, pu\xf2 luned\xec, co\xf1o</p>', 'latin1');
    expect(decode(bytes)).toBe('<p>“Café” € 5, può lunedì, coño</p>');
    expect(decode(bytes, { contentType: 'text/html; charset=latin1' })).toBe('<p>“Café” € 5, può lunedì, coño</p>');
  });
});

describe('UTF-16', () => {
  it.each(['le', 'be'] as const)('%s with and without a mark', (order) => {
    expect(decode(utf16(TEXT, order, true))).toBe(TEXT);
    expect(decode(utf16(TEXT, order, false))).toBe(TEXT);
    expect(decode(utf16(TEXT, order, false), { contentType: 'text/html; charset=utf-8' })).toBe(TEXT);
    expect(decode(utf16(TEXT, order, true), { kind: 'xml', contentType: 'text/xml; charset=us-ascii' })).toBe(TEXT);
  });
});

describe('other encodings', () => {
  it('are believed where the bytes are not UTF-8', () => {
    const bytes = Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2);
    expect(decode(bytes, { contentType: 'text/html; charset=windows-1251' })).toBe('Привет');
    expect(decode(Uint8Array.of(0x93, 0xfa, 0x96, 0x7b), { contentType: 'text/html;charset=Shift_JIS' })).toBe('日本');
    const japanese = Buffer.from('\x1b$BF|K\\\x1b(B', 'latin1');
    expect(decode(japanese, { contentType: 'text/html; charset=iso-2022-jp' })).toBe('日本');
  });
});

describe('any bytes', () => {
  it('decode to something without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('html', 'xml', 'text'), fc.string(), (bytes, kind, label) => {
        expect(typeof decodeBody(bytes, { contentType: `text/x; charset=${label}`, kind })).toBe('string');
      }),
    );
  });

  it('that are text in UTF-8 come back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));
        expect(decode(Buffer.from(text))).toBe(text.normalize('NFC'));
      }),
    );
  });
});
