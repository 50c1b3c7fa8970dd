import { bareHost, isLoopback } from './address.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

function variable(env: Environment, name: string): string {
  return (env[name.toLowerCase()] ?? env[name.toUpperCase()] ?? '').trim();
}

/** Whether one entry of NO_PROXY covers a host: `*`, a name and all below it, `.name`, `*.name`, each with or without port. */
function covers(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const { name = '', port: wanted } = /^(?<name>.*?)(?::(?<port>\d+))?$/.exec(entry)?.groups ?? {};
  if (wanted !== undefined && wanted !== port) return false;
  const suffix = name.replace(/^\*?\./, '').replace(/^\[|\]$/g, '');
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
}

/**
 * The proxy for an address by HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY (lower case first, as curl reads them), or null
 * to connect directly. This machine is never asked for through a proxy.
 */
export function proxyFor(url: URL, env: Environment): string | null {
  if (isLoopback(url)) return null;
  const proxy = variable(env, url.protocol === 'https:' ? 'https_proxy' : 'http_proxy') || variable(env, 'all_proxy');
  if (proxy === '') return null;
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const host = bareHost(url);
  const exceptions = variable(env, 'no_proxy').toLowerCase().split(/[\s,]+/).filter((entry) => entry !== '');
  if (exceptions.some((entry) => covers(entry, host, port))) return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
  return URL.canParse(address) ? address : null;
}
