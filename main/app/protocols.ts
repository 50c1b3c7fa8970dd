import type { Protocol } from 'electron';
import { toReaderError, type ReaderError } from '../../contract/domain/result.ts';
import type { Language } from '../../contract/words/index.ts';
import { ARTICLE_POLICY } from './article-policy.ts';
import { serveAsset } from './asset-files.ts';
import { escapeHtml } from './escape-html.ts';
import type { FirstPaint } from './first-paint.ts';
import type { LibraryClient } from './library-client.ts';
import type { Log } from './log.ts';
import type { WindowProblem } from './problem-page.ts';
import { serveFromMemory, type Asked, type Served } from './served.ts';
import { serveUiFile } from './ui-files.ts';

const ARTICLE_PATH = /^\/article\/([1-9]\d{0,14})$/;
const PROBLEM_PATH = /^\/problem\/([a-z-]+)$/;

/** Both schemes are standard and secure; only the window's own may be fetched from, and neither skips a policy. */
export function registerSchemes(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'docbao-app', privileges: { standard: true, secure: true, codeCache: true } },
    { scheme: 'docbao-asset', privileges: { standard: true, secure: true, stream: true } },
  ]);
}

export interface ServedParts {
  readonly rendererFolder: string;
  readonly assetsFolder: string;
  readonly library: LibraryClient;
  readonly log: Log;
  firstPaint(): FirstPaint;
}

/** Serves the window's files, the articles' documents and the stored images. */
export function serveProtocols(protocol: Protocol, parts: ServedParts): void {
  serveFromMemory(protocol, 'docbao-app', (asked) => {
    return serveWindow(asked, parts).catch((thrown: unknown) => {
      parts.log.write('error', 'file of the window not served', { message: toReaderError(thrown).message });
      return { status: 500, headers: {}, body: '' };
    });
  });
  protocol.handle('docbao-asset', (request) => serveAsset(parts.assetsFolder, request));
}

async function serveWindow({ method, url: address }: Asked, parts: ServedParts): Promise<Served> {
  const url = new URL(address);
  if (method !== 'GET' || url.host !== 'ui') return { status: 404, headers: {}, body: '' };
  const id = ARTICLE_PATH.exec(url.pathname)?.[1];
  if (id !== undefined) return serveArticle(parts, Number(id), url.search);
  const problem = PROBLEM_PATH.exec(url.pathname)?.[1];
  if (problem === 'stopped' || problem === 'not-loaded') return serveProblem(problem, parts.firstPaint().language);
  return serveUiFile(parts.rendererFolder, url.pathname, parts.firstPaint());
}

async function serveArticle({ library, firstPaint, log }: ServedParts, id: number, search: string): Promise<Served> {
  const { language, theme: shown } = firstPaint();
  const theme = search === '?paper' ? 'paper' : shown;
  const result = await library.call(search === '?page' ? 'internal:pageDocument' : 'internal:articleDocument', { id, language, theme });
  if (!result.ok) log.write('warning', 'article not shown', { kind: result.error.kind });
  return {
    status: result.ok ? 200 : 404,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': ARTICLE_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    body: result.ok ? result.value : failureDocument(result.error),
  };
}

async function serveProblem(problem: WindowProblem, language: Language): Promise<Served> {
  const { PROBLEM_POLICY, problemPage } = await import('./problem-page.ts');
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PROBLEM_POLICY, 'x-content-type-options': 'nosniff' },
    body: problemPage(problem, language),
  };
}

/** In an article's place: the window reads on its root what went wrong and says it in the user's language; the sentence is seen by a tester. */
function failureDocument({ kind, message }: ReaderError): string {
  return `<!doctype html><html lang="en" data-failure="${kind}"><meta charset="utf-8"><title>Docbao</title><p>${escapeHtml(message)}</p></html>`;
}
