import { subscribe } from 'node:diagnostics_channel';
import { Server, ServerResponse } from 'node:http';
import { z } from 'zod';
import { stopSignal } from './stopping.ts';

/** How long a client may take to send what it has to, and may keep a connection without a request. */
const timeouts = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  // Longer than balancers keep theirs, which would else send into a connection that is closed just then.
  keepAliveTimeout: 75_000,
};
/** How often connections are looked at that may have become idle. */
const lookAgainMs = 50;

const messageShape = z.object({ server: z.instanceof(Server), response: z.instanceof(ServerResponse) });

const processWide: { [key: symbol]: Set<Server> | undefined } = globalThis;
const key = Symbol.for('vigla.http-servers');

function servers(): Set<Server> {
  processWide[key] ??= new Set();
  return processWide[key];
}

/** Sets the time limits of this process' HTTP server, which the framework makes and keeps to itself: from its first request on. */
export function boundServers(): void {
  subscribe('http.server.request.start', (message) => {
    const { server, response } = messageShape.parse(message);
    if (!servers().has(server)) Object.assign(server, timeouts);
    servers().add(server);
    if (stopSignal().aborted) response.shouldKeepAlive = false;
  });
}

/** Takes no connection any more and waits for the running requests; false where some had to be cut off. */
export async function closeServers(withinMs: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const deadline = setTimeout(() => resolve(false), withinMs);
  const idle = setInterval(() => {
    for (const server of servers()) server.closeIdleConnections();
  }, lookAgainMs);
  const closed = [...servers()].map((server) => new Promise((done) => server.close(done)));
  const isInTime = await Promise.race([Promise.all(closed).then(() => true), late]);
  clearTimeout(deadline);
  clearInterval(idle);
  for (const server of servers()) server.closeAllConnections();
  return isInTime;
}
