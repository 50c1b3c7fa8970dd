import type { IncomingMessage, ServerResponse } from 'node:http';

/** Ways in which an address can fail; `/fail/<name>` does each, and `answer(path, name)` lets any other path do it. */
export type Failure = keyof typeof FAILURES;

type Behaviour = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

function status(code: number, headers: Readonly<Record<string, string>> = {}): Behaviour {
  return (_request, response) => void response.writeHead(code, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(`<h1>${code}</h1>`);
}

function xml(body: string): Behaviour {
  return (_request, response) => void response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(body);
}

/** Sends `megabytes` of a page, as fast as they are taken. */
const large: Behaviour = (_request, response, url) => {
  let left = Number(url.searchParams.get('mb') ?? 50) * 10;
  const piece = Buffer.alloc(100_000, '<p>đầy</p>\n');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': left * piece.length });
  const more = () => {
    while (left > 0) {
      left -= 1;
      if (!response.write(piece)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
};

const slow: Behaviour = (_request, response, url) => {
  const timer = setTimeout(() => status(200)(_request, response, url), Number(url.searchParams.get('ms') ?? 1000));
  response.on('close', () => clearTimeout(timer));
};

const truncated: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': 10_000 });
  response.write('<html><body><p>Nửa bài', () => response.destroy());
};

const redirectMany: Behaviour = (_request, response, url) => {
  const step = Number(url.searchParams.get('n') ?? 0) + 1;
  response.writeHead(302, { location: `${url.pathname}?n=${step}` }).end();
};

export const FAILURES = {
  '404': status(404),
  '410': status(410),
  '403': status(403),
  '500': status(500),
  '429': status(429, { 'retry-after': '120' }),
  '503': status(503, { 'retry-after': '30' }),
  hang: () => undefined,
  'hang-body': (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<html>'),
  slow,
  truncated,
  large,
  reset: (request) => void request.socket.destroy(),
  'redirect-loop': (_request, response, url) => void response.writeHead(302, { location: url.pathname }).end(),
  'redirect-many': redirectMany,
  'broken-xml': xml('<?xml version="1.0"?><rss version="2.0"><channel><title>Hỏng</title><item><title>Nửa'),
  'not-a-feed': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!DOCTYPE html><title>Không phải nguồn tin</title><p>Chào.</p>'),
  'empty-feed': xml('<?xml version="1.0"?><rss version="2.0"><channel><title>Báo trống</title><link>http://127.0.0.1/</link><description/></channel></rss>'),
  'empty-body': (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(),
} as const satisfies Record<string, Behaviour>;

export function isFailure(name: string): name is Failure {
  return Object.hasOwn(FAILURES, name);
}
