import { type Config, getConfig } from '#server/config.ts';
import { createEnvoy } from './envoy/envoy.ts';
import type { Sources, TraceSource } from './interface.ts';
import { createIstiod } from './istiod/istiod.ts';
import { createKubernetes } from './kubernetes/kubernetes.ts';
import { createPrometheus } from './prometheus/prometheus.ts';
import { createRecording } from './recording/recording.ts';
import { openFile } from './snapshot/open-file.ts';
import { createSnapshot } from './snapshot/snapshot.ts';
import { summariseTraces } from './tracing/summarise-traces.ts';
import { createTracing } from './tracing/tracing.ts';

function createCluster(config: Config, prometheusUrl: string): Sources {
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
    metrics: createPrometheus({
      url: prometheusUrl,
      timeoutMs: config.PROMETHEUS_TIMEOUT,
      headers: config.PROMETHEUS_HEADERS,
      bearerToken: config.PROMETHEUS_BEARER_TOKEN,
      basic: basicOf(config.PROMETHEUS_USERNAME, config.PROMETHEUS_PASSWORD),
      caFile: config.PROMETHEUS_CA_FILE,
      insecureSkipVerify: config.PROMETHEUS_INSECURE_SKIP_VERIFY === 'true',
      extraMatchers: config.PROMETHEUS_EXTRA_MATCHERS,
    }),
    objects: kubernetes,
    healthRules: config.VIGLA_HEALTH_TOLERANCES,
    istiod: createIstiod({ ...pods, timeoutMs: config.ISTIOD_TIMEOUT }),
    envoy: createEnvoy({
      ...pods,
      timeoutMs: config.PROXY_TIMEOUT,
      isWritable: config.VIGLA_WRITES === 'true',
    }),
    logs: kubernetes.logs,
    reviews: kubernetes.reviews,
    ...(config.TRACING_URL === undefined ? {} : { traces: createTraces(config, config.TRACING_URL) }),
    now: () => Date.now(),
  };
}

function createTraces(config: Config, url: string): TraceSource {
  return createTracing({
    url,
    provider: config.TRACING_PROVIDER,
    externalUrl: config.TRACING_EXTERNAL_URL,
    timeoutMs: config.TRACING_TIMEOUT,
    headers: config.TRACING_HEADERS,
    bearerToken: config.TRACING_BEARER_TOKEN,
    basic: basicOf(config.TRACING_USERNAME, config.TRACING_PASSWORD),
    caFile: config.TRACING_CA_FILE,
    insecureSkipVerify: config.TRACING_INSECURE_SKIP_VERIFY === 'true',
  });
}

function basicOf(username: string | undefined, password = '') {
  return username === undefined ? undefined : { username, password };
}

/** Builds what a configuration names. Nothing is contacted that it does not name. */
export function createSources(config: Config): Sources {
  if (config.VIGLA_SNAPSHOT !== undefined)
    return {
      ...createSnapshot(openFile(config.VIGLA_SNAPSHOT), {
        findTraces: (spans, search) => summariseTraces({ spans: [...spans], warnings: [] }, search).fitting,
      }),
      healthRules: config.VIGLA_HEALTH_TOLERANCES,
    };
  if (config.VIGLA_MODE === 'demo' || config.PROMETHEUS_URL === undefined)
    return {
      ...createRecording({ folder: config.VIGLA_RECORDING }),
      healthRules: config.VIGLA_HEALTH_TOLERANCES,
    };
  return createCluster(config, config.PROMETHEUS_URL);
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
