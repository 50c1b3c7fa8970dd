import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverArticles } from '../main/discover/index.ts';
import { descendants, readPage, textOf } from '../main/discover/html-tree.ts';
import type { PageElement } from '../main/discover/html-tree.ts';
import { parseDate } from '../main/parse/index.ts';

/** A real page, and where on it the articles of its own list stand, as read by a person: class names and ids. */
interface ListPage {
  readonly file: string;
  readonly url: string;
  readonly inside: readonly string[];
  readonly outside: readonly string[];
  readonly articles: RegExp;
}

const NUMBERED = /\d{7,}\.\w+$/;
const PAGES: readonly ListPage[] = [
  { file: 'baochinhphu_2026_list', url: 'https://baochinhphu.vn/chinh-sach-va-cuoc-song/chinh-sach-moi.htm', inside: ['list__focus', 'list__lmain'], outside: [], articles: NUMBERED },
  { file: 'baodautu_2026_list', url: 'https://baodautu.vn/dau-tu-tai-chinh-d6/', inside: ['col810'], outside: [], articles: /-d\d{6}\.html$/ },
  { file: 'cafef_2026_list', url: 'https://cafef.vn/thi-truong-chung-khoan.chn', inside: ['list-focus-main', 'list-news-main'], outside: [], articles: NUMBERED },
  { file: 'dantri_2017_home', url: 'http://dantri.com.vn/', inside: ['wrapper'], outside: ['subnav', 'nav-wrap', 'footer'], articles: NUMBERED },
  { file: 'dantri_2026_list', url: 'https://dantri.com.vn/kinh-doanh.htm', inside: ['body'], outside: ['sidebar', 'video-container', 'swiper-slide'], articles: NUMBERED },
  { file: 'tuoitre_2026_list', url: 'https://tuoitre.vn/kinh-doanh.htm', inside: ['content'], outside: [], articles: NUMBERED },
  { file: 'vnexpress_2025_young146', url: 'https://e.vnexpress.net/', inside: ['container'], outside: ['box_most_read'], articles: /-\d{7}\.html$/ },
];

/**
 * How well `discoverArticles` finds the articles of real list pages: for each page how many of its own list it found, and
 * how many of what it found belong there. `npm run bench -- lists [<folder of list pages>] [--failures]`
 */
export function run(args: readonly string[]): void {
  const folder = args.find((argument) => !argument.startsWith('--')) ?? '../shared/data/pages/list';
  if (!existsSync(folder)) {
    console.log(`lists: skipped, there is no folder ${folder}`);
    return;
  }
  let [expectedSum, foundSum, rightSum] = [0, 0, 0];
  for (const page of PAGES) {
    const html = readFileSync(join(folder, `${page.file}.html`), 'utf8');
    const expected = expectedUrls(html, page);
    const started = performance.now();
    const found = discoverArticles(html, page.url, { readDate: (text) => parseDate(text, { defaultOffsetMinutes: 420 }) });
    const ms = performance.now() - started;
    const wrong = found.filter(({ url }) => !expected.has(url));
    const missed = [...expected.keys()].filter((url) => !found.some((one) => one.url === url));
    expectedSum += expected.size;
    foundSum += found.length;
    rightSum += found.length - wrong.length;
    const ledes = found.filter(({ lede }) => lede !== null).length;
    const dates = found.filter(({ publishedAt }) => publishedAt !== null).length;
    const pictures = found.filter(({ imageUrl }) => imageUrl !== null).length;
    const counts = `listed ${expected.size}, found ${found.length}, wrong ${wrong.length}, missed ${missed.length}`;
    console.log(`${page.file.padEnd(26)} ${counts}; with lede ${ledes}, date ${dates}, picture ${pictures}; ${ms.toFixed(0)} ms`);
    if (args.includes('--failures')) {
      for (const { url, title } of wrong) console.log(`    wrong  ${url} ${title}`);
      for (const url of missed) console.log(`    missed ${url} ${expected.get(url)}`);
    }
  }
  console.log(`lists: precision ${percent(rightSum, foundSum)}, recall ${percent(rightSum, expectedSum)}`);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)}% (${part} of ${whole})`;
}

function expectedUrls(html: string, page: ListPage): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of descendants(readPage(html))) {
    const { href } = element.attributes;
    if (element.tag !== 'a' || href === undefined || !URL.canParse(href, page.url)) continue;
    const url = new URL(href, page.url);
    url.hash = '';
    const title = textOf(element);
    const isOurs = url.hostname.endsWith(new URL(page.url).hostname.split('.').slice(-2).join('.'));
    if (!isOurs || !page.articles.test(url.pathname) || title.split(' ').length < 4) continue;
    if (isUnder(element, page.inside) && !isUnder(element, page.outside)) found.set(url.href, title);
  }
  return found;
}

function isUnder(element: PageElement, names: readonly string[]): boolean {
  for (let at = element.parent; at !== null; at = at.parent) {
    const own = [...(at.attributes['class'] ?? '').split(/\s+/), at.attributes['id'] ?? ''];
    if (own.some((name) => names.includes(name))) return true;
  }
  return false;
}
