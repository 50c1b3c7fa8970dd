import { createServer, request as askHttp } from 'node:http';
import { connect } from 'node:net';
import { listenOnLoopback, type LoopbackServer } from './loopback.ts';

export interface ProxyServer extends LoopbackServer {
  /** What was asked of it: `GET http://host/path` or `CONNECT host:port`. */
  readonly asked: readonly string[];
}

/** A forward proxy on loopback. Whatever host is asked for, the request ends at port `target` of this machine. */
export async function startProxyServer(target: () => number): Promise<ProxyServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const url = new URL(request.url ?? '');
    const forwarded = askHttp({ host: '127.0.0.1', port: target(), path: `${url.pathname}${url.search}`, headers: request.headers });
    forwarded.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forwarded.on('error', () => response.destroy());
    forwarded.end();
  });
  server.on('connect', (request, client) => {
    asked.push(`CONNECT ${request.url}`);
    const upstream = connect(target(), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    client.on('close', () => upstream.destroy());
  });
  return { ...(await listenOnLoopback(server, 'http', '127.0.0.1')), asked };
}
