import { describe, expect, it } from 'vitest';
import { pointToHeld } from '../../../main/archive/index.ts';

const HELD = new Map([['a.png', 'https://held.invalid/1'], ['b & c.png', 'https://held.invalid/2']]);
const point = (html: string): string => pointToHeld(html, (written) => HELD.get(written) ?? null);

describe('the pictures of a saved page', () => {
  it('point to what was saved with it, and to nothing else', () => {
    expect(point('<img class="x" src="a.png" srcset="https://x/big.png 2000w" data-src="https://x/lazy.png" alt="Đồi">')).toBe('<img src="https://held.invalid/1" class="x" alt="Đồi">');
    expect(point("<img src='b &amp; c.png' data-caption='Chú thích'>")).toBe('<img src="https://held.invalid/2" data-caption="Chú thích">');
  });

  it('are found where a lazy loader keeps them', () => {
    expect(point('<img src="data:image/gif;base64,R0" data-original="a.png">')).toBe('<img src="https://held.invalid/1">');
    expect(point('<picture><source srcset="x.webp 2x, a.png 1x" media="(min-width: 9px)"><source srcset="x.avif"><img src="a.png"></picture>')).toBe(
      '<picture><source srcset="https://held.invalid/1"><img src="https://held.invalid/1"></picture>',
    );
  });

  it('are left as they are where nothing was saved', () => {
    const page = '<p>a.png</p><img src="https://x/other.png"><video src="film.mp4"></video><a href="a.png">a.png</a>';
    expect(point(page)).toBe(page);
    expect(point('<video poster="a.png" src="film.mp4"></video>')).toBe('<video poster="https://held.invalid/1" src="film.mp4"></video>');
  });

  it('cost nothing where tags have no end', () => {
    const hostile = '<img src="'.repeat(20_000);
    expect(point(hostile)).toBe(hostile);
  });

  it('cannot break out of their attribute', () => {
    expect(point('<img src="a.png" alt=\'"><script>x</script>\'>')).toBe('<img src="https://held.invalid/1" alt="&quot;&gt;&lt;script&gt;x&lt;/script&gt;">');
  });
});
