import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedFeed } from '../../../contract/domain/feed.ts';
import { DocbaoError } from '../../../contract/domain/result.ts';
import { decodeBody } from '../../../main/fetch/charset.ts';
import { parseDate, parseFeed } from '../../../main/parse/index.ts';
import { LIMITS } from '../../../main/parse/limits.ts';
import { atom, rss } from './feeds.ts';

const REAL_FEEDS = '../shared/data/feeds';

const SEEDS = [
  rss(`<item><title><![CDATA[Lũ &amp;apos;lớn&amp;apos;]]></title><link>https://bao.example/1</link><guid>1</guid>
    <description>&lt;p&gt;Tóm <b>tắt</b>&lt;/p&gt;</description><pubDate>10/2/2026 9:25:00 AM</pubDate>
    <enclosure url="/a.mp3" type="audio/mpeg" length="3"/><media:group><media:content url="/i.jpg"/></media:group></item>`),
  atom(`<entry xml:base="/x/"><title type="html">A &amp;amp; B</title><link href="1"/><updated>2026-03-07T00:05:00+07:00</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>b</b></div></content></entry>`),
  '<!DOCTYPE rss [<!ENTITY a "b">]><rdf:RDF><channel><title>&a;</title></channel><item rdf:about="x"/></rdf:RDF>',
  JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 'T', items: [{ id: '1', content_text: 'x', tags: ['a'] }] }),
];

/** Pieces that parsers trip over, to be put anywhere. */
const GRIT = ['<', '>', '&', '"', "'", ']]>', '<![CDATA[', '<!--', '-->', '<?', '?>', '</', '/>', '&#', '&#x', ';', 'xmlns:', 'xml:base="', '\0', '\uD800', '<item>', '</item>', '<rss>', '<!ENTITY x "', '<script>', '<b ', '{', '}', '\\u'];

interface Mutation {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat({ max: 40 }),
    insert: fc.oneof(fc.constantFrom(...GRIT), fc.string({ maxLength: 8 })),
  }),
  { minLength: 1, maxLength: 12 },
);

function mutate(text: string, changes: readonly Mutation[]): string {
  return changes.reduce((current, { at, remove, insert }) => {
    const place = Math.floor(at * current.length);
    return current.slice(0, place) + insert + current.slice(place + remove);
  }, text);
}

/** The feed, or null where it was refused with one of the two kinds that a feed may be refused with. */
function parseOrRefuse(text: string): ParsedFeed | null {
  try {
    return parseFeed(text, { url: 'https://bao.example/rss', contentType: null });
  } catch (error) {
    if (error instanceof DocbaoError && ['not-a-feed', 'broken-feed'].includes(error.kind)) return null;
    throw error;
  }
}

function expectSound(feed: ParsedFeed): void {
  expect(feed.entries.length).toBeLessThanOrEqual(LIMITS.entries);
  for (const entry of feed.entries) {
    expect(entry.title).toBe(entry.title.normalize('NFC').trim());
    expect(entry.title).not.toMatch(/[\0-\x1F\x7F-\x9F\u200B\uFEFF]|\p{Cs}/u);
    for (const url of [entry.url, entry.imageUrl, ...entry.enclosures.map((one) => one.url)]) {
      if (url !== null) expect(url).toMatch(/^https?:\/\//);
    }
    for (const html of [entry.summaryHtml, entry.contentHtml]) expect(html).not.toBe('');
    for (const at of [entry.publishedAt, entry.updatedAt]) expect(at === null || Number.isSafeInteger(at)).toBe(true);
  }
}

describe('any text', () => {
  it('is a feed or is refused', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...GRIT), fc.string({ maxLength: 6 })), { maxLength: 60 }), (pieces) => {
        const feed = parseOrRefuse(pieces.join(''));
        if (feed !== null) expectSound(feed);
      }),
    );
  });

  it('near a feed is a sound feed or is refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SEEDS), mutations, (seed, changes) => {
        const feed = parseOrRefuse(mutate(seed, changes));
        if (feed !== null) expectSound(feed);
      }),
      { numRuns: 600 },
    );
  });

  it('is a date within the years or none', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'0123456789-/:.,+TZ ', 'Jan', 'am', 'GMT', 'tháng', 'w', 'h'), { maxLength: 30 }), (pieces) => {
        const at = parseDate(pieces.join(''));
        if (at !== null) expect(new Date(at).getUTCFullYear()).toBeGreaterThanOrEqual(1899);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of dates comes back through its common forms', () => {
    const moments = fc.date({ min: new Date('1971-01-01'), max: new Date('2068-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        const seconds = Math.floor(moment.getTime() / 1000) * 1000;
        expect(parseDate(new Date(seconds).toUTCString())).toBe(seconds);
        expect(parseDate(moment.toISOString())).toBe(moment.getTime());
      }),
    );
  });
});

describe('work that grows with the square', () => {
  const many = 20_000;
  it.each([
    ['comments in a title', `<![CDATA[${'<!--'.repeat(many)}]]>`],
    ['tags in a title', `<![CDATA[${'<b '.repeat(many)}]]>`],
    ['references in a title', '&amp;amp;'.repeat(many)],
    ['brackets in a title', `<![CDATA[${'<a x='.repeat(many)}]]>`],
    ['at signs in a title', '@ ('.repeat(many)],
  ])('is not done for %s', (_name, title) => {
    const feed = parseOrRefuse(rss(`<item><title>${title}</title><author>${title}</author><description>${title}</description></item>`));
    expect(feed?.entries).toHaveLength(1);
  });

  it('is not done for text that is no feed', () => {
    for (const piece of ['<!--', '<html', '<a:', '<rss', '&a;', '<![CDATA[', '{"version":']) parseOrRefuse(piece.repeat(many));
  });
});

describe.runIf(existsSync(REAL_FEEDS))('real feeds (skipped where ../shared/data is missing)', () => {
  const files = existsSync(REAL_FEEDS) ? readdirSync(REAL_FEEDS).filter((name) => name.startsWith('vnexpress')) : [];
  const read = (file: string): string => decodeBody(readFileSync(join(REAL_FEEDS, file)), { contentType: null, kind: 'xml' });

  it.each(files)('%s is read whole', (file) => {
    const { entries } = parseFeed(read(file), { url: 'https://vnexpress.net/rss/tin-moi-nhat.rss', contentType: null });
    expect(entries).toHaveLength(25);
    for (const entry of entries) {
      expect(entry.url).toMatch(/^https?:\/\/[\w.]*vnexpress\.net\//);
      expect(entry.publishedAt).not.toBeNull();
      expect(entry.title).toMatch(/\p{L}/u);
      expect(entry.imageUrl).toMatch(/^https?:/);
    }
  });

  it.each(files)('%s stays sound when mutated', (file) => {
    const text = read(file);
    fc.assert(
      fc.property(mutations, (changes) => {
        const feed = parseOrRefuse(mutate(text, changes));
        if (feed !== null) expectSound(feed);
      }),
      { numRuns: 60 },
    );
  });
});
