import { describe, expect, it } from 'vitest';
import { DocbaoError } from '../../../contract/domain/result.ts';
import { FORBIDDEN_CODE, toFetchError } from '../../../main/fetch/failure.ts';
import { HostHealth } from '../../../main/fetch/health.ts';
import { statusError } from '../../../main/fetch/status.ts';

const URL_OF_FEED = new URL('https://bao.vn/rss?x=1');
const failing = (code: string, message = 'low-level words') => Object.assign(new Error(message), { code });
const online = { isOnline: () => true };

describe('toFetchError', () => {
  it.each([
    ['ENOTFOUND', 'host-unreachable'],
    ['EAI_AGAIN', 'host-unreachable'],
    ['ECONNREFUSED', 'host-unreachable'],
    ['EHOSTUNREACH', 'host-unreachable'],
    ['ENETUNREACH', 'host-unreachable'],
    ['ECONNRESET', 'broken-transfer'],
    ['UND_ERR_SOCKET', 'broken-transfer'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['HPE_INVALID_CONSTANT', 'broken-transfer'],
    ['UND_ERR_HEADERS_OVERFLOW', 'broken-transfer'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'broken-transfer'],
    ['Z_DATA_ERROR', 'broken-transfer'],
    ['ERR_BROTLI_DECODER_ERROR_FORMAT_CL_SPACE', 'broken-transfer'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'tls'],
    [FORBIDDEN_CODE, 'forbidden-address'],
    ['EWHATEVER', 'internal'],
  ])('makes %s a %s that names the host', (code, kind) => {
    const error = toFetchError(failing(code), URL_OF_FEED, online);
    expect(error.kind).toBe(kind);
    expect(error.message).toContain('bao.vn');
    expect(error.facts).toMatchObject({ host: 'bao.vn', url: 'https://bao.vn/rss?x=1' });
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH'])('says that the machine is offline when it is (%s)', (code) => {
    expect(toFetchError(failing(code), URL_OF_FEED, { isOnline: () => false }).kind).toBe('offline');
  });

  it('does not blame the network of this machine for a host that refuses', () => {
    expect(toFetchError(failing('ECONNREFUSED'), URL_OF_FEED, { isOnline: () => false }).kind).toBe('host-unreachable');
  });

  it.each([
    [failing('ECONNREFUSED'), 'host-unreachable', 'The proxy proxy.vn:3128 on the way to bao.vn can’t be reached (ECONNREFUSED).'],
    [failing('UND_ERR_ABORTED', 'Proxy response (407) !== 200 when HTTP Tunneling'), 'http-status', 'The proxy proxy.vn:3128 on the way to bao.vn refused: HTTP 407.'],
    [failing('ECONNRESET'), 'broken-transfer', 'bao.vn broke the connection off.'],
  ])('blames the proxy for what is its fault (%s)', (error, kind, message) => {
    expect(toFetchError(error, URL_OF_FEED, { ...online, proxy: 'proxy.vn:3128' })).toMatchObject({ kind, message });
  });

  it('takes the attempt that got furthest of several', () => {
    const both = new AggregateError([failing('ENETUNREACH'), failing('ECONNREFUSED')]);
    expect(toFetchError(both, URL_OF_FEED, online).message).toBe('Nothing answers at bao.vn (ECONNREFUSED).');
  });

  it('leaves errors that are in words already as they are', () => {
    const error = new DocbaoError('too-large', 'x');
    expect(toFetchError(error, URL_OF_FEED)).toBe(error);
  });
});

describe('statusError', () => {
  it.each([
    [200, {}, null],
    [204, {}, null],
    [401, {}, 'access-denied'],
    [403, {}, 'access-denied'],
    [451, {}, 'access-denied'],
    [404, {}, 'not-found'],
    [410, {}, 'gone'],
    [429, {}, 'busy'],
    [503, { 'retry-after': '60' }, 'busy'],
    [503, {}, 'http-status'],
    [500, {}, 'http-status'],
    [407, {}, 'http-status'],
    [302, {}, 'http-status'],
  ])('takes %s %o for %s', (status, headers, kind) => {
    const error = statusError(status, headers, URL_OF_FEED, 0);
    expect(error?.kind ?? null).toBe(kind);
    if (error !== null) expect(error.facts).toMatchObject({ status, host: 'bao.vn' });
  });

  it('says when to come back', () => {
    const error = statusError(503, { 'retry-after': '7200' }, URL_OF_FEED, 0);
    expect(error?.message).toBe('bao.vn is busy and asks to be asked again in 2 hours (HTTP 503).');
    expect(error?.facts).toMatchObject({ retryAfterSeconds: 7200 });
  });
});

describe('HostHealth', () => {
  const silence = new DocbaoError('timeout', 'bao.vn did not answer.', { host: 'bao.vn' });

  it('stops waiting for a host after several silences in a row', () => {
    const health = new HostHealth();
    for (let times = 0; times < 3; times += 1) health.wasSilent(URL_OF_FEED, silence);
    expect(() => health.check(URL_OF_FEED)).not.toThrow();
    health.wasSilent(URL_OF_FEED, silence);
    expect(() => health.check(URL_OF_FEED)).toThrowError(expect.objectContaining({ kind: 'timeout' }));
    expect(() => health.check(new URL('https://other.vn/'))).not.toThrow();
  });

  it('starts to count again after an answer', () => {
    const health = new HostHealth();
    for (let times = 0; times < 10; times += 1) {
      health.wasSilent(URL_OF_FEED, silence);
      health.answered(URL_OF_FEED);
    }
    expect(() => health.check(URL_OF_FEED)).not.toThrow();
  });

  it('leaves a host alone that said 429, but not one whose page is forbidden', () => {
    const health = new HostHealth();
    health.failed(URL_OF_FEED, new DocbaoError('access-denied', 'x', { status: 403 }));
    expect(() => health.check(URL_OF_FEED)).not.toThrow();
    health.failed(URL_OF_FEED, new DocbaoError('busy', 'x', { status: 429, retryAfterSeconds: 60 }));
    expect(() => health.check(URL_OF_FEED)).toThrowError(expect.objectContaining({ kind: 'busy' }));
  });
});
