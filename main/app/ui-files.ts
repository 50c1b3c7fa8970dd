import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FirstPaint } from './first-paint.ts';
import { withFirstPaint } from './first-paint.ts';
import type { Served } from './served.ts';

const MIME_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

/** Segments of letters, digits, `_`, `-`, `.`, none of which begins with a dot: no way out of the folder. */
const FILE_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** What the window itself may do: its own files, stored images, articles in a frame; nothing evaluated, nothing asked of a host. */
export const UI_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' docbao-asset:",
  "media-src docbao-asset:",
  "frame-src 'self'",
  "connect-src 'none'",
  "worker-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Serves the built renderer; the start page gets the theme and language that its first paint needs. */
export async function serveUiFile(folder: string, pathname: string, firstPaint: FirstPaint): Promise<Served> {
  const type = MIME_TYPES[pathname.slice(pathname.lastIndexOf('.') + 1)];
  if (!FILE_PATH.test(pathname) || type === undefined) return notFound();
  try {
    const bytes = await readFile(join(folder, pathname));
    const isStart = pathname === '/index.html';
    return { status: 200, headers: uiHeaders(type, isStart), body: isStart ? withFirstPaint(bytes.toString('utf8'), firstPaint) : bytes };
  } catch {
    return notFound();
  }
}

/** What a start has loaded stays as it is until the next one: each article asks for the same style and fonts again. */
function uiHeaders(type: string, isFresh: boolean): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': UI_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
    'cache-control': isFresh ? 'no-cache' : 'max-age=31536000, immutable',
  };
}

function notFound(): Served {
  return { status: 404, headers: uiHeaders('text/plain; charset=utf-8', true), body: '' };
}
