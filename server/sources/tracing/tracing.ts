import type { SourceStatus } from '#lib/contract/status.ts';
import { coalesce } from '#server/coalesce.ts';
import { messageOf, ViglaError } from '#server/errors.ts';
import {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
} from '#server/sources/observed/http-client.ts';
import { settingFix } from '#server/sources/observed/setting-fix.ts';
import { type ObservedCall, observed } from '#server/sources/observed.ts';
import type { TraceSearch, TraceSource } from '#server/sources/trace-source.ts';
import { findStore, type Provider } from './find-store.ts';
import { createScreenLinks } from './screen-links.ts';
import { createStoreClient } from './store-client.ts';
import type { StoreDialect } from './store-dialect.ts';

/** The way to the store is its address with credentials, or a client that knows one. */
export type TracingOptions = StoreOptions & (HttpClientOptions | { client: HttpClient });

export type StoreOptions = {
  provider: Provider;
  /** For one question with its retries. */
  timeoutMs: number;
  /** Where people reach the store's own screen. */
  externalUrl?: string | undefined;
  /** An answer beyond it is given up; 128 MB by default. */
  maximumAnswerBytes?: number;
  now?: () => number;
  delay?: ObservedCall['delay'];
};

const namesLifetimeMs = 30_000;
const statusLifetimeMs = 5000;
const maximumProbeMs = 2500;
const retries = 1;

/**
 * Jaeger or Tempo over HTTP. Which of them answers is found out by asking, remembered, and asked anew after a failure.
 * @throws ViglaError `bad_configuration` for a CA file that cannot be read
 */
export function createTracing(options: TracingOptions): TraceSource {
  const { now = Date.now, provider } = options;
  const http = 'client' in options ? options.client : createHttpClient('TRACING', options);
  const client = createStoreClient(http, options.maximumAnswerBytes);
  const links = createScreenLinks(options.externalUrl);
  const shared = { maximumSize: 1, sizeOf: () => 1, now };
  const names = coalesce<string[]>({ ...shared, lifetimeMs: namesLifetimeMs });
  const statuses = coalesce<SourceStatus>({ ...shared, lifetimeMs: statusLifetimeMs });
  let known: StoreDialect | undefined;

  async function withStore<Result>(
    signal: AbortSignal,
    ask: (store: StoreDialect) => Promise<Result>,
  ): Promise<Result> {
    const asked = known ?? (await findStore({ client, provider, now }, signal));
    known = asked;
    try {
      return await ask(asked);
    } catch (error) {
      known = undefined;
      // Another store may stand behind the same address by now; the question was refused, so asking again is safe.
      if (signal.aborted || !(error instanceof ViglaError) || error.code !== 'source_failed') throw error;
      const found = await findStore({ client, provider, now }, signal);
      if (found.title === asked.title) throw error;
      known = found;
      return await ask(found);
    }
  }

  function run<Result>(
    {
      operation,
      signal,
      timeoutMs = options.timeoutMs,
    }: { operation: string; signal: AbortSignal | undefined; timeoutMs?: number },
    ask: (store: StoreDialect, limited: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    return observed(
      { source: 'traces', operation, timeoutMs, signal, retries, delay: options.delay },
      (limited) => withStore(limited, (store) => ask(store, limited)),
    );
  }

  async function askStatus(signal: AbortSignal): Promise<SourceStatus> {
    const status = { id: 'traces', address: client.address } as const;
    try {
      const timeoutMs = Math.min(options.timeoutMs, maximumProbeMs);
      const { title, count } = await run(
        { operation: 'say how it is', signal, timeoutMs },
        async (store, limited) => ({
          title: store.title,
          count: (await store.services(limited)).length,
        }),
      );
      if (count > 0) return { ...status, state: 'ok', details: [title] };
      const reason =
        'It holds no spans: check that tracing is on in the mesh and that proxies send their spans to it.';
      return { ...status, state: 'degraded', reason, details: [title] };
    } catch (error) {
      const down = { ...status, state: 'down', reason: messageOf(error) } as const;
      const fix =
        'client' in options ? undefined : settingFix(error, { store: 'TRACING', address: client.address });
      return fix === undefined ? down : { ...down, fix };
    }
  }

  return {
    services: (signal) =>
      names.get(
        'services',
        (limited) =>
          run({ operation: 'name its services', signal: limited }, (store, within) => store.services(within)),
        signal,
      ),
    search: (search: TraceSearch, signal) =>
      run({ operation: 'search traces', signal }, async (store, limited) => {
        const found = await store.search(search, limited);
        const link = links?.search(search, store);
        return link === undefined ? found : { ...found, link };
      }),
    trace: (id, signal) =>
      run({ operation: 'give a trace', signal }, (store, limited) => store.trace(id, limited)),
    ...(links === undefined ? {} : { link: links.trace }),
    status: () => statuses.get('status', askStatus),
  };
}
