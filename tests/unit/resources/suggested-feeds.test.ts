import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SuggestedFeed } from '../../../contract/domain/feed.ts';

const suggestedFeed: z.ZodType<SuggestedFeed> = z.strictObject({
  feedUrl: z.url({ protocol: /^https$/u }),
  title: z.string().trim().min(2).max(60),
  siteUrl: z.url({ protocol: /^https$/u }),
  language: z.enum(['vi', 'en']),
  topic: z.enum(['news', 'business', 'local', 'world', 'science', 'technology']),
  evidence: z.enum(['seen', 'long-in-use', 'guess']),
});

const feeds = z.array(suggestedFeed).parse(JSON.parse(readFileSync(new URL('../../../resources/suggested-feeds.json', import.meta.url), 'utf8')));

describe('the suggested subscriptions', () => {
  it('name each address once, in canonical form', () => {
    expect(new Set(feeds.map(({ feedUrl }) => feedUrl)).size).toBe(feeds.length);
    for (const { feedUrl, siteUrl } of feeds) {
      expect(new URL(feedUrl).href).toBe(feedUrl);
      expect(new URL(siteUrl).href).toBe(siteUrl);
    }
  });

  it('put Vietnamese papers first, and those seen answering before the others', () => {
    const firstForeign = feeds.findIndex(({ language }) => language !== 'vi');
    expect(feeds.slice(firstForeign).every(({ language }) => language !== 'vi')).toBe(true);
    const lastSeen = feeds.findLastIndex(({ evidence }) => evidence === 'seen');
    expect(feeds.slice(0, lastSeen + 1).every(({ evidence }) => evidence === 'seen')).toBe(true);
  });

  it('are written in NFC', () => {
    for (const { title } of feeds) expect(title).toBe(title.normalize('NFC'));
  });
});
