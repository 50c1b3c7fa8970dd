import { describe, expect, it } from 'vitest';
import type { Article } from '../../../contract/domain/article.ts';
import { buildArticleDocument } from '../../../main/app/article-document.ts';
import { ARTICLE_POLICY } from '../../../main/app/article-policy.ts';
import { escapeHtml } from '../../../main/app/escape-html.ts';
import { article, image } from './an-article.ts';

const build = (change: Partial<Article>) => buildArticleDocument(article(change), 'vi', 'night');

describe('buildArticleDocument', () => {
  it('names language, direction and theme on the root and links the one style sheet', () => {
    const html = build({ lang: 'ar', dir: 'rtl' });
    expect(html).toContain('<html lang="ar" dir="rtl" data-theme="night">');
    expect(build({ lang: null, text: 'Nước sông dâng cao trong đêm, bà con chuyển thóc lên đồi.' })).toContain('<html lang="vi"');
    expect(buildArticleDocument(article({ lang: null, text: 'The river rose in the night.' }), 'en', 'night')).toContain('<html lang="en"');
    expect(html).toContain('<link rel="stylesheet" href="docbao-app://ui/reader.css">');
  });

  it('escapes everything of the header', () => {
    const nasty = `"><script>alert('1')</script>&`;
    const html = build({ title: nasty, lede: nasty, byline: nasty, sourceName: nasty, lang: nasty });
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/lang=""/);
    expect(html).toContain(`<h1 class="docbao-title">${escapeHtml(nasty)}</h1>`);
  });

  it('says when the paper changed the article, where it did', () => {
    expect(build({ updatedAt: Date.UTC(2026, 2, 17, 5, 0) })).toMatch(/<span dir="auto" class="docbao-updated">báo sửa lúc <time datetime="2026-03-17T05:00:00.000Z"/);
    expect(build({})).not.toContain('docbao-updated');
  });

  it('gives a stored image its address and size', () => {
    const html = build({
      html: '<figure><img data-src="https://a.vn/1.jpg?a=1&amp;b=2" alt="C&#39;est &quot;x&quot;"></figure>',
      images: [image({ src: 'https://a.vn/1.jpg?a=1&b=2', asset: 'ab.jpg', width: 640, height: 360 })],
    });
    expect(html).toContain('src="docbao-asset://library/ab.jpg"');
    expect(html).toContain('width="640" height="360"');
    expect(html).toContain('alt="C&#39;est &quot;x&quot;"');
  });

  it('keeps the size that the article declares where the stored one is unknown', () => {
    const html = build({ html: '<img data-src="https://a.vn/1.jpg" width="10" height="20">', images: [image({ asset: 'ab.jpg' })] });
    expect(html).toContain('width="10" height="20"');
  });

  it('turns an image that is not stored into words', () => {
    const html = build({ html: '<p>a <img data-src="https://a.vn/1.jpg" alt="Cầu <b>"> b</p>', images: [image({})] });
    expect(html).not.toContain('<img');
    expect(html).toContain('<span class="docbao-missing-image" lang="vi" role="img" aria-label="Ảnh chưa được lưu: Cầu &lt;b&gt;">');
  });

  it('turns an image that the article does not list into words, and passes no other attribute of a tag on', () => {
    const html = build({ html: `<img data-src="https://b.vn/2.jpg" onerror="alert(1)" src="https://b.vn/2.jpg" alt="a>b">` });
    expect(html).not.toMatch(/<img|onerror|b\.vn/);
  });

  it('tells source, lede, byline, date and reading time', () => {
    const html = build({ sourceName: 'Báo A', lede: 'Tóm tắt', byline: 'Lan Anh' });
    expect(html).toMatch(/docbao-source">Báo A.*docbao-title">Mưa lớn.*docbao-lede">Tóm tắt.*docbao-byline">Lan Anh.*datetime="2026-03-16T11:20:00.000Z".*3 phút đọc/s);
  });
});

describe('what an article’s document adds', () => {
  it('boxes tables, so that wide ones can be scrolled', () => {
    const html = build({ html: '<p>Một</p><table lang="vi"><tbody><tr><td>a</td><td>b</td></tr></tbody></table><p>Hai</p>' });
    expect(html).toContain('<p>Một</p><div class="docbao-table"><table lang="vi"><tbody><tr><td>a</td><td>b</td></tr></tbody></table></div><p>Hai</p>');
  });

  it('boxes code, with its language', () => {
    const html = build({ html: '<p>Một</p><pre data-language="js"><code>let a &lt; b;</code></pre>' });
    expect(html).toContain('<p>Một</p><div class="docbao-code"><pre data-language="js"><code>let a &lt; b;</code></pre></div>');
  });

  it('tells paper where it came from', () => {
    expect(build({ url: 'https://b.vn/a?x=1&y=2' })).toContain('</article><footer class="docbao-address">https://b.vn/a?x=1&amp;y=2</footer>');
    expect(build({ url: null })).not.toContain('docbao-address');
  });
});

describe('ARTICLE_POLICY', () => {
  it('lets nothing in but stored images and our own style', () => {
    expect(ARTICLE_POLICY).toContain("default-src 'none'");
    expect(ARTICLE_POLICY).not.toMatch(/script-src|connect-src|unsafe|https?:|\*/);
    expect(ARTICLE_POLICY).toContain('sandbox allow-same-origin');
    expect(ARTICLE_POLICY).not.toContain('allow-scripts');
  });
});
