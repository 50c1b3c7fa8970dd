import type { FetchKind } from './types.ts';

export interface Timeouts {
  /** Milliseconds until the connection (DNS, TCP, TLS) stands. */
  readonly connectMs: number;
  /** Milliseconds from asking to the answer's headers, connecting included. */
  readonly headersMs: number;
  /** Milliseconds that the body may pause. */
  readonly idleMs: number;
  /** Milliseconds for everything, redirects included; waiting for a free place does not count. */
  readonly totalMs: Readonly<Record<FetchKind, number>>;
}

export interface Concurrency {
  /** Requests under way in all; one older than `slowAfterMs` no longer counts. */
  readonly total: number;
  readonly perHost: number;
  /** Milliseconds between a request to a host and the next one; pictures come from servers that are made to give many. */
  readonly politenessMs: Readonly<Record<FetchKind, number>>;
  /** A request that takes longer gives its place to the next: hanging hosts delay nobody. */
  readonly slowAfterMs: number;
  /** Requests under way in all, the slow ones counted too. */
  readonly open: number;
}

export interface FetchLimits {
  /** Bytes, measured on the transfer and on the decompressed body alike. */
  readonly maxBytes: Readonly<Record<FetchKind, number>>;
  readonly maxRedirects: number;
  readonly timeouts: Timeouts;
  readonly concurrency: Concurrency;
}

const MB = 1_000_000;

export const DEFAULT_LIMITS: FetchLimits = {
  maxBytes: { feed: 20 * MB, page: 10 * MB, image: 20 * MB, file: 200 * MB },
  maxRedirects: 10,
  timeouts: {
    connectMs: 10_000,
    headersMs: 15_000,
    idleMs: 15_000,
    totalMs: { feed: 45_000, page: 45_000, image: 60_000, file: 1_800_000 },
  },
  concurrency: { total: 24, perHost: 4, politenessMs: { feed: 100, page: 100, image: 20, file: 100 }, slowAfterMs: 2_000, open: 256 },
};

export interface LimitOverrides {
  readonly maxBytes?: Partial<FetchLimits['maxBytes']>;
  readonly maxRedirects?: number;
  readonly timeouts?: Partial<Omit<Timeouts, 'totalMs'>> & { readonly totalMs?: Partial<Timeouts['totalMs']> };
  readonly concurrency?: Partial<Concurrency>;
}

export function withDefaults(overrides: LimitOverrides): FetchLimits {
  const { timeouts } = DEFAULT_LIMITS;
  return {
    maxBytes: { ...DEFAULT_LIMITS.maxBytes, ...overrides.maxBytes },
    maxRedirects: overrides.maxRedirects ?? DEFAULT_LIMITS.maxRedirects,
    timeouts: { ...timeouts, ...overrides.timeouts, totalMs: { ...timeouts.totalMs, ...overrides.timeouts?.totalMs } },
    concurrency: { ...DEFAULT_LIMITS.concurrency, ...overrides.concurrency },
  };
}
