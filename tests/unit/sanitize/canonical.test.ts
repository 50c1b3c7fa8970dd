import { describe, expect, it } from 'vitest';

import { sanitizeHtml } from '../../../main/sanitize/index.ts';

const PAGE = 'https://bao.example/tin/bai.html';
const PIXELS = `data:image/png;base64,${'iVBORw0KGgo'.repeat(60)}`;

function html(source: string, baseUrl: string | null = PAGE): string {
  return sanitizeHtml(source, { baseUrl }).html;
}

function text(source: string): string {
  return sanitizeHtml(source, { baseUrl: PAGE }).text;
}

describe('blocks', () => {
  it.each([
    ['text without paragraphs', 'Một<br><br>Hai<br>ba', '<p>Một</p><p>Hai<br>ba</p>'],
    ['wrappers', '<div><section><p>Một</p>Hai</section></div>', '<p>Một</p><p>Hai</p>'],
    ['the title level', '<h1>Một</h1><h6>Hai</h6>', '<h2>Một</h2><h6>Hai</h6>'],
    ['blocks inside formatting', '<b>Một<p>Hai</p></b>', '<p><b>Một</b></p><p><b>Hai</b></p>'],
    ['overlapping tags', '<p>Một <b>hai <i>ba</b> bốn</i></p>', '<p>Một <b>hai <i>ba</i></b> bốn</p>'],
    ['empty paragraphs', '<p>&nbsp;</p><p> <b> </b></p><p>Một</p><br><br>', '<p>Một</p>'],
    ['lists', '<ul>Một<li>Hai<li><p>Ba</p></ul>', '<ul><li>Một</li><li>Hai</li><li>Ba</li></ul>'],
    ['nested lists', '<ol start="3"><li>Một<ul><li>Hai</ul></ol>', '<ol start="3"><li>Một<ul><li>Hai</li></ul></li></ol>'],
    ['definitions', '<dl><dt>Một<dd>Hai</dl>', '<dl><dt>Một</dt><dd>Hai</dd></dl>'],
    ['code', '<pre>\n  let x;\n\n  y\n</pre>', '<pre>  let x;\n\n  y</pre>'],
    ['quotations', '<blockquote>Một<p>Hai</blockquote>', '<blockquote><p>Một</p><p>Hai</p></blockquote>'],
    ['rules', '<hr><p>Một</p><hr><hr><p>Hai</p><hr>', '<p>Một</p><hr><p>Hai</p>'],
    ['ruby', '<ruby>漢<rt>hán</ruby>', '<p><ruby>漢<rt>hán</rt></ruby></p>'],
    ['sub and sup', '<p>CO<sub>2</sub>, m<sup>2</sup></p>', '<p>CO<sub>2</sub>, m<sup>2</sup></p>'],
    ['old elements', '<p><strike>Một</strike> <font color=red>hai</font> <tt>ba</tt></p>', '<p><s>Một</s> hai <code>ba</code></p>'],
    ['hidden text', '<p>Một</p><p style="display: none">Hai</p><div hidden>Ba</div>', '<p>Một</p>'],
  ])('puts %s in order', (_name, source, expected) => {
    expect(html(source)).toBe(expected);
  });
});

describe('code', () => {
  it.each([
    ['on the code in it', '<pre><code class="hljs language-js">let a</code></pre>', 'js'],
    ['on the block', '<pre class="line-numbers lang-c++">let a</pre>', 'c++'],
    ['as Hugo does', '<pre class="chroma"><code class="x" data-lang="Go">let a</code></pre>', 'go'],
    ['as WordPress does', '<pre class="brush: php; title: ; notranslate">let a</pre>', 'php'],
    ['as GitHub does', '<div class="highlight highlight-source-shell notranslate"><pre>let a</pre></div>', 'shell'],
    ['as Jekyll does', '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code>let a</code></pre></div></div>', 'ruby'],
  ])('keeps its language where the page names it %s', (_name, source, language) => {
    const kept = html(source);
    expect(kept).toContain(`<pre data-language="${language}">`);
    expect(html(kept)).toBe(kept);
  });

  it('has none of a box of words, and none that is no name', () => {
    expect(html('<div class="lang-vi"><pre>let a</pre></div>')).toBe('<pre>let a</pre>');
    expect(html('<pre class="language-&quot;&gt;">let a</pre>')).toBe('<pre>let a</pre>');
    expect(html('<div class="highlight-source-js"><p>Một</p><ul><li>Hai</li></ul></div><p class="language-js"><code class="language-js">a</code></p>')).toBe('<p>Một</p><ul><li>Hai</li></ul><p><code>a</code></p>');
  });
});

describe('tables', () => {
  it('keeps data with heads, spans and caption', () => {
    const source = '<table border=1><caption>Giá</caption><thead><tr><th scope=col>Loại<th>Giá</thead><tr><td colspan=2 style="x">Vàng</td></tr><tr><td>Bạc<td><p>1</p><p>2</p></table>';
    expect(html(source)).toBe(
      '<table><caption>Giá</caption><thead><tr><th scope="col">Loại</th><th>Giá</th></tr></thead><tbody><tr><td colspan="2">Vàng</td></tr><tr><td>Bạc</td><td><p>1</p><p>2</p></td></tr></tbody></table>',
    );
  });

  it('takes tables apart that only arrange', () => {
    expect(html('<table><tr><td><p>Một</p></td></tr><tr><td>Hai</td></tr></table>')).toBe('<p>Một</p><p>Hai</p>');
    expect(html('<table><tr><td>Một<td><table><tr><td>a<td>b</table></table>')).toBe('<p>Một</p><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>');
  });

  it('writes a row as a line of text', () => {
    expect(text('<table><tr><td>Vàng<td>183,8<tr><td>Bạc<td>2</table>')).toBe('Vàng 183,8\nBạc 2');
  });
});

describe('pictures', () => {
  it('stand in figures and have no src', () => {
    expect(html('<p><img src="/a.jpg" alt="Ảnh" width="600" height="400px" class="x"></p>')).toBe(
      '<figure><img data-src="https://bao.example/a.jpg" alt="Ảnh" width="600" height="400"></figure>',
    );
  });

  it('are lifted out of a paragraph where a line break parts them', () => {
    expect(html('<a href="/bai.html"><img src="/a.jpg"></a></br>Tóm tắt')).toBe(
      '<figure><a href="https://bao.example/bai.html" rel="noopener noreferrer"><img data-src="https://bao.example/a.jpg" alt=""></a></figure><p>Tóm tắt</p>',
    );
  });

  it('stay in the line where they are a part of it', () => {
    expect(html('<p>Một <img src="/x.png" alt="x²" width="20"> hai</p>')).toContain('Một <img data-src="https://bao.example/x.png" alt="x²" width="20"> hai');
  });

  it('keep their caption, once, and are reported with it', () => {
    const clean = sanitizeHtml('<figure><div><img data-src="/a.jpg" src="/blank.gif"></div><figcaption><p>Quang cảnh.</p><p>Ảnh: An</p></figcaption></figure><p>Quang cảnh. Ảnh: An</p>', { baseUrl: PAGE });
    expect(clean.html).toBe('<figure><img data-src="https://bao.example/a.jpg" alt=""><figcaption>Quang cảnh.<br>Ảnh: An</figcaption></figure><p>Quang cảnh. Ảnh: An</p>');
    expect(clean.images).toEqual([{ src: 'https://bao.example/a.jpg', alt: null, caption: 'Quang cảnh. Ảnh: An', width: null, height: null }]);
  });

  it('keep a caption that has lost its picture', () => {
    expect(html('<figure><figcaption>Quang cảnh. (Ảnh: An)</figcaption></figure>')).toBe('<figure><figcaption>Quang cảnh. (Ảnh: An)</figcaption></figure>');
  });

  it.each([
    '<img src="https://t.example/p.gif" width="1" height="1">', '<img src="https://pixel.wp.com/b.gif?x=1">', '<img src="https://www.facebook.com/tr?id=1&ev=PageView">', '<img src="https://a.example/1x1.gif">',
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">', '<img src="/relative.png">', '<img>',
  ])('that only count readers or show nothing are dropped: %s', (source) => {
    expect(html(source, source.includes('relative') ? null : PAGE)).toBe('');
  });

  it('inline in the page are kept when they are pictures', () => {
    expect(sanitizeHtml(`<img src="${PIXELS}">`, { baseUrl: null }).images[0]?.src).toBe(PIXELS);
  });

  it('of emoji become their character', () => {
    expect(html('<p>Chào <img class="emoji" alt="😀" src="/1f600.png"></p>')).toBe('<p>Chào 😀</p>');
  });
});

describe('media', () => {
  it('become links, around the poster where there is one', () => {
    expect(html('<video src="/v.mp4" poster="/p.jpg"><source src="/v.webm"></video>')).toBe(
      '<figure><a href="https://bao.example/v.mp4" rel="noopener noreferrer"><img data-src="https://bao.example/p.jpg" alt="▶ bao.example"></a></figure>',
    );
    expect(html('<iframe src="//www.youtube.com/embed/abcdefghijk?rel=0" title="Phim"></iframe>')).toContain('href="https://www.youtube.com/watch?v=abcdefghijk"');
    expect(html('<audio src="/a.mp3"></audio>')).toBe('<p><a href="https://bao.example/a.mp3" rel="noopener noreferrer">▶ bao.example</a></p>');
  });

  it('that are advertising or buttons go', () => {
    expect(html('<iframe src="https://ad.doubleclick.net/x"></iframe><iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>')).toBe('');
  });
});

describe('links', () => {
  it.each([
    ['relative', '<a href="../b.html">x</a>', '<p><a href="https://bao.example/b.html" rel="noopener noreferrer">x</a></p>'],
    ['mail', '<a href="mailto:a@b.example">x</a>', '<p><a href="mailto:a@b.example" rel="noopener noreferrer">x</a></p>'],
    ['into the page', '<a href="#n1">x</a> <a href="https://bao.example/tin/bai.html#n2">y</a>', '<p>x y</p>'],
    ['with a password', '<a href="https://u:p@a.example/">x</a>', '<p><a href="https://a.example/" rel="noopener noreferrer">x</a></p>'],
  ])('%s', (_name, source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('without a base, relative ones are text', () => {
    expect(html('<a href="/b.html">x</a>', null)).toBe('<p>x</p>');
    expect(html('<a href="/b.html">x</a>', 'not an address')).toBe('<p>x</p>');
  });
});

describe('language and characters', () => {
  it('keeps language and direction where they change', () => {
    expect(html('<div lang="ar" dir="rtl"><p>سلام</p><p lang="ar">سلام <span lang="en">hi</span></p></div>')).toBe(
      '<p lang="ar" dir="rtl">سلام</p><p lang="ar" dir="rtl">سلام <span lang="en">hi</span></p>',
    );
  });

  it('composes, and drops what is invisible inside words', () => {
    const clean = sanitizeHtml('<p>Ba\u0302\u0300u c\u200Bử&nbsp;tri\u00AD\u0000</p>', { baseUrl: null });
    expect(clean.text).toBe('Bầu cử tri');
    expect(clean.html).toBe('<p>Bầu cử tri</p>');
  });

  it('keeps the spaces of French and the breaks of Thai', () => {
    expect(html('<p>«\u00A0Oui\u00A0» ไทย\u200Bไทย</p>')).toBe('<p>«\u00A0Oui\u00A0» ไทย\u200Bไทย</p>');
  });

  it('counts words in any script', () => {
    expect(sanitizeHtml('<p>Bầu cử đại biểu, 16/3. 東京に</p>', { baseUrl: null }).wordCount).toBe(9);
  });
});
