import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export type SubPathProxy = {
  /** What was asked of the other site at this address, oldest first: `GET /api/graph`. */
  outside: string[];
  /** From now on whether the path is taken off before requests are passed on. */
  setStrips(strips: boolean): void;
  stop(): Promise<void>;
};

/** A site at the origin of `address` that passes what lies below the path of `address` on to the server at `target`. */
export async function startSubPathProxy(address: string, target: string): Promise<SubPathProxy> {
  const { hostname, port, pathname: prefix, host } = new URL(address);
  const outside: string[] = [];
  let strips = false;

  function handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const asked = incoming.url ?? '/';
    if (!asked.startsWith(`${prefix}/`) && asked !== prefix) {
      outside.push(`${incoming.method} ${asked}`);
      outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Another site</h1>');
      return;
    }
    const path = strips ? asked.slice(prefix.length) || '/' : asked;
    const headers = { ...incoming.headers, 'x-forwarded-host': host, 'x-forwarded-proto': 'http' };
    const onward = request(new URL(path, target), { method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      // Events are to arrive one by one.
      outgoing.flushHeaders();
      answer.on('error', () => outgoing.destroy()).pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }

  const server = createServer(handle).listen(Number(port), hostname);
  await once(server, 'listening');
  return {
    outside,
    setStrips(on) {
      strips = on;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
