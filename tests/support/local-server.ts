import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

/** What a request brought; `form` has the fields of its body and of its URL. */
export type Received = {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  form: URLSearchParams;
};

export type LocalServer = {
  url: string;
  received: Received[];
  /** How many connections are open. */
  open(): Promise<number>;
  stop(): Promise<void>;
};

type Handle = (response: ServerResponse, received: Received) => unknown;

/** A real HTTP server on a free port of this machine, which keeps what it was asked. With `tls`, HTTPS. */
export async function startServer(handle: Handle, tls?: ServerOptions): Promise<LocalServer> {
  const received: Received[] = [];
  const listen: RequestListener = async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
    const form = new URLSearchParams([...searchParams, ...new URLSearchParams(await text(request))]);
    const one = { method: request.method ?? '', path: pathname, headers: request.headers, form };
    received.push(one);
    await handle(response, one);
  };
  const server = tls === undefined ? createServer(listen) : createTlsServer(tls, listen);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${address.port}`,
    received,
    open: () => promisify(server.getConnections.bind(server))(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
