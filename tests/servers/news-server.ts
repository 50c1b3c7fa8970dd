/**
 * A news server on loopback for tests, benchmarks and manual runs: real HTTP, no mock. From a shell:
 * `node tests/servers/news-server.ts [port] [data folder]` prints what it serves and runs until it is stopped.
 *
 * ```ts
 * const news = await startNewsServer();                  // or { folder, port }; the folder defaults to ../shared/data
 * news.origin                                            // 'http://127.0.0.1:43210'
 * news.siteFeed(1), news.sitePage(1, 3), news.siteFront(1)  // made-up newspapers 1, 2, 3 ...: always there, words of ours
 * news.setNewest(1, 25)                                  // site 1 has articles 1..25 now (20 at start; its feed lists the newest 20)
 * news.realFeeds, news.realArticles, news.realLists      // addresses of the folder's documents; empty where it is missing
 * news.url('/feeds/pages.rss')                           // a feed of the folder's article pages
 * news.failure('404')                                    // an address that fails so: see failures.ts (large?mb=50, slow?ms=500)
 * news.answer('/site/1/feed.rss', 'hang')                // that path fails from now on; null makes it work again
 * news.answer('/x', { status: 200, headers: {}, body })  // or answers this
 * news.requests, news.count('/site/1/'), news.forget()   // what was asked: method, path, headers, status
 * await news.down(); await news.up();                    // gone (connection refused), and back at the same address
 * await news.close();
 * ```
 * Every address of a paper `https://host/path` in the folder's documents leads to `<origin>/host/path`. Article links that
 * the folder has no page for get a made-up page; everything that looks like a picture gets a small PNG of its own. Feeds and pages
 * have ETag and Last-Modified and answer 304; text is gzipped where the client takes it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { pictureFor } from './drawn-png.ts';
import { FAILURES, isFailure, type Failure } from './failures.ts';
import { madeUpFeed, madeUpFrontPage, madeUpPage } from './made-up-site.ts';
import { feedOfPages, listRealPages, rewriteHosts, type RealPage } from './real-pages.ts';

const SHARED_DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const LAST_MODIFIED = 'Wed, 07 Jan 2026 01:00:00 GMT';
const PICTURE = /\.(png|jpe?g|gif|webp|avif|ico|svg)$/i;
const HOST_PATH = /^\/[a-z0-9-]+(?:\.[a-z0-9-]+)+\//i;
const ENTRIES_AT_START = 20;

export interface NewsServerOptions {
  /** A folder laid out like `../shared/data`; `null` for made-up newspapers only. */
  readonly folder?: string | null;
  readonly port?: number;
}

export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** 0 while the answer is not there. */
  status: number;
}

export interface CannedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

interface Content {
  readonly type: string;
  readonly body: Buffer;
}

function content(type: 'html' | 'rss' | 'png', body: string | Buffer): Content {
  const types = { html: 'text/html; charset=utf-8', rss: 'application/rss+xml; charset=utf-8', png: 'image/png' };
  return { type: types[type], body: Buffer.from(body) };
}

export async function startNewsServer(options: NewsServerOptions = {}): Promise<NewsServer> {
  const folder = options.folder === undefined ? SHARED_DATA : options.folder;
  const news = new NewsServer(folder === null ? [] : listRealPages(folder), options.port ?? 0);
  await news.up();
  return news;
}

export class NewsServer {
  readonly requests: SeenRequest[] = [];
  readonly #pages: ReadonlyMap<string, RealPage>;
  readonly #newest = new Map<number, number>();
  readonly #answers = new Map<string, Failure | CannedAnswer>();
  #server: Server | null = null;
  #port: number;

  constructor(pages: readonly RealPage[], port: number) {
    this.#pages = new Map(pages.map((page) => [page.path, page]));
    this.#port = port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get realFeeds(): readonly string[] {
    return this.#urlsOf('feed');
  }

  get realArticles(): readonly string[] {
    return this.#urlsOf('article');
  }

  get realLists(): readonly string[] {
    return this.#urlsOf('list');
  }

  url(path: string): string {
    return `${this.origin}${path}`;
  }

  siteFeed(site: number): string {
    return this.url(`/site/${site}/feed.rss`);
  }

  siteFront(site: number): string {
    return this.url(`/site/${site}/`);
  }

  sitePage(site: number, number: number): string {
    return this.url(`/site/${site}/bai-${number}.html`);
  }

  failure(name: Failure): string {
    return this.url(`/fail/${name}`);
  }

  setNewest(site: number, number: number): void {
    this.#newest.set(site, number);
  }

  answer(path: string, answer: Failure | CannedAnswer | null): void {
    if (answer === null) this.#answers.delete(path);
    else this.#answers.set(path, answer);
  }

  /** How many requests began with this path. */
  count(prefix: string): number {
    return this.requests.filter(({ path }) => path.startsWith(prefix)).length;
  }

  forget(): void {
    this.requests.length = 0;
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => this.#handle(request, response));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(this.#port, '127.0.0.1', resolve));
    const address = server.address();
    if (address !== null && typeof address === 'object') this.#port = address.port;
    this.#server = server;
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  }

  async close(): Promise<void> {
    await this.down();
  }

  #urlsOf(kind: RealPage['kind']): readonly string[] {
    return [...this.#pages.values()].filter((page) => page.kind === kind).map(({ path }) => this.url(path));
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.origin);
    const seen: SeenRequest = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, status: 0 };
    this.requests.push(seen);
    response.on('finish', () => (seen.status = response.statusCode));
    const failing = url.pathname.startsWith('/fail/') ? url.pathname.slice('/fail/'.length) : '';
    const wanted = this.#answers.get(url.pathname) ?? (isFailure(failing) ? failing : null);
    if (typeof wanted === 'string') return FAILURES[wanted](request, response, url);
    if (wanted !== null) return void response.writeHead(wanted.status, { ...wanted.headers }).end(wanted.body);
    const isPicture = PICTURE.test(url.pathname) || String(request.headers.accept).startsWith('image/');
    const found = isPicture ? content('png', pictureFor(url.pathname)) : this.#find(decodeURI(url.pathname));
    if (found === null) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>');
    send(request, response, found);
  }

  #find(path: string): Content | null {
    const page = this.#pages.get(path);
    if (page !== undefined) return this.#realContent(page);
    if (path === '/feeds/pages.rss') return content('rss', feedOfPages(this.origin, [...this.#pages.values()]));
    const [, site, rest] = /^\/site\/(\d+)\/(.*)$/.exec(path) ?? [];
    if (site !== undefined) return this.#siteContent(Number(site), rest ?? '');
    if (!HOST_PATH.test(path)) return null;
    const key = createHash('sha256').update(path).digest();
    return content('html', madeUpPage(this.origin, key.readUInt16LE(0), 1 + key.readUInt16LE(2)).replace(/<link rel="canonical"[^>]*>/, ''));
  }

  #realContent(page: RealPage): Content {
    const ownHost = HOST_PATH.test(page.path) ? (page.path.split('/')[1] ?? null) : null;
    const text = rewriteHosts(readFileSync(page.file, 'utf8'), this.origin, ownHost);
    return content(page.kind === 'feed' ? 'rss' : 'html', text);
  }

  #siteContent(site: number, rest: string): Content | null {
    const newest = this.#newest.get(site) ?? ENTRIES_AT_START;
    if (rest === '') return content('html', madeUpFrontPage(site, newest));
    if (rest === 'feed.rss') return content('rss', madeUpFeed(this.origin, site, newest, ENTRIES_AT_START));
    const number = Number(/^bai-(\d+)\.html$/.exec(rest)?.[1] ?? 0);
    return number >= 1 && number <= newest ? content('html', madeUpPage(this.origin, site, number)) : null;
  }
}

/** Answers with validators, 304 where they match, and gzip where it is taken. */
function send(request: IncomingMessage, response: ServerResponse, found: Content): void {
  const etag = `"${createHash('sha256').update(found.body).digest('hex').slice(0, 16)}"`;
  const headers = { etag, 'last-modified': LAST_MODIFIED, 'content-type': found.type };
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  const takesGzip = String(request.headers['accept-encoding']).includes('gzip') && found.type !== 'image/png';
  if (!takesGzip) return void response.writeHead(200, { ...headers, 'content-length': found.body.length }).end(found.body);
  const packed = gzipSync(found.body);
  response.writeHead(200, { ...headers, 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const news = await startNewsServer({ port: Number(process.argv[2] ?? 0), folder: process.argv[3] ?? SHARED_DATA });
  const lines = [`made-up site: ${news.siteFront(1)}`, `its feed: ${news.siteFeed(1)}`, `pages: ${news.url('/feeds/pages.rss')}`];
  process.stdout.write(`${[...lines, ...news.realFeeds, ...news.realArticles, ...news.realLists].join('\n')}\n`);
}
