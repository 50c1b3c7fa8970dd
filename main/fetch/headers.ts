import type { FetchKind, FetchRequest, ResumePoint } from './types.ts';

/** Response headers as undici gives them: lower-case names. */
export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>;

const ACCEPT: Readonly<Record<FetchKind, string>> = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.7, */*;q=0.5',
  page: 'text/html, application/xhtml+xml, application/xml;q=0.8, */*;q=0.5',
  image: 'image/avif, image/webp, image/png, image/jpeg, image/gif, image/svg+xml;q=0.8, image/*;q=0.7, */*;q=0.1',
  file: '*/*',
};
const SENDABLE = /^[\x20-\x7e]+$/;
const MAX_FRESH_SECONDS = 7 * 86_400;
const MAX_RETRY_SECONDS = 7 * 86_400;

/** One header's value; of several with the same name the first. */
export function headerOf(headers: AnswerHeaders, name: string): string | null {
  const value = headers[name];
  return (typeof value === 'string' ? value : value?.[0]) ?? null;
}

/** What the site that is asked learns of the page that refers to it: all of it on the same origin, else the origin alone. */
function referrerFor(url: URL, referrer: string | null | undefined): string | null {
  if (referrer === null || referrer === undefined || !URL.canParse(referrer)) return null;
  const from = new URL(referrer);
  if (from.protocol !== 'http:' && from.protocol !== 'https:') return null;
  if (from.protocol === 'https:' && url.protocol === 'http:') return null;
  return from.origin === url.origin ? `${from.origin}${from.pathname}${from.search}` : `${from.origin}/`;
}

export interface RequestHeaderOptions {
  readonly userAgent: string;
  /** What the body may be packed with. Pictures and files are asked for as they are, so that a part of one is a part. */
  readonly acceptEncoding: string;
  readonly cookie: string | null;
  readonly resume: ResumePoint | null;
}

/** A part of the address that may be percent-encoded, and may hold a lone percent sign. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The headers of a GET: who asks, what for, and the validators of the last answer. */
export function requestHeaders(url: URL, request: FetchRequest, options: RequestHeaderOptions): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': options.userAgent,
    accept: ACCEPT[request.kind],
    'accept-language': 'vi, en;q=0.8, *;q=0.5',
    'accept-encoding': request.kind === 'image' || request.kind === 'file' ? 'identity' : options.acceptEncoding,
  };
  if (options.resume !== null) Object.assign(headers, { range: `bytes=${options.resume.offset}-`, 'if-range': options.resume.validator });
  const referrer = referrerFor(url, request.referrer);
  if (referrer !== null) headers['referer'] = referrer;
  if (options.cookie !== null) headers['cookie'] = options.cookie;
  const isConditional = options.resume === null;
  if (isConditional && request.etag && SENDABLE.test(request.etag)) headers['if-none-match'] = request.etag;
  if (isConditional && request.lastModified && SENDABLE.test(request.lastModified)) headers['if-modified-since'] = request.lastModified;
  if (url.username !== '') {
    const login = `${decoded(url.username)}:${decoded(url.password)}`;
    headers['authorization'] = `Basic ${Buffer.from(login, 'utf8').toString('base64')}`;
  }
  return headers;
}

function clamp(value: number, max: number): number {
  return Math.min(max, Math.max(0, Math.floor(value)));
}

/** What If-Range may name (RFC 9110 13.1.5): a strong ETag, else a Last-Modified; null where the answer has neither. */
export function rangeValidatorOf(headers: AnswerHeaders): string | null {
  const etag = headerOf(headers, 'etag');
  const validator = etag !== null && !etag.startsWith('W/') ? etag : headerOf(headers, 'last-modified');
  return validator !== null && SENDABLE.test(validator) ? validator : null;
}

/** The offset at which a 206 answer begins, or null where Content-Range does not say. */
export function rangeStartOf(headers: AnswerHeaders): number | null {
  const start = /^bytes (\d{1,15})-\d+\//.exec(headerOf(headers, 'content-range') ?? '')?.[1];
  return start === undefined ? null : Number(start);
}

/** How long an answer may be taken for fresh (RFC 9111, a private cache), in seconds; null where it does not say. */
export function maxAgeOf(headers: AnswerHeaders, now: number): number | null {
  const control = headerOf(headers, 'cache-control')?.toLowerCase() ?? '';
  if (/(^|,)\s*no-(cache|store)\s*($|,|=)/.test(control)) return 0;
  const age = Number(headerOf(headers, 'age') ?? 0);
  const spent = Number.isFinite(age) && age > 0 ? age : 0;
  const maxAge = /(?:^|,)\s*max-age\s*=\s*"?(\d{1,12})/.exec(control)?.[1];
  if (maxAge !== undefined) return clamp(Number(maxAge) - spent, MAX_FRESH_SECONDS);
  const expires = headerOf(headers, 'expires');
  if (expires === null) return null;
  const end = Date.parse(expires);
  // "Expires: 0" and other unreadable dates mean: already stale.
  if (Number.isNaN(end)) return 0;
  const sent = Date.parse(headerOf(headers, 'date') ?? '');
  return clamp((end - (Number.isNaN(sent) ? now : sent)) / 1000 - spent, MAX_FRESH_SECONDS);
}

/** Retry-After (RFC 9110 10.2.3: seconds or a date) in seconds, at most 7 days; null where it is missing or unreadable. */
export function retryAfterOf(headers: AnswerHeaders, now: number): number | null {
  const value = headerOf(headers, 'retry-after')?.trim() ?? '';
  if (/^\d{1,12}$/.test(value)) return clamp(Number(value), MAX_RETRY_SECONDS);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : clamp(Math.ceil((at - now) / 1000), MAX_RETRY_SECONDS);
}
