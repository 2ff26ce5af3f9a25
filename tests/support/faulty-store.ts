import type { ServerResponse } from 'node:http';
import type { ServerOptions } from 'node:https';
import type { MetricQuery } from '#server/metrics/query.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { createPrometheus, type PrometheusOptions } from '#server/sources/prometheus/prometheus.ts';
import { type LocalServer, type Received, startServer } from './local-server.ts';

/** A query as the graph asks it. */
export const requestRate: MetricQuery = {
  fn: 'rate',
  selector: { metric: 'istio_requests_total', matchers: [{ label: 'reporter', is: '=', value: 'source' }] },
  windowSeconds: 60,
  by: ['app'],
};

/** The answer of an instant query with these rows. */
export function vector(...result: unknown[]) {
  return { status: 'success', data: { resultType: 'vector', result } };
}

export function rowOf(value: string, app = 'a') {
  return { metric: { app }, value: [100, value] };
}

type Handle = (response: ServerResponse, received: Received) => unknown;

/** Servers of one test file, one at a time, and metric sources that ask them without pauses between attempts. */
export function testStores() {
  let current: LocalServer | undefined;
  return {
    /** The server of the test that runs. */
    get server(): LocalServer {
      if (current === undefined) throw new Error('no server was started');
      return current;
    },
    async start(handle: Handle, tls?: ServerOptions): Promise<string> {
      current = await startServer(handle, tls);
      return current.url;
    },
    async storeThat(handle: Handle, options: Partial<PrometheusOptions> = {}): Promise<MetricSource> {
      const url = await this.start(handle);
      return createPrometheus({ url, timeoutMs: 5000, delay: async () => undefined, ...options });
    },
    async stop(): Promise<void> {
      await current?.stop();
      current = undefined;
    },
  };
}
