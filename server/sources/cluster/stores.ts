import type { Config } from '#server/config.ts';
import { configuredAs } from '#server/sources/discovery/configured-as.ts';
import { createFoundGrafana } from '#server/sources/discovery/found-grafana.ts';
import { createFoundMetrics } from '#server/sources/discovery/found-metrics.ts';
import { createFoundTraces } from '#server/sources/discovery/found-traces.ts';
import { createGrafana } from '#server/sources/grafana/grafana.ts';
import { grafanaSearch } from '#server/sources/grafana/grafana-search.ts';
import type { GrafanaSource, MetricSource, ObjectSource } from '#server/sources/interface.ts';
import type { AskService } from '#server/sources/observed/service-place.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { prometheusSearch } from '#server/sources/prometheus/prometheus-search.ts';
import type { TraceSource } from '#server/sources/trace-source.ts';
import { traceStoreSearch } from '#server/sources/tracing/trace-store-search.ts';
import { createTracing } from '#server/sources/tracing/tracing.ts';

/** Where places are looked for that no setting names. */
export type SearchedCluster = Pick<ObjectSource, 'snapshot'> & { askService: AskService };

/** The store of Istio's metrics at the address that a setting gives, else the one that the cluster has. */
export function createMetrics(
  config: Config,
  cluster: SearchedCluster,
  { variable, url }: { variable: string; url: string | undefined } = {
    variable: 'PROMETHEUS_URL',
    url: config.PROMETHEUS_URL,
  },
): MetricSource {
  const options = {
    timeoutMs: config.PROMETHEUS_TIMEOUT,
    extraMatchers: config.PROMETHEUS_EXTRA_MATCHERS,
  };
  if (url === undefined)
    return createFoundMetrics({
      search: prometheusSearch(options.extraMatchers),
      cluster,
      headers: config.PROMETHEUS_HEADERS,
      open: (client) => createPrometheus({ ...options, client }),
    });
  return configuredAs(
    variable,
    createPrometheus({ ...options, variable, url, ...credentialsOf(config, 'PROMETHEUS') }),
  );
}

/** The store of traces at the address that a setting gives, else the one that the cluster has. */
export function createTraces(config: Config, cluster: SearchedCluster): TraceSource {
  const { TRACING_URL: url, TRACING_HEADERS: headers } = config;
  const options = {
    provider: config.TRACING_PROVIDER,
    externalUrl: config.TRACING_EXTERNAL_URL,
    timeoutMs: config.TRACING_TIMEOUT,
  };
  if (url === undefined)
    return createFoundTraces({
      search: traceStoreSearch(options.provider),
      cluster,
      headers,
      open: (client) => createTracing({ ...options, client }),
    });
  return configuredAs('TRACING_URL', createTracing({ ...options, url, ...credentialsOf(config, 'TRACING') }));
}

/** Grafana at the address that a setting gives, else the one that the cluster has. */
export function createDashboards(config: Config, cluster: SearchedCluster): GrafanaSource {
  const { GRAFANA_URL: url, GRAFANA_HEADERS: headers } = config;
  const options = {
    externalUrl: config.GRAFANA_EXTERNAL_URL,
    chosen: config.GRAFANA_DASHBOARDS,
    timeoutMs: config.GRAFANA_TIMEOUT,
  };
  if (url === undefined)
    return createFoundGrafana({
      search: grafanaSearch,
      cluster,
      headers,
      open: (client) => createGrafana({ ...options, client }),
    });
  return configuredAs('GRAFANA_URL', createGrafana({ ...options, url, ...credentialsOf(config, 'GRAFANA') }));
}

/** What a store wants beside its address: the same settings under its own name. */
function credentialsOf(config: Config, store: 'PROMETHEUS' | 'TRACING' | 'GRAFANA') {
  return {
    headers: config[`${store}_HEADERS`],
    bearerToken: config[`${store}_BEARER_TOKEN`],
    basic: basicOf(config[`${store}_USERNAME`], config[`${store}_PASSWORD`]),
    caFile: config[`${store}_CA_FILE`],
    insecureSkipVerify: config[`${store}_INSECURE_SKIP_VERIFY`] === 'true',
  };
}

function basicOf(username: string | undefined, password = '') {
  return username === undefined ? undefined : { username, password };
}
