import type { Protocol } from 'electron';

/** What a request for one of the window's own addresses is answered with. */
export interface Served {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A request, as far as what is served depends on it. */
export interface Asked {
  readonly method: string;
  readonly url: string;
}

/**
 * Answers a scheme from memory. `protocol.handle` speaks in `Request` and `Response`, for which Node loads all of its fetch
 * at the start, before the first page: where the older way is there, it is taken.
 *
 * @param answer never rejects
 */
export function serveFromMemory(protocol: Protocol, scheme: string, answer: (asked: Asked) => Promise<Served>): void {
  if (typeof protocol.registerBufferProtocol !== 'function') {
    protocol.handle(scheme, async (request) => {
      const { status, headers, body } = await answer(request);
      return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers });
    });
    return;
  }
  protocol.registerBufferProtocol(scheme, ({ method, url }, send) => {
    void answer({ method, url }).then(({ status, headers, body }) => send({ statusCode: status, headers: { ...headers }, data: Buffer.from(body) }));
  });
}
