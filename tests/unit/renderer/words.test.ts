import { describe, expect, it } from 'vitest';
import { ERROR_KINDS } from '../../../contract/domain/result.ts';
import { en } from '../../../contract/words/en/index.ts';
import { addressIn, subjectIn } from '../../../contract/words/facts.ts';
import { vi } from '../../../contract/words/vi/index.ts';

const FACTS = { host: 'vnexpress.net', url: 'https://vnexpress.net/rss/tin-moi-nhat.rss', seconds: 20, status: 500 };

/** Figures as text: good for a count and for a name. */
const SAMPLE = ['2', '3'];

/** Every text under `value`, those that take parameters called with `sample`. */
function textsIn(value: unknown, sample: readonly unknown[]): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String((value as (...args: readonly unknown[]) => unknown)(...sample))];
  return Object.values(value as object).flatMap((inner) => textsIn(inner, sample));
}

function keysIn(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysIn(inner, `${path}.${key}`));
}

describe.each([['vi', vi], ['en', en]] as const)('the words of %s', (_language, words) => {
  it('have a sentence for every kind of error, with and without facts', () => {
    for (const kind of ERROR_KINDS) {
      for (const facts of [FACTS, {}]) {
        const sentence = words.errors[kind](facts);
        expect(sentence, kind).toMatch(/^[“\p{Lu}]|^[a-z0-9.-]+\.[a-z]+ /u);
        expect(sentence, kind).toMatch(/\.$/);
        expect(sentence, kind).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }
  });

  it('are plain and quiet: no exclamation marks, no "please", nothing empty but what is meant to be', () => {
    const { evidence, ...add } = words.add;
    const { errors, ...rest } = words;
    for (const text of textsIn({ ...rest, add, evidence: [evidence.guess] }, SAMPLE)) {
      expect(text).not.toMatch(/!|please|vui lòng/i);
      expect(text.trim()).not.toBe('');
    }
    expect(Object.keys(errors)).toHaveLength(ERROR_KINDS.length);
  });

  it('are in NFC', () => {
    for (const text of textsIn({ ...words, errors: [] }, SAMPLE)) expect(text).toBe(text.normalize('NFC'));
  });
});

describe('the two languages', () => {
  it('say the same things', () => {
    expect(keysIn(en)).toEqual(keysIn(vi));
  });
});

describe('plurals', () => {
  it('follow the language', () => {
    expect(en.list.newArticles(1)).toBe('1 new article');
    expect(en.list.newArticles(1200)).toBe('1,200 new articles');
    expect(vi.list.newArticles(1)).toBe('1 bài mới');
    expect(vi.list.newArticles(1200)).toBe('1.200 bài mới');
  });
});

describe('what an error is about', () => {
  it('is the host, however the fact came', () => {
    expect(subjectIn({ host: 'tuoitre.vn', url: 'https://other.vn/' })).toBe('tuoitre.vn');
    expect(subjectIn({ url: 'https://www.dantri.com.vn/rss' })).toBe('dantri.com.vn');
    expect(subjectIn({ address: 'không phải địa chỉ' })).toBe('không phải địa chỉ');
    expect(subjectIn({ name: 'bài.txt' })).toBe('bài.txt');
    expect(subjectIn({})).toBeNull();
    expect(addressIn({ host: 'a.vn' })).toBeNull();
  });

  it('is nothing where a page came from the disk and has no host', () => {
    expect(subjectIn({ url: 'https://file.invalid/' })).toBeNull();
    expect(en.errors['no-article']({ url: 'https://file.invalid/' })).toBe('No article was found in this page.');
  });

  it('leaves out the advice to try again where the next try is planned', () => {
    for (const words of [vi, en]) {
      expect(words.errors['http-status']({ host: 'a.vn' })).toMatch(/Thử lại sau ít phút\.$|Try again in a few minutes\.$/);
      expect(words.errors['http-status']({ host: 'a.vn', retryAt: 1_800_000_000_000 })).not.toMatch(/Thử lại|Try again/);
    }
  });

  it('says how long was waited only where it is known', () => {
    expect(vi.errors.timeout(FACTS)).toContain('sau 20 giây');
    expect(vi.errors.timeout({ host: 'a.vn' })).not.toContain('giây');
  });
});
