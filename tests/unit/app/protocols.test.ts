import type { Protocol } from 'electron';
import { describe, expect, it } from 'vitest';
import { serveProtocols, type ServedParts } from '../../../main/app/protocols.ts';

interface Sent {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Buffer;
}

function answer(id: number): Promise<unknown> {
  if (id === 13) return Promise.reject(new Error('the library is gone'));
  return Promise.resolve(id === 14 ? { ok: false, error: { kind: 'disk-full', message: 'No room for <the journal>' } } : { ok: true, value: `<p>Bài ${id}</p>` });
}

const logged: string[] = [];
const parts: ServedParts = {
  rendererFolder: '/nowhere',
  assetsFolder: '/nowhere',
  library: { call: (_channel: string, { id }: { id: number }) => answer(id) } as unknown as ServedParts['library'],
  log: { write: (_level, what) => void logged.push(what) },
  firstPaint: () => ({ language: 'vi', theme: 'paper' }),
};

/** Asks a protocol that has the older way, and one that has not. */
const WAYS: readonly [string, (url: string, method?: string) => Promise<{ status: number; policy: string | null; text: string }>][] = [
  ['the older way', async (url, method = 'GET') => {
    let ask: (request: { method: string; url: string }, send: (sent: Sent) => void) => void = () => undefined;
    serveProtocols({ handle: () => undefined, registerBufferProtocol: (_scheme: string, handler: typeof ask) => { ask = handler; } } as unknown as Protocol, parts);
    const { statusCode, headers, data } = await new Promise<Sent>((resolve) => ask({ method, url }, resolve));
    return { status: statusCode, policy: headers['content-security-policy'] ?? null, text: data.toString() };
  }],
  ['the newer way', async (url, method = 'GET') => {
    const handlers = new Map<string, (request: Request) => Promise<Response>>();
    serveProtocols({ handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void handlers.set(scheme, handler) } as unknown as Protocol, parts);
    const response = await handlers.get('docbao-app')?.({ method, url } as Request);
    return { status: response?.status ?? 0, policy: response?.headers.get('content-security-policy') ?? null, text: (await response?.text()) ?? '' };
  }],
];

describe.each(WAYS)('the window’s own scheme, %s', (_name, ask) => {
  it('serves an article under a policy that runs and fetches nothing', async () => {
    const { status, policy, text } = await ask('docbao-app://ui/article/7');
    expect([status, text]).toEqual([200, '<p>Bài 7</p>']);
    expect(policy).toContain("default-src 'none'");
  });

  it('says on the root of what stands in an article’s place why it is not shown', async () => {
    const { status, text } = await ask('docbao-app://ui/article/14');
    expect(status).toBe(404);
    expect(text).toContain('<html lang="en" data-failure="disk-full">');
    expect(text).toContain('No room for &lt;the journal&gt;');
  });

  it('serves nothing to other hosts and methods', async () => {
    expect((await ask('docbao-app://other/article/7')).status).toBe(404);
    expect((await ask('docbao-app://ui/article/7', 'POST')).status).toBe(404);
  });

  it('says so in the log where it fails', async () => {
    logged.length = 0;
    expect(await ask('docbao-app://ui/article/13')).toMatchObject({ status: 500, text: '' });
    expect(logged).toEqual(['file of the window not served']);
  });
});
