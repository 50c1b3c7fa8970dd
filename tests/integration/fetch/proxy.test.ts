import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher, type FetchRequest } from '../../../main/fetch/index.ts';
import { serve, type LoopbackServer } from '../../servers/loopback.ts';
import { startProxyServer, type ProxyServer } from '../../servers/proxy-server.ts';
import { selfSignedCertificate } from '../../servers/self-signed.ts';

const certificate = selfSignedCertificate(['bao.example']);
let plain: LoopbackServer;
let secure: LoopbackServer;
let proxy: ProxyServer;
let target: LoopbackServer;

beforeAll(async () => {
  plain = await serve((request, response, url) => {
    if (url.pathname === '/inside') response.writeHead(302, { location: `http://127.0.0.1:${plain.port}/secret` }).end();
    else response.end(`plain ${request.headers.host} ${url.pathname}`);
  });
  secure = await serve((request, response, url) => void response.end(`secure ${request.headers.host} ${url.pathname}`), { tls: certificate });
  proxy = await startProxyServer(() => target.port);
});
beforeEach(() => void (target = plain));
afterAll(() => Promise.all([plain.close(), secure.close(), proxy.close()]));

async function get(url: string, more: Partial<FetchRequest> = {}): Promise<string> {
  const env = { HTTP_PROXY: proxy.origin, HTTPS_PROXY: proxy.origin, NO_PROXY: 'direct.example' };
  const fetcher = createFetcher({ env, trustedCertificates: [certificate.cert] });
  try {
    return new TextDecoder().decode((await fetcher.fetch({ url, kind: 'page', allowPrivate: false, ...more })).bytes);
  } finally {
    await fetcher.close();
  }
}

describe('the environment’s proxy', () => {
  it('is asked for plain http as it is', async () => {
    expect(await get('http://bao.example/a?b=1')).toBe('plain bao.example /a');
    expect(proxy.asked).toContain('GET http://bao.example/a?b=1');
  });

  it('is asked for a tunnel for https, and sees nothing of what goes through', async () => {
    target = secure;
    expect(await get('https://bao.example/a')).toBe('secure bao.example /a');
    expect(proxy.asked).toContain('CONNECT bao.example:443');
  });

  it('is not asked for inner addresses, by name or by redirect, on behalf of a public source', async () => {
    await expect(get('http://bao.example/inside')).rejects.toThrowError(expect.objectContaining({ kind: 'forbidden-address', facts: expect.objectContaining({ host: `127.0.0.1:${plain.port}` }) }));
    const before = proxy.asked.length;
    await expect(get('http://192.168.0.1/')).rejects.toThrowError(expect.objectContaining({ kind: 'forbidden-address' }));
    expect(proxy.asked).toHaveLength(before);
  });

  it('is named where it is what fails', async () => {
    const gone = await startProxyServer(() => 0);
    await gone.close();
    const fetcher = createFetcher({ env: { ALL_PROXY: gone.origin } });
    for (const url of ['http://bao.example/', 'https://bao.example/']) {
      const message = `The proxy 127.0.0.1:${gone.port} on the way to bao.example can’t be reached (ECONNREFUSED).`;
      await expect(fetcher.fetch({ url, kind: 'page', allowPrivate: false })).rejects.toThrowError(expect.objectContaining({ kind: 'host-unreachable', message }));
    }
    await fetcher.close();
  });

  it('is not asked for this machine and for exceptions', async () => {
    const before = proxy.asked.length;
    expect(await get(`${plain.origin}/x`, { allowPrivate: true })).toBe(`plain 127.0.0.1:${plain.port} /x`);
    await expect(get('http://direct.example/')).rejects.toThrowError(expect.objectContaining({ kind: expect.stringMatching(/host-unreachable|offline/) }));
    expect(proxy.asked).toHaveLength(before);
  });
});
