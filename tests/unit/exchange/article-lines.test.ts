import { describe, expect, it } from 'vitest';
import { readArticleLine } from '../../../main/exchange/article-lines.ts';

const line = (value: unknown): string => JSON.stringify(value);

describe('a line of articles', () => {
  it('may hold paragraphs, which are text and never markup', () => {
    const article = readArticleLine(line({ title: ' Chợ phiên ', lede: 'Mưa.', body: ['Hàng <b>rau</b> & cá', ' ', 'Hết'], author: 'An', tags: ['Chợ'] }));
    expect(article).toMatchObject({ title: 'Chợ phiên', lede: 'Mưa.', byline: 'An', text: 'Hàng <b>rau</b> & cá\nHết', tags: ['Chợ'], url: null });
    expect(article.html).toBe('<p>Hàng &lt;b&gt;rau&lt;/b&gt; &amp; cá</p><p>Hết</p>');
  });

  it('may hold HTML, which is sanitised, with its images', () => {
    const article = readArticleLine(line({ title: 'T', html: '<p onclick=x()>Chào<script>1</script></p><img src="/a.jpg">', url: 'https://bao.vn/x' }));
    expect(article.html).not.toMatch(/script|onclick|\ssrc=/);
    expect(article.images.map(({ src }) => src)).toEqual(['https://bao.vn/a.jpg']);
  });

  it.each([
    ['lũ, bão', ['lũ', 'bão']],
    [' #Lũ;;bão , LŨ ', ['Lũ', 'bão']],
    [['Lào  Cai', 'lào cai', ''], ['Lào Cai']],
    ['', []],
    [null, []],
  ])('may carry tags as %j', (tags, expected) => {
    expect(readArticleLine(line({ title: 'T', tags })).tags).toEqual(expected);
  });

  it('may name several authors, and break its paragraphs anywhere', () => {
    const article = readArticleLine(line({ title: 'T', author: ['An ', 'Bình'], body: 'Một\r\n\n hai\u00a0 ba \n' }));
    expect(article).toMatchObject({ byline: 'An, Bình', text: 'Một\nhai ba', wordCount: 3 });
  });

  it.each([{ tags: ['x'.repeat(101)] }, { tags: Array.from({ length: 101 }, (_, at) => `t${at}`).join(',') }])('refuses tags that are none', (tags) => {
    expect(() => readArticleLine(line({ title: 'T', ...tags }))).toThrow('tags');
  });

  it.each([
    ['2026-11-01T10:00:00+07:00', Date.UTC(2026, 10, 1, 3)],
    [1_700_000_000, 1_700_000_000_000],
    [1_700_000_000_000, 1_700_000_000_000],
    ['', null],
    [null, null],
  ])('dates itself with %s', (published_at, expected) => {
    expect(readArticleLine(line({ title: 'T', body: 'x', published_at })).publishedAt).toBe(expected);
  });

  it.each(['hôm qua', '24/13/2026', 9e15])('is refused with the time %s', (published_at) => {
    expect(() => readArticleLine(line({ title: 'T', body: 'x', published_at }))).toThrow(/published_at.*2026-11-24T/);
  });

  it('is one text whichever way its letters are composed', () => {
    const one = readArticleLine(line({ title: 'Bầu cử', body: 'Lào Cai' }));
    const other = readArticleLine(line({ title: 'Bầu cử'.normalize('NFD'), body: 'Lào Cai'.normalize('NFD') }));
    expect(one.contentHash).toBe(other.contentHash);
  });

  it('refuses addresses that are none of the web', () => {
    expect(readArticleLine(line({ title: 'T', url: 'javascript:alert(1)' })).url).toBeNull();
  });

  it.each(['not json', '[]', '7', '{}', '{"title":""}', '{"title":7}', '{"title":"T","body":{}}'])('says what is wrong with %s', (text) => {
    expect(() => readArticleLine(text)).toThrow(/\w/);
  });
});
