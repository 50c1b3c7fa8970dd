import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFetcher } from '../../../main/fetch/index.ts';
import { serve, type LoopbackServer } from '../../servers/loopback.ts';
import { selfSignedCertificate } from '../../servers/self-signed.ts';

const certificate = selfSignedCertificate(['localhost']);
const expired = selfSignedCertificate(['localhost'], new Date(Date.now() - 86_400_000));
const answer = (_request: unknown, response: { end(text: string): void }) => response.end('secret');
let good: LoopbackServer;
let stale: LoopbackServer;
let plain: LoopbackServer;
beforeAll(async () => {
  good = await serve(answer, { tls: certificate });
  stale = await serve(answer, { tls: expired });
  plain = await serve(answer);
});
afterAll(() => Promise.all([good.close(), stale.close(), plain.close()]));

async function get(url: string, trustedCertificates: readonly string[] = []): Promise<string> {
  const fetcher = createFetcher({ env: {}, trustedCertificates });
  try {
    return new TextDecoder().decode((await fetcher.fetch({ url, kind: 'page', allowPrivate: true })).bytes);
  } finally {
    await fetcher.close();
  }
}

it('refuses a self-signed certificate, in words', async () => {
  const message = `No secure connection to 127.0.0.1:${good.port}: its certificate is self-signed.`;
  await expect(get(good.origin)).rejects.toThrowError(expect.objectContaining({ kind: 'tls', message }));
});

it('accepts one that it is told to trust', async () => {
  expect(await get(good.origin, [certificate.cert])).toBe('secret');
  expect(await get(`https://localhost:${good.port}/`, [certificate.cert])).toBe('secret');
});

it('refuses an expired certificate even so', async () => {
  await expect(get(stale.origin, [expired.cert])).rejects.toThrowError(expect.objectContaining({ kind: 'tls', message: expect.stringContaining('has expired') }));
});

it('says when there is no TLS at all', async () => {
  await expect(get(`https://127.0.0.1:${plain.port}/`)).rejects.toThrowError(expect.objectContaining({ kind: 'tls', message: expect.stringContaining('does not speak TLS') }));
});
