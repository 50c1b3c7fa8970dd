import { describe, expect, it } from 'vitest';
import { readMhtml } from '../../../main/archive/index.ts';
import { CHROME_PAGE, archiveOf, bytesOf } from './archives.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('an MHTML archive', () => {
  it('gives the page, its address, its title and its pictures', () => {
    const archive = readMhtml(bytesOf(CHROME_PAGE), 'trang.mhtml');
    expect(archive).toMatchObject({ address: 'https://bao.example/rung-dau-nguon.html', title: 'Rừng đầu nguồn xanh trở lại' });
    expect(text(archive.page.bytes)).toContain('<h1>Rừng đầu nguồn xanh trở lại</h1>');
    expect(archive.others.map(({ mediaType, location, contentId }) => [mediaType, location, contentId])).toEqual([
      ['text/css', 'cid:css-1@mhtml.blink', null],
      ['image/png', 'https://anh.example/doi.png', null],
      ['image/png', null, 'vuon@bao.example'],
    ]);
  });

  it('takes the page that the archive names first, not the first one in it', () => {
    const archive = readMhtml(
      bytesOf(['MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="b"; start="<trang@x>"', '', '--b', 'Content-Type: text/html', '', '<p>khung', '--b', 'Content-Type: text/html', 'Content-ID: <trang@x>', '', '<p>trang', '--b--']),
      'a.mht',
    );
    expect(text(archive.page.bytes)).toBe('<p>trang');
  });

  it('finds the page inside parts of parts, and tells boundaries with the same beginning apart', () => {
    const inner = ['Content-Type: multipart/alternative; boundary=bb', '', '--bb', 'Content-Type: text/plain', '', 'chữ', '--bb', 'Content-Type: text/html', '', '<p>trong', '--bb--'];
    const archive = readMhtml(archiveOf(inner, ['Content-Type: image/gif', 'Content-Transfer-Encoding: base64', '', 'R0lGODlh']), 'a.mht');
    expect(text(archive.page.bytes)).toBe('<p>trong');
    expect(archive.others.map(({ mediaType }) => mediaType)).toEqual(['text/plain', 'image/gif']);
    expect(text(archive.others[1]?.bytes ?? new Uint8Array())).toBe('GIF89a');
  });

  it('gives what is there where the end is missing', () => {
    const archive = readMhtml(bytesOf(['MIME-Version: 1.0', 'Content-Type: multipart/related; boundary=b', '', '--b', 'Content-Type: text/html', '', '<p>bị cắt giữa chừ']), 'a.mht');
    expect(text(archive.page.bytes)).toBe('<p>bị cắt giữa chừ');
  });

  it('reads a single page without parts', () => {
    expect(text(readMhtml(bytesOf(['MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '', '<p>n=E1=BB=', '=97i=20 lo =zz']), 'a.mht').page.bytes)).toBe('<p>nỗi  lo =zz');
  });

  it('decodes no more than its own lines: soft breaks with blanks, a lone equals sign, an end in the middle', () => {
    const read = (body: string): string => text(readMhtml(bytesOf(['Content-Type: text/html', 'Content-Transfer-Encoding: Quoted-Printable', '', body]), 'a.mht').page.bytes);
    expect(read('a= \t\r\nb')).toBe('ab');
    expect(read('a=b=4')).toBe('a=b=4');
    expect(read('a=')).toBe('a');
    expect(read('1 = 2 =\nx')).toBe('1 = 2 x');
  });

  it('refuses what is no archive, in words', () => {
    for (const bytes of [bytesOf([]), bytesOf(['chỉ là chữ']), archiveOf(['Content-Type: image/png', '', 'x']), Buffer.from([0, 1, 2, 255])]) {
      expect(() => readMhtml(bytes, 'x.mht')).toThrow('The file x.mht holds no web page.');
    }
  });

  it('refuses more parts than any page has, and survives boundaries made to hurt', () => {
    const many = Buffer.from(`Content-Type: multipart/related; boundary=b\n\n${'--b\nContent-Type: text/html\n\nx\n'.repeat(4000)}`);
    expect(() => readMhtml(many, 'x.mht')).toThrow('more than 3000 parts');
    expect(() => readMhtml(bytesOf([`Content-Type: multipart/related; boundary="${'-'.repeat(5000)}"`, '', '-'.repeat(100_000)]), 'x.mht')).toThrow('holds no web page');
    expect(() => readMhtml(bytesOf(['Content-Type: multipart/related; boundary="-"', '', '-'.repeat(2_000_000)]), 'x.mht')).toThrow('holds no web page');
    const nested = Array.from({ length: 40 }, (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n`).join('');
    expect(() => readMhtml(Buffer.from(`${nested}Content-Type: text/html\n\n<p>quá sâu`), 'x.mht')).toThrow('holds no web page');
  });
});
