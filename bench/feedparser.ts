import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Parser } from 'htmlparser2';
import { decodeBody } from '../main/fetch/charset.ts';
import { escapeHtml, htmlToLine } from '../main/parse/text.ts';
import { withDocbao, withFeedsmith } from './feedparser-adapters.ts';
import type { Adapter, CommonFeed } from './feedparser-adapters.ts';
import { readTest } from './feedparser-expectations.ts';
import type { Expectation, Literal } from './feedparser-expectations.ts';

/** Left out: `sanitize` is another part's work, and these tell of things that Docbao's articles do not carry. */
const LEFT_OUT = /\/(?:sanitize|geo|psc|cdf|chardet)\//;
const HOST = 'http://127.0.0.1:8097/tests/';

interface Score {
  held: number;
  readonly failures: string[];
}

/**
 * How many expectations of kurtmckee/feedparser's wellformed and illformed tests hold for Docbao's parser and for
 * feedsmith. Counted are those of fields that Docbao's articles have; both answers are compared after the same
 * normalising (HTML by its elements and text, addresses absolute).
 * `npm run bench -- feedparser <feedparser's tests folder> [--failures]`
 */
export function run(args: readonly string[]): void {
  const folder = args.find((argument) => !argument.startsWith('--'));
  if (folder === undefined || !existsSync(join(folder, 'wellformed'))) {
    console.log('feedparser: skipped, give the tests/ folder of a checkout of kurtmckee/feedparser');
    return;
  }
  const parsers: Readonly<Record<string, Adapter>> = { docbao: withDocbao, feedsmith: withFeedsmith };
  const groups = new Map<string, { total: number; scores: Record<string, Score> }>();
  for (const file of xmlFiles(folder)) {
    const bytes = readFileSync(join(folder, file));
    const test = readTest(bytes.toString('latin1').includes('Expect:') ? decodeBody(bytes, { contentType: null, kind: 'xml' }) : '');
    const checks = (test?.expectations ?? []).filter(({ path }) => reader(path) !== null);
    if (test === null || checks.length === 0) continue;
    const group = groups.get(groupOf(file)) ?? { total: 0, scores: {} };
    groups.set(groupOf(file), group);
    group.total += checks.length;
    const url = addressOf(test.contentLocation, file);
    const text = decodeBody(bytes, { contentType: test.contentType, kind: 'xml' });
    for (const [name, parse] of Object.entries(parsers)) {
      const score = (group.scores[name] ??= { held: 0, failures: [] });
      countHeld(score, checks, file, url, () => parse(text, url));
    }
  }
  report(groups, args.includes('--failures'));
}

function xmlFiles(folder: string): string[] {
  return ['wellformed', 'illformed'].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.xml'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((file) => !LEFT_OUT.test(`/${file}`))
      .sort(),
  );
}

/** The address that the test server would have answered under, or the one that its header claims. */
function addressOf(contentLocation: string | null, file: string): string {
  const own = HOST + file;
  const stated = contentLocation === null || !URL.canParse(contentLocation, own) ? own : new URL(contentLocation, own).href;
  return stated.startsWith('http') ? stated : own;
}

function groupOf(file: string): string {
  const [kind, name] = file.split('/');
  return kind === 'illformed' ? 'illformed' : (name ?? '');
}

function countHeld(score: Score, checks: readonly Expectation[], file: string, url: string, parse: () => CommonFeed): void {
  let feed: CommonFeed | null = null;
  try {
    feed = parse();
  } catch (error) {
    score.failures.push(`${file}: ${String(error)}`);
    return;
  }
  for (const { path, value } of checks) {
    const actual = reader(path)?.(feed);
    if (isSame(path, value, actual, url)) score.held += 1;
    else score.failures.push(`${file}: ${path} expected ${JSON.stringify(value)}, got ${JSON.stringify(actual)}`);
  }
}

type Reader = (feed: CommonFeed) => string | number | null | undefined;

const FEED_FIELDS: Readonly<Record<string, Reader>> = {
  title: (feed) => feed.title,
  description: (feed) => feed.description,
  subtitle: (feed) => feed.description,
  tagline: (feed) => feed.description,
  link: (feed) => feed.link,
  language: (feed) => feed.language,
  ttl: (feed) => feed.ttl,
  'image.href': (feed) => feed.picture,
  'image.url': (feed) => feed.picture,
  icon: (feed) => feed.picture,
};

/** How a path of feedparser is read from the common shape; null where Docbao has no such thing. */
function reader(path: string): Reader | null {
  if (path === 'entries.length') return (feed) => feed.entries.length;
  const plain = path.replace(/_detail\.value$/, '').replace(/^d\./, '');
  if (plain.startsWith('feed.')) return FEED_FIELDS[plain.slice(5)] ?? null;
  const match = /^entries\.(\d+)\.(.+)$/.exec(plain);
  if (match === null) return null;
  const entryReader = readEntry(match[2] ?? '');
  if (entryReader === null) return null;
  return (feed) => {
    const entry = feed.entries[Number(match[1])];
    return entry === undefined ? undefined : entryReader(entry);
  };
}

type EntryReader = (entry: CommonFeed['entries'][number]) => string | number | null | undefined;

const ENTRY_FIELDS: Readonly<Record<string, EntryReader>> = {
  title: (entry) => entry.title,
  link: (entry) => entry.link,
  id: (entry) => entry.guid,
  guid: (entry) => entry.guid,
  summary: (entry) => entry.summary || entry.content,
  description: (entry) => entry.summary || entry.content,
  'content.0.value': (entry) => entry.content || entry.summary,
  author: (entry) => entry.author,
  'author_detail.name': (entry) => entry.author,
  published_parsed: (entry) => entry.publishedAt,
  created_parsed: (entry) => entry.publishedAt,
  updated_parsed: (entry) => entry.updatedAt ?? entry.publishedAt,
  category: (entry) => entry.tags[0],
  'tags.length': (entry) => entry.tags.length,
  'enclosures.length': (entry) => entry.enclosures.length,
  'image.href': (entry) => entry.picture,
  'media_thumbnail.0.url': (entry) => entry.picture,
};

function readEntry(path: string): EntryReader | null {
  const known = ENTRY_FIELDS[path];
  if (known !== undefined) return known;
  const tag = /^tags\.(\d+)\.(?:term|label)$/.exec(path);
  if (tag !== null) return (entry) => entry.tags[Number(tag[1])];
  const enclosure = /^enclosures\.(\d+)\.(href|url|type|length)$/.exec(path);
  if (enclosure === null) return null;
  const key = enclosure[2] === 'type' || enclosure[2] === 'length' ? enclosure[2] : 'url';
  return (entry) => entry.enclosures[Number(enclosure[1])]?.[key];
}

function isSame(path: string, expected: Literal, actual: string | number | null | undefined, url: string): boolean {
  if (path.endsWith('_parsed')) return isSameTime(expected, actual);
  if (typeof expected !== 'string') return expected === actual || (expected === null && (actual ?? '') === '');
  const text = String(actual ?? '');
  if (expected === text) return true;
  if (/(?:link|href|url)$/.test(path)) return asAddress(expected, url) === asAddress(text, url);
  if (/(?:summary|description|content\.0)/.test(path) && path.startsWith('entries')) {
    return asMarkup(expected, url) === asMarkup(text, url) || escapeHtml(expected) === text.trim();
  }
  return htmlToLine(expected) === htmlToLine(text);
}

function isSameTime(expected: Literal, actual: string | number | null | undefined): boolean {
  if (!Array.isArray(expected)) return expected === (actual ?? null);
  const [year, month, day, hour, minute, second] = expected as number[];
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return typeof actual === 'number' && Math.floor(actual / 1000) * 1000 === at;
}

function asAddress(text: string, base: string): string {
  return URL.canParse(text, base) ? new URL(text, base).href : text;
}

/**
 * An HTML fragment as a list of its tags and texts: how it was escaped, in what order attributes stand, which namespaces
 * are declared and whether Atom's div is around it makes no difference.
 */
function asMarkup(html: string, base: string): string {
  const parts: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const pairs = Object.entries(attributes)
        .filter(([key]) => !key.startsWith('xmlns'))
        .map(([key, value]) =>
        /^(?:href|src|cite|action|background|data|longdesc|profile|codebase|classid|usemap)$/.test(key) ? `${key}=${asAddress(value, base)}` : `${key}=${value}`,
      );
      parts.push(`<${name} ${pairs.sort().join(' ')}>`);
    },
    ontext: (text) => parts.push(text),
    onclosetag: (name) => parts.push(`</${name}>`),
  });
  parser.end(html);
  return parts.join('').replace(/\s+/g, ' ').trim().normalize('NFC').replace(/^<div >((?:(?!<div)[\s\S])*)<\/div>$/, '$1').trim();
}

function report(groups: ReadonlyMap<string, { total: number; scores: Record<string, Score> }>, withFailures: boolean): void {
  const sums: Record<string, number> = {};
  let total = 0;
  for (const [name, group] of [...groups].sort(([one], [other]) => one.localeCompare(other))) {
    total += group.total;
    const cells = Object.entries(group.scores).map(([parser, { held }]) => {
      sums[parser] = (sums[parser] ?? 0) + held;
      return `${parser} ${held}`;
    });
    console.log(`${name.padEnd(16)} ${String(group.total).padStart(5)}   ${cells.join('   ')}`);
    if (withFailures) for (const failure of group.scores['docbao']?.failures ?? []) console.log(`    ${failure}`);
  }
  const shares = Object.entries(sums).map(([parser, held]) => `${parser} ${held} (${((100 * held) / total).toFixed(1)}%)`);
  console.log(`feedparser expectations: ${total}; hold for ${shares.join(', ')}`);
}
