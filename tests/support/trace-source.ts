import type { ServerResponse } from 'node:http';
import type { TraceSearch, TraceSource } from '#server/sources/trace-source.ts';
import { createTracing, type TracingOptions } from '#server/sources/tracing/tracing.ts';
import { type LocalServer, type Received, startServer } from './local-server.ts';

type Handle = (response: ServerResponse, received: Received) => unknown;

/** Everything in the hour around the recorded traces. */
export const recordedWindow: TraceSearch = {
  tags: {},
  fromMs: Date.UTC(2026, 10, 21, 2),
  toMs: Date.UTC(2026, 10, 21, 3),
  errorsOnly: false,
  limit: 100,
};

/** Stores of one test file, and sources that ask them without pauses between attempts. */
export function testTraceStores() {
  const servers: LocalServer[] = [];
  return {
    /** The server that was started last. */
    get server(): LocalServer {
      const last = servers.at(-1);
      if (last === undefined) throw new Error('no server was started');
      return last;
    },
    async sourceThat(handle: Handle, options: Partial<TracingOptions> = {}): Promise<TraceSource> {
      servers.push(await startServer(handle));
      return this.sourceOf(this.server, options);
    },
    sourceOf({ url }: { url: string }, options: Partial<TracingOptions> = {}): TraceSource {
      return createTracing({
        url,
        provider: 'auto',
        timeoutMs: 5000,
        delay: async () => undefined,
        ...options,
      });
    },
    keep(server: LocalServer): LocalServer {
      servers.push(server);
      return server;
    },
    async stop(): Promise<void> {
      await Promise.all(servers.splice(0).map((server) => server.stop()));
    },
  };
}
