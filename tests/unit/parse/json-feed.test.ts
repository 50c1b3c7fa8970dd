import { describe, expect, it } from 'vitest';
import { only, parse } from './feeds.ts';

const VERSION = 'https://jsonfeed.org/version/1.1';

describe('a JSON feed', () => {
  it('is read in full', () => {
    const feed = parse(
      `\uFEFF${JSON.stringify({
        version: VERSION,
        title: 'Báo',
        description: 'Tin',
        home_page_url: 'https://bao.example/',
        feed_url: '/feed.json',
        favicon: '/f.ico',
        language: 'vi',
        authors: [{ name: 'Tòa soạn' }],
        items: [
          {
            id: 1,
            url: '/1',
            title: 'A &amp; B',
            summary: 'Ngắn <b>',
            content_html: '<p>Dài</p>',
            date_published: '2026-03-07T00:05:00+07:00',
            tags: ['x', 'x', 2],
            image: 'i.jpg',
            attachments: [{ url: '/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 5, duration_in_seconds: 6.4 }, { mime_type: 'x' }],
          },
        ],
      })}`,
    );
    expect(feed).toEqual({
      format: 'json',
      title: 'Báo',
      description: 'Tin',
      siteUrl: 'https://bao.example/',
      selfUrl: 'https://bao.example/feed.json',
      iconUrl: 'https://bao.example/f.ico',
      language: 'vi',
      ttlMinutes: null,
      skipHours: [],
      entries: [
        {
          guid: '1',
          url: 'https://bao.example/1',
          title: 'A & B',
          summaryHtml: 'Ngắn &lt;b&gt;',
          contentHtml: '<p>Dài</p>',
          author: 'Tòa soạn',
          publishedAt: Date.UTC(2026, 2, 6, 17, 5),
          updatedAt: null,
          categories: ['x'],
          enclosures: [{ url: 'https://bao.example/a.mp3', mimeType: 'audio/mpeg', length: 5, durationSeconds: 6, title: null }],
          imageUrl: 'https://bao.example/rss/i.jpg',
        },
      ],
    });
  });

  it('may hold plain text and the author of version 1', () => {
    const entry = only(parse(JSON.stringify({ version: VERSION, title: 'T', items: [{ id: 'https://bao.example/2', content_text: 'a < b\nc\n\nd', author: { name: 'Lê C' } }] })));
    expect(entry).toMatchObject({ contentHtml: '<p>a &lt; b<br>c</p><p>d</p>', author: 'Lê C', url: 'https://bao.example/2' });
  });

  it('may have wrong types anywhere', () => {
    const feed = parse(JSON.stringify({ version: VERSION, title: 3, items: [null, 5, { id: {}, url: [], title: {}, tags: 'x', attachments: 7 }] }));
    expect(feed.title).toBe('');
    expect(only(feed)).toMatchObject({ guid: null, url: null, title: '', categories: [] });
  });

  it('without entries is a feed', () => {
    expect(parse(JSON.stringify({ version: VERSION, title: 'T', items: [] })).entries).toEqual([]);
  });

  it('cut short keeps the items that are whole', () => {
    const whole = JSON.stringify({ version: VERSION, title: 'T "{[', items: [{ id: '1', tags: ['a'] }, { id: '2', content_text: 'x' }] });
    const { entries } = parse(whole.slice(0, -8));
    expect(entries.map(({ guid }) => guid)).toEqual(['1']);
    expect(parse(whole.slice(0, -1)).entries).toHaveLength(2);
  });

  it('may hold bare line ends in its strings', () => {
    expect(only(parse(`{"version": "${VERSION}", "title": "T", "items": [{"id": "1", "title": "một
hai"}]}`)).title).toBe('một hai');
  });

  it('that is not JSON is broken, other JSON is no feed', () => {
    expect(() => parse(`{"version": "${VERSION}", "title": `)).toThrow(expect.objectContaining({ kind: 'broken-feed' }));
    expect(() => parse('{"a": 1}')).toThrow(expect.objectContaining({ kind: 'not-a-feed' }));
    expect(() => parse('{"a": ')).toThrow(expect.objectContaining({ kind: 'not-a-feed' }));
    expect(() => parse('[]')).toThrow(expect.objectContaining({ kind: 'not-a-feed' }));
  });
});
