import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SuggestedFeed } from '../../../contract/domain/feed.ts';
import { parseOpml } from '../../../main/opml/index.ts';
import { grouped, listOf } from '../../../renderer/features/welcome/picked-list.ts';
import { en } from '../../../contract/words/en/index.ts';
import { vi } from '../../../contract/words/vi/index.ts';

const suggested = JSON.parse(readFileSync(new URL('../../../resources/suggested-feeds.json', import.meta.url), 'utf8')) as readonly SuggestedFeed[];

describe('the suggestions of the first start', () => {
  it('are all there, by language and topic, Vietnamese first', () => {
    const groups = grouped(suggested);
    expect(groups.map(({ language }) => language)).toEqual(['vi', 'en']);
    expect(groups.flatMap(({ topics }) => topics.flatMap(([, feeds]) => feeds)).toSorted((a, b) => suggested.indexOf(a) - suggested.indexOf(b))).toEqual(suggested);
  });

  it('have words for every language, topic and kind of evidence', () => {
    for (const { welcome } of [vi, en]) {
      for (const { language, topic, evidence } of suggested) {
        expect(Object.keys(welcome.languages)).toContain(language);
        expect(Object.keys(welcome.topics)).toContain(topic);
        expect(welcome.evidence[evidence]).not.toBe('');
      }
    }
  });
});

describe('what was picked', () => {
  it('is a list that the library reads, whatever signs stand in a title', () => {
    const odd: SuggestedFeed = { feedUrl: 'https://a.vn/rss?x=1&y=2', title: 'Báo <“A” & "B">', siteUrl: 'https://a.vn/', language: 'vi', topic: 'news', evidence: 'seen' };
    const { subscriptions, skipped } = parseOpml(listOf([odd, ...suggested]));
    expect(skipped).toEqual([]);
    expect(subscriptions[0]).toMatchObject({ feedUrl: odd.feedUrl, title: odd.title, siteUrl: odd.siteUrl });
    expect(subscriptions.slice(1).map(({ feedUrl }) => feedUrl)).toEqual(suggested.map(({ feedUrl }) => feedUrl));
  });
});
