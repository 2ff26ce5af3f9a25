import { type Config, getConfig } from '#server/config.ts';
import { configuredAs } from './discovery/configured-as.ts';
import { createFoundMetrics } from './discovery/found-metrics.ts';
import { createFoundTraces } from './discovery/found-traces.ts';
import { createEnvoy } from './envoy/envoy.ts';
import type { IstiodSource, MetricSource, ObjectSource, Sources, TraceSource } from './interface.ts';
import { createIstiod, type IstiodOptions } from './istiod/istiod.ts';
import { createKubernetes } from './kubernetes/kubernetes.ts';
import type { AskService } from './observed/service-place.ts';
import { createPrometheus } from './prometheus/prometheus.ts';
import { prometheusSearch } from './prometheus/prometheus-search.ts';
import { createRecording } from './recording/recording.ts';
import { openFile } from './snapshot/open-file.ts';
import { createSnapshot } from './snapshot/snapshot.ts';
import { summariseTraces } from './tracing/summarise-traces.ts';
import { traceStoreSearch } from './tracing/trace-store-search.ts';
import { createTracing } from './tracing/tracing.ts';

function createCluster(config: Config): Sources {
  const kubernetes = createKubernetes({
    kubeconfigPath: config.KUBECONFIG,
    context: config.KUBE_CONTEXT,
    rootNamespace: config.VIGLA_ROOT_NAMESPACE,
    isImpersonating: config.VIGLA_IMPERSONATE === 'true',
  });
  const pods = {
    forwardPort: kubernetes.forwardPort,
    objects: kubernetes,
    limitBytes: config.VIGLA_ANSWER_LIMIT_MB * 1_000_000,
  };
  return {
    mode: 'cluster',
    metrics: createMetrics(config, kubernetes),
    objects: kubernetes,
    healthRules: config.VIGLA_HEALTH_TOLERANCES,
    istiod: createControlPlane(config, pods),
    envoy: createEnvoy({
      ...pods,
      timeoutMs: config.PROXY_TIMEOUT,
      isWritable: config.VIGLA_WRITES === 'true',
    }),
    logs: kubernetes.logs,
    reviews: kubernetes.reviews,
    traces: createTraces(config, kubernetes),
    now: () => Date.now(),
  };
}

function createControlPlane(
  config: Config,
  pods: Pick<IstiodOptions, 'forwardPort' | 'objects' | 'limitBytes'>,
): IstiodSource {
  const { ISTIOD_URL: url, ISTIOD_TOKEN_FILE: tokenFile, ISTIOD_CA_FILE: caFile } = config;
  const options = { ...pods, timeoutMs: config.ISTIOD_TIMEOUT };
  if (url === undefined) return createIstiod(options);
  return configuredAs('ISTIOD_URL', createIstiod({ ...options, address: { url, tokenFile, caFile } }));
}

/** Where places are looked for that no setting names. */
type Cluster = Pick<ObjectSource, 'snapshot'> & { askService: AskService };

function createMetrics(config: Config, cluster: Cluster): MetricSource {
  const { PROMETHEUS_URL: url, PROMETHEUS_HEADERS: headers } = config;
  const options = {
    timeoutMs: config.PROMETHEUS_TIMEOUT,
    extraMatchers: config.PROMETHEUS_EXTRA_MATCHERS,
  };
  if (url === undefined)
    return createFoundMetrics({
      search: prometheusSearch(options.extraMatchers),
      cluster,
      headers,
      open: (client) => createPrometheus({ ...options, client }),
    });
  const prometheus = createPrometheus({
    ...options,
    url,
    ...credentialsOf(config, 'PROMETHEUS'),
  });
  return configuredAs('PROMETHEUS_URL', prometheus);
}

function createTraces(config: Config, cluster: Cluster): TraceSource {
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
  const tracing = createTracing({
    ...options,
    url,
    ...credentialsOf(config, 'TRACING'),
  });
  return configuredAs('TRACING_URL', tracing);
}

/** What a store wants beside its address: the same settings under its own name. */
function credentialsOf(config: Config, store: 'PROMETHEUS' | 'TRACING') {
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

/**
 * Builds what a configuration names; what it does not name is looked for among the Services of the cluster. Nothing else
 * is contacted.
 */
export function createSources(config: Config): Sources {
  if (config.VIGLA_SNAPSHOT !== undefined)
    return {
      ...createSnapshot(openFile(config.VIGLA_SNAPSHOT), {
        findTraces: (spans, search) => summariseTraces({ spans: [...spans], warnings: [] }, search).fitting,
      }),
      healthRules: config.VIGLA_HEALTH_TOLERANCES,
    };
  if (config.VIGLA_MODE === 'demo')
    return {
      ...createRecording({ folder: config.VIGLA_RECORDING }),
      healthRules: config.VIGLA_HEALTH_TOLERANCES,
    };
  return createCluster(config);
}

const processWide: { [key: symbol]: Sources | undefined } = globalThis;
const key = Symbol.for('vigla.sources');

/**
 * The sources of this process. The framework loads this module once for each bundle, hence the place on the global object.
 * @throws ViglaError `bad_configuration`
 */
export function getSources(): Sources {
  processWide[key] ??= createSources(getConfig());
  return processWide[key];
}
