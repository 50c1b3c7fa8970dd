import { describe, expect, it } from 'vitest';
import type { ListedHighlight } from '../../../contract/domain/highlight.ts';
import { highlightsAsMarkdown } from '../../../main/exchange/highlights-markdown.ts';

const highlight = (change: Partial<ListedHighlight>): ListedHighlight => ({
  id: 1, articleId: 1, color: 'yellow', note: null, quote: 'Câu đáng nhớ', prefix: '', suffix: '', start: 0, end: 12, isOrphan: false, createdAt: 1, changedAt: 1, picture: null, asset: null,
  title: 'Cây cầu', sourceName: 'Báo Thử', url: 'https://bao.vn/cau', publishedAt: Date.UTC(2026, 2, 16, 5), ...change,
});

describe('highlights as Markdown', () => {
  it('stand under their article, in the order of its text', () => {
    const text = highlightsAsMarkdown([
      highlight({ id: 3, start: 90, quote: 'Câu sau', note: 'Nhớ hỏi lại.\nHai dòng.' }),
      highlight({ id: 2, articleId: 2, title: 'Bài khác', url: null, sourceName: null }),
      highlight({ id: 1, start: 5 }),
    ], 'vi');
    expect(text).toBe([
      '# Đánh dấu', '', '## Cây cầu', '', 'Báo Thử · 16/3/2026 · <https://bao.vn/cau>', '', '> Câu đáng nhớ', '', '> Câu sau', '', 'Nhớ hỏi lại.\nHai dòng.',
      '', '## Bài khác', '', '16/3/2026', '', '> Câu đáng nhớ', '',
    ].join('\n'));
  });

  it('show pictures with their captions, and say what one was that no address leads to', () => {
    const picture = highlight({ picture: 'https://bao.vn/anh (1).jpg?a=<b>', quote: 'Cầu [treo]', note: 'In ra' });
    expect(highlightsAsMarkdown([picture], 'vi')).toContain('![Cầu \\[treo\\]](<https://bao.vn/anh%20(1).jpg?a=%3Cb%3E>)\n\n> Cầu \\[treo\\]\n\nIn ra');
    expect(highlightsAsMarkdown([highlight({ picture: 'https://bao.vn/anh.jpg', quote: '' })], 'vi')).toContain('<https://bao.vn/cau>\n\n![](<https://bao.vn/anh.jpg>)\n');
    expect(highlightsAsMarkdown([highlight({ picture: 'data:image/png;base64,AA' })], 'vi')).not.toContain('![');
  });

  it('say which words are gone', () => {
    expect(highlightsAsMarkdown([highlight({ isOrphan: true })], 'en')).toContain('> Câu đáng nhớ\n\n*(no longer in the article)*');
  });

  it('let no text become a mark', () => {
    const text = highlightsAsMarkdown([highlight({ title: '*Tin* [nóng](x)', quote: '<b>1. # một</b>', note: '- việc\n# to' })], 'vi');
    expect(text).toContain('## \\*Tin\\* \\[nóng\\](x)');
    expect(text).toContain('> \\<b\\>1. \\# một\\</b\\>');
    expect(text).toContain('\\- việc\n\\# to');
  });
});
