import type { ServerResponse } from 'node:http';
import { brotliCompressSync, constants, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { ErrorKind } from '../../contract/domain/result.ts';
import type { Route } from './loopback.ts';

/** How one address of the torture server ends: for the fetcher alone, and for a sync that reads it as a feed. */
export interface TortureCase {
  readonly route: Route;
  readonly fetch: 'ok' | ErrorKind;
  readonly sync: 'ok' | ErrorKind;
}

const TITLE = 'Báo Tra Tấn – tin “thử” số một';

/** A feed of ours with `count` entries that hold their whole text, so that no page has to be fetched. */
export function tortureFeed(count: number, prolog = '<?xml version="1.0" encoding="UTF-8"?>'): string {
  const items = Array.from(
    { length: count },
    (_, index) =>
      `<item><title>Bài ${index + 1}: nước lên ở Huế</title><guid isPermaLink="false">tra-tan-${index + 1}</guid><content:encoded><![CDATA[<p>Đoạn ${index + 1}.</p>]]></content:encoded></item>`,
  );
  return `${prolog}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${TITLE}</title><link>http://127.0.0.1/</link><description/>${items.join('')}</channel></rss>`;
}

const FEED = tortureFeed(3);
const XML = { 'content-type': 'application/rss+xml; charset=utf-8' };

function answers(body: string | Buffer, headers: Readonly<Record<string, string | number>> = XML, status = 200): Route {
  return (_request, response) => void response.writeHead(status, headers).end(body);
}

/** Writes raw bytes on the socket: what no HTTP library would send. */
function raw(text: string): Route {
  return (request) => void request.socket.end(text, 'latin1');
}

/** Calls `write` again and again until it says that it is done or the client is gone. */
function flood(response: ServerResponse, everyMs: number, write: () => void): void {
  const timer = setInterval(write, everyMs);
  response.on('close', () => clearInterval(timer));
}

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

const good = (route: Route): TortureCase => ({ route, fetch: 'ok', sync: 'ok' });
const bad = (kind: ErrorKind, route: Route): TortureCase => ({ route, fetch: kind, sync: kind });
const noFeed = (kind: ErrorKind, route: Route): TortureCase => ({ route, fetch: 'ok', sync: kind });
const redirect = (location: string, headers: Readonly<Record<string, string>> = {}, status = 302): Route => answers('', { location, ...headers }, status);

let etags = 0;
const zeros = Buffer.alloc(60_000_000);
const bomb = gzipSync(zeros);

/** Feeds that are odd but right: a reader that gives up on them is too strict. */
const ODD: Readonly<Record<string, TortureCase>> = {
  plain: good(answers(FEED)),
  'no-type': good(answers(FEED, {})),
  'wrong-type-html': good(answers(FEED, { 'content-type': 'text/html' })),
  'wrong-type-jpeg': good(answers(FEED, { 'content-type': 'image/jpeg' })),
  'wrong-charset': good(answers(FEED, { 'content-type': 'text/xml; charset=iso-8859-1' })),
  'utf-16': good(answers(utf16(tortureFeed(3, '<?xml version="1.0" encoding="UTF-16"?>')), { 'content-type': 'text/xml; charset=utf-8' })),
  'gzip-undeclared-length': good((_request, response) => response.writeHead(200, { ...XML, 'content-encoding': 'gzip' }).end(gzipSync(FEED))),
  'gzip-that-is-none': good(answers(FEED, { ...XML, 'content-encoding': 'gzip' })),
  'deflate-raw': good(answers(deflateRawSync(FEED), { ...XML, 'content-encoding': 'deflate' })),
  brotli: good(answers(brotliCompressSync(FEED), { ...XML, 'content-encoding': 'br' })),
  'gzip-twice': good(answers(gzipSync(gzipSync(FEED)), { ...XML, 'content-encoding': 'gzip, gzip' })),
  'gzip-with-garbage-behind': good(answers(Buffer.concat([gzipSync(FEED), Buffer.from('\0\0garbage')]), { ...XML, 'content-encoding': 'gzip' })),
  'http-1.0': good((request) => void request.socket.end(Buffer.concat([Buffer.from('HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n'), Buffer.from(FEED)]))),
  'in-drops': good((_request, response) => {
    const bytes = Buffer.from(FEED);
    let at = 0;
    response.writeHead(200, XML);
    flood(response, 5, () => (at < bytes.length ? response.write(bytes.subarray(at, (at += 100))) : response.end()));
  }),
  'etag-of-the-day': good((_request, response) => void response.writeHead(200, { ...XML, etag: `"${(etags += 1)}"` }).end(FEED)),
  'moved-three-times': good((request, response, url) => {
    const step = Number(url.searchParams.get('step') ?? 0);
    (step < 3 ? redirect(`${url.pathname}?step=${step + 1}`, {}, 301 + step) : answers(FEED))(request, response, url);
  }),
  'circle-until-cookie': good((request, response, url) => {
    const hasCookie = String(request.headers.cookie).includes('seen=1');
    (hasCookie ? answers(FEED) : redirect(url.href.replace(url.origin, ''), { 'set-cookie': 'seen=1' }))(request, response, url);
  }),
  'reset-at-first': good((() => {
    let asked = 0;
    return (request, response, url) => ((asked += 1) === 1 ? void request.socket.destroy() : answers(FEED)(request, response, url));
  })()),
  'twenty-thousand-entries': good(answers(gzipSync(tortureFeed(20_000)), { ...XML, 'content-encoding': 'gzip' })),
};

/** What can't be read, and has to end soon, in words, and without harm. */
const HOPELESS: Readonly<Record<string, TortureCase>> = {
  hangs: bad('timeout', () => undefined),
  'hangs-in-headers': bad('timeout', (request) => void request.socket.write('HTTP/1.1 200 OK\r\nContent-Ty')),
  'hangs-in-body': bad('timeout', (_request, response) => void response.writeHead(200, XML).write(FEED.slice(0, 200))),
  'trickles-headers': bad('timeout', (request, response) => {
    request.socket.write('HTTP/1.1 200 OK\r\nX: ');
    flood(response, 50, () => request.socket.write('x'));
  }),
  'trickles-for-ever': bad('timeout', (_request, response) => flood(response.writeHead(200, XML), 50, () => response.write(' '))),
  truncated: bad('broken-transfer', (_request, response) => void response.writeHead(200, { ...XML, 'content-length': 90_000 }).write(FEED, () => response.destroy())),
  'truncated-gzip': bad('broken-transfer', answers(gzipSync(tortureFeed(500)).subarray(0, 900), { ...XML, 'content-encoding': 'gzip' })),
  'truncated-chunk': bad('broken-transfer', raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n<rss')),
  'broken-gzip': bad('broken-transfer', answers(Buffer.concat([gzipSync(FEED).subarray(0, 40), Buffer.alloc(400, 9)]), { ...XML, 'content-encoding': 'gzip' })),
  'gzip-bomb': bad('too-large', answers(bomb, { ...XML, 'content-encoding': 'gzip' })),
  'gzip-bomb-in-gzip': bad('too-large', answers(gzipSync(bomb), { ...XML, 'content-encoding': 'gzip, gzip' })),
  'zstd-bomb': bad('too-large', answers(zstdCompressSync(zeros), { ...XML, 'content-encoding': 'zstd' })),
  'brotli-bomb': bad('too-large', answers(brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }), { ...XML, 'content-encoding': 'br' })),
  'announces-10-gb': bad('too-large', (_request, response) => void response.writeHead(200, { ...XML, 'content-length': 10_000_000_000 }).write('<rss>')),
  endless: bad('too-large', (_request, response) => {
    const piece = Buffer.alloc(262_144, '<item/>');
    const more = () => response.write(piece) && setImmediate(more);
    response.writeHead(200, XML).on('drain', more);
    more();
  }),
  'endless-headers': bad('broken-transfer', (request, response) => {
    request.socket.write('HTTP/1.1 200 OK\r\n');
    flood(response, 1, () => request.socket.write(`X-${'x'.repeat(8_000)}: y\r\n`));
  }),
  'not-http': bad('broken-transfer', raw('SSH-2.0-OpenSSH_9.2\r\n')),
  'two-lengths': bad('broken-transfer', raw('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello')),
  resets: bad('broken-transfer', (request) => void request.socket.destroy()),
  'unknown-coding': bad('broken-transfer', answers(FEED, { ...XML, 'content-encoding': 'rot13' })),
  'redirects-to-itself': bad('too-many-redirects', (request, response, url) => redirect(url.pathname)(request, response, url)),
  'redirects-for-ever': bad('too-many-redirects', (request, response, url) => redirect(`${url.pathname}?${Math.random()}`)(request, response, url)),
  'redirects-to-a-file': bad('bad-address', redirect('file:///etc/passwd')),
  'redirects-to-nowhere': bad('bad-address', redirect('http://')),
  'unasked-304': bad('http-status', answers('', {}, 304)),
  '401': bad('access-denied', answers('', {}, 401)),
  '404': bad('not-found', answers('', {}, 404)),
  '410': bad('gone', answers('', {}, 410)),
  '429': bad('busy', answers('', { 'retry-after': '3600' }, 429)),
  '503': bad('busy', answers('', { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' }, 503)),
  '500': bad('http-status', answers('', {}, 500)),
  'empty-answer': noFeed('not-a-feed', answers('')),
  'no-content': noFeed('not-a-feed', answers('', {}, 204)),
  'a-page': noFeed('not-a-feed', answers('<!DOCTYPE html><html><head><title>Không phải</title></head><body><p>Chào.</p></body></html>', XML)),
  'a-picture': noFeed('not-a-feed', answers(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), XML)),
  noise: noFeed('not-a-feed', answers(Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256)), XML)),
};

export const TORTURE_CASES: Readonly<Record<string, TortureCase>> = { ...ODD, ...HOPELESS };
