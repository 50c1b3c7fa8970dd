import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { decodeBody } from '../main/fetch/charset.ts';
import { textOfBlocks, withDocbao, withReadability } from './extraction/extractors.ts';
import { readExpected, readFingerprints, toFacts } from './extraction/facts.ts';
import type { Facts } from './extraction/facts.ts';
import { report } from './extraction/report.ts';
import type { PageScores } from './extraction/report.ts';
import { score } from './extraction/score.ts';
import { parseHTML } from 'linkedom';

const PAGES = new URL('../../shared/data/pages/article/', import.meta.url).pathname;
const FACTS = new URL('./extraction/page-facts.json', import.meta.url);

/**
 * Measures extraction against stock Readability in the same run: token F1, pictures and captions kept, forbidden phrases
 * that leaked, title, lede, author, date, first and last sentence.
 * `npm run bench -- extraction [--corpus <folder of .html and .expected.json>] [--mozilla <readability's test/test-pages>]`
 */
export function run(args: readonly string[]): void {
  const corpus = option(args, '--corpus');
  if (corpus !== null) return report(corpus, measureCorpus(corpus));
  if (existsSync(PAGES)) report('Vietnamese pages', measurePages());
  else console.log(`extraction: skipped the Vietnamese pages, ${PAGES} is not there`);
  const mozilla = option(args, '--mozilla') ?? join(import.meta.dirname, '../.cache/readability/test/test-pages');
  if (existsSync(mozilla)) report("mozilla/readability's test pages", measureMozilla(mozilla));
  else console.log("extraction: skipped mozilla/readability's test pages, give their folder with --mozilla");
}

function option(args: readonly string[], name: string): string | null {
  const index = args.indexOf(name);
  return index < 0 ? null : args[index + 1] ?? null;
}

let isWarm = false;

/** Both run a few times before the first page counts: times are those of a process at work. */
function warmUp(html: string, url: string): void {
  for (let i = 0; i < 5 && !isWarm; i += 1) {
    withDocbao(html, url);
    withReadability(html);
  }
  isWarm = true;
}

function measure(name: string, html: string, url: string, facts: Facts): PageScores {
  warmUp(html, url);
  return { name, docbao: score(withDocbao(html, url), facts), readability: score(withReadability(html), facts) };
}

function readPage(file: string): string {
  return decodeBody(readFileSync(file), { contentType: null, kind: 'html' });
}

const ADDRESS_TAG = /<(?:link|meta)\b[^>]*\b(?:rel=["']?canonical|property=["']?og:url)\b[^>]*>/gi;

/** The address that a page gives as its own. */
function addressIn(html: string): string {
  const tags = html.slice(0, 200_000).match(ADDRESS_TAG) ?? [];
  const addresses = tags.map((tag) => /\b(?:href|content)=["']?(https?:[^"'\s>]+)/i.exec(tag)?.[1] ?? '');
  return addresses.find((address) => URL.canParse(address)) ?? 'https://example.com/article.html';
}

/** Pages that can't be measured are named, and the others are. */
function measureCorpus(folder: string): PageScores[] {
  if (!existsSync(folder)) {
    console.log(`extraction: there is no folder ${folder}`);
    return [];
  }
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const names = files.map((entry) => entry.name).filter((name) => /\.html?$/i.test(name)).sort();
  return names.flatMap((file) => {
    const name = file.replace(/\.html?$/i, '');
    const facts = readExpected(join(folder, `${name}.expected.json`));
    if (typeof facts === 'string') {
      console.log(`extraction: skipped ${file}, ${facts}`);
      return [];
    }
    const html = readPage(join(folder, file));
    return [measure(name, html, facts.url ?? addressIn(html), facts)];
  });
}

function measurePages(): PageScores[] {
  return Object.entries(readFingerprints(FACTS)).map(([name, facts]) => {
    const html = readPage(join(PAGES, `${name}.html`));
    return measure(name, html, facts.url ?? addressIn(html), facts);
  });
}

/** Readability's own tests: the expected text is what Readability gives, so that stock is the ceiling. */
function measureMozilla(folder: string): PageScores[] {
  return readdirSync(folder).sort().flatMap((name) => {
    const source = join(folder, name, 'source.html');
    if (!existsSync(source)) return [];
    const { document } = parseHTML(`<!doctype html><html><body>${readFileSync(join(folder, name, 'expected.html'), 'utf8')}</body></html>`);
    const images = document.querySelectorAll('img').length;
    const facts = toFacts({ url: 'http://fakehost/test/page.html', text: textOfBlocks(document.body), images });
    return [measure(name, readPage(source), 'http://fakehost/test/page.html', facts)];
  });
}
