import type { SourceStatus } from '#lib/contract/status.ts';
import { coalesce } from '#server/coalesce.ts';
import type { GrafanaSource } from '#server/sources/interface.ts';
import {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
} from '#server/sources/observed/http-client.ts';
import { withinMs } from '#server/sources/observed/within-ms.ts';
import { type ObservedCall, observed } from '#server/sources/observed.ts';
import { countCacheLookup } from '#server/telemetry.ts';
import { askGrafana } from './ask-grafana.ts';
import { type FoundDashboards, findDashboards } from './find-dashboards.ts';
import { grafanaStatus } from './grafana-status.ts';
import { type ChosenDashboards, wantedDashboards } from './wanted-dashboards.ts';

/** The way to Grafana is its address with credentials, or a client that knows one. */
export type GrafanaOptions = LinkOptions & (HttpClientOptions | { client: HttpClient });

export type LinkOptions = {
  /** For one question with its retries. */
  timeoutMs: number;
  externalUrl?: string | undefined;
  chosen?: ChosenDashboards;
  /** Epoch milliseconds, for the lifetime of remembered answers. */
  now?: () => number;
  delay?: ObservedCall['delay'];
};

/** Dashboards hardly ever change; one that is missing may be imported just now. */
const dashboardsLifetimeMs = 5 * 60_000;
const incompleteLifetimeMs = 20_000;
/** While Grafana does not answer, links that it gave before go on for so long. */
const staleForMs = 15 * 60_000;
const statusLifetimeMs = 5000;
/** Longer than this, and whoever asks for the status would rather know that it is slow. */
const probeMs = 2500;
const retries = 1;

/**
 * Grafana over its HTTP API: which dashboards it has, for links alone.
 * @throws ViglaError `bad_configuration` for a CA file that cannot be read
 */
export function createGrafana(options: GrafanaOptions): GrafanaSource {
  const { now = Date.now, externalUrl } = options;
  const isNamed = !('client' in options);
  const client = isNamed ? createHttpClient('GRAFANA', options) : options.client;
  const wanted = wantedDashboards(options.chosen ?? {});
  const shared = { maximumSize: 1, sizeOf: () => 1, now };
  const kept = coalesce<FoundDashboards>({
    ...shared,
    lifetimeMs: ({ dashboards, problems, notes }) =>
      dashboards.length === 0 || problems.length + notes.length > 0
        ? incompleteLifetimeMs
        : dashboardsLifetimeMs,
    count: (result) => countCacheLookup('grafana', result),
  });
  const statuses = coalesce<SourceStatus>({ ...shared, lifetimeMs: statusLifetimeMs });
  let last: { found: FoundDashboards; atMs: number } | undefined;

  function ask(operation: string, signal: AbortSignal) {
    return (path: string, parameters?: Record<string, string>) =>
      observed(
        {
          source: 'grafana',
          operation,
          timeoutMs: options.timeoutMs,
          signal,
          retries,
          delay: options.delay,
        },
        (limited) =>
          askGrafana(client, { path, ...(parameters !== undefined && { parameters }), signal: limited }),
      );
  }

  const find = (signal?: AbortSignal) =>
    kept.get(
      client.address,
      async (limited) => {
        const found = await findDashboards(wanted, ask('name its dashboards', limited));
        last = { found, atMs: now() };
        return found;
      },
      signal,
    );

  return {
    externalUrl,
    async dashboards(signal) {
      try {
        return await find(signal);
      } catch (error) {
        if (signal?.aborted === true || last === undefined || now() - last.atMs > staleForMs) throw error;
        return last.found;
      }
    },
    status: () =>
      statuses.get('status', (signal) =>
        grafanaStatus({
          address: client.address,
          externalUrl,
          isNamed,
          health: () => withinMs(probeMs, signal, (limited) => ask('say how it is', limited)('/api/health')),
          find: () => withinMs(probeMs, signal, find),
        }),
      ),
  };
}
