import { describe, expect, it } from 'vitest';
import { offlineSentence } from '../../../renderer/features/articles/offline-sentence.ts';
import { en } from '../../../contract/words/en/index.ts';
import { vi } from '../../../contract/words/vi/index.ts';

const timeout = { kind: 'timeout', message: 'No answer within 20 seconds', facts: { host: 'vnexpress.net', seconds: 20 } } as const;

describe('how ready an article is, in words', () => {
  it('is one sentence where nothing is missing', () => {
    expect(offlineSentence({ offline: 'complete', offlineReason: null }, vi)).toBe(vi.offlineState.complete);
  });

  it('says what went wrong with the page, in the language of the interface and not in that of the log', () => {
    const article = { offline: 'summary', offlineReason: { why: 'page-failed', message: 'The page could not be read', error: timeout } } as const;
    expect(offlineSentence(article, vi)).toMatch(/^Mới chỉ có tóm tắt từ nguồn tin\. .*vnexpress\.net.*20 giây/);
    expect(offlineSentence(article, en)).toMatch(/^Only the summary.*vnexpress\.net.*20 seconds/);
    expect(offlineSentence({ ...article, offlineReason: { why: 'page-failed', message: '' } }, vi)).toContain(vi.offlineReason.pageFailed);
  });

  it('counts the images that are missing', () => {
    const offlineReason = { why: 'images-missing', message: '', missing: 2, total: 5 } as const;
    expect(offlineSentence({ offline: 'partial', offlineReason }, vi)).toBe('Đọc được khi không có mạng, nhưng thiếu 2 trên 5 ảnh.');
    expect(offlineSentence({ offline: 'partial', offlineReason }, en)).toBe('Can be read offline, but 2 of 5 images are missing.');
  });

  it.each([['pending', 'pending'], ['data-limit', 'dataLimit']] as const)('tells what is %s', (why, key) => {
    const article = { offline: 'partial', offlineReason: { why, message: 'English' } } as const;
    expect(offlineSentence(article, vi)).toBe(`${vi.offlineState.partial} ${vi.offlineReason[key]}`);
  });

  it('says nothing more where the reason is not known', () => {
    expect(offlineSentence({ offline: 'summary', offlineReason: null }, en)).toBe(en.offlineState.summary);
  });
});
