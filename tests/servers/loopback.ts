import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server as NetServer, Socket } from 'node:net';
import type { TestCertificate } from './self-signed.ts';

/** A server on loopback with its address; `close` ends its connections too. */
export interface LoopbackServer {
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

async function listen(server: Server | NetServer, scheme: string, host: string): Promise<LoopbackServer> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve));
  // Clients go away in the middle of what a test server does to them: that is what these servers are for.
  server.on('connection', (socket: Socket) => socket.on('error', () => undefined));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const shown = host.includes(':') ? `[${host}]` : host;
  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
  };
  return { origin: `${scheme}://${shown}:${address.port}`, port: address.port, close };
}

/** Serves one function for every address. */
export async function serve(route: Route, options: { readonly host?: string; readonly tls?: TestCertificate } = {}): Promise<LoopbackServer> {
  const listener: RequestListener = (request, response) => route(request, response, new URL(request.url ?? '/', 'http://loopback'));
  const server = options.tls === undefined ? createServer(listener) : createTlsServer({ ...options.tls }, listener);
  return listen(server, options.tls === undefined ? 'http' : 'https', options.host ?? '127.0.0.1');
}

/** Serves paths by a table; the rest is 404. */
export async function serveRoutes(routes: Readonly<Record<string, Route>>, options: { readonly tls?: TestCertificate } = {}): Promise<LoopbackServer> {
  return serve((request, response, url) => {
    const route = routes[url.pathname];
    if (route === undefined) response.writeHead(404).end();
    else route(request, response, url);
  }, options);
}

export { listen as listenOnLoopback };
