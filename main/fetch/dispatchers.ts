import * as tls from 'node:tls';
import { Agent, buildConnector, ProxyAgent, type Dispatcher } from 'undici';
import type { Concurrency, Timeouts } from './limits.ts';
import { createLookup, createResolver } from './lookup.ts';
import { proxyFor, type Environment } from './proxy.ts';

const MAX_HEADER_BYTES = 64 * 1024;

export interface DispatcherOptions {
  readonly timeouts: Timeouts;
  readonly concurrency: Concurrency;
  readonly env: Environment;
  /** PEM certificates trusted besides those of Node and of the system. */
  readonly trustedCertificates: readonly string[];
}

/** Node's own authorities, those of the operating system where Node can read them (22.15 and newer), and the given ones. */
function authorities(extra: readonly string[]): string[] {
  if (typeof tls.getCACertificates !== 'function') return [...tls.rootCertificates, ...extra];
  const known = new Set([...tls.getCACertificates('default'), ...extra]);
  try {
    for (const certificate of tls.getCACertificates('system')) known.add(certificate);
  } catch {
    // A system store that can't be read leaves Node's own authorities.
  }
  return [...known];
}

/** Reading hundreds of certificates costs tens of milliseconds: done once, when the first TLS connection is made. */
function lazyContext(extra: readonly string[]): () => tls.SecureContext {
  let context: tls.SecureContext | null = null;
  return () => (context ??= tls.createSecureContext({ ca: authorities(extra) }));
}

/** The connections of a fetcher. Those that may reach inner addresses are kept apart from those that may not. */
export class Dispatchers {
  readonly #options: DispatcherOptions;
  readonly #context: () => tls.SecureContext;
  readonly #resolve = createResolver();
  readonly #direct = new Map<boolean, Agent>();
  readonly #proxies = new Map<string, ProxyAgent>();

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#context = lazyContext(options.trustedCertificates);
  }

  /** The dispatcher for an address: through the environment's proxy, or direct with the guard that `allowPrivate` asks for. */
  for(url: URL, allowPrivate: boolean): Dispatcher {
    const proxy = proxyFor(url, this.#options.env);
    return proxy === null ? this.#directAgent(allowPrivate) : this.#proxyAgent(proxy);
  }

  /** The host of the proxy that an address is asked through, for messages; null where it is asked directly. */
  proxyHost(url: URL): string | null {
    const proxy = proxyFor(url, this.#options.env);
    return proxy === null ? null : new URL(proxy).host;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#direct.values(), ...this.#proxies.values()].map((agent) => agent.destroy()));
  }

  #directAgent(allowPrivate: boolean): Agent {
    const known = this.#direct.get(allowPrivate);
    if (known !== undefined) return known;
    const lookup = createLookup(this.#resolve, allowPrivate);
    const plain = buildConnector({ timeout: this.#options.timeouts.connectMs, lookup });
    let secure: buildConnector.connector | null = null;
    const agent = new Agent({
      ...this.#shared(),
      connect: (options, callback) => {
        if (options.protocol !== 'https:') return plain(options, callback);
        secure ??= buildConnector({ timeout: this.#options.timeouts.connectMs, lookup, secureContext: this.#context() });
        secure(options, callback);
      },
    });
    this.#direct.set(allowPrivate, agent);
    return agent;
  }

  #proxyAgent(proxy: string): ProxyAgent {
    const known = this.#proxies.get(proxy);
    if (known !== undefined) return known;
    // Plain http goes to the proxy as it is: many refuse CONNECT to port 80.
    const agent = new ProxyAgent({
      ...this.#shared(),
      uri: proxy,
      proxyTunnel: false,
      proxyTls: { timeout: this.#options.timeouts.connectMs, secureContext: this.#context() },
      requestTls: { timeout: this.#options.timeouts.connectMs, secureContext: this.#context() },
    });
    this.#proxies.set(proxy, agent);
    return agent;
  }

  /** Every wait is timed by `Deadline`, so undici's own clocks are off. */
  #shared(): Agent.Options {
    const { open } = this.#options.concurrency;
    return { connections: open, pipelining: 1, headersTimeout: 0, bodyTimeout: 0, maxHeaderSize: MAX_HEADER_BYTES };
  }
}
