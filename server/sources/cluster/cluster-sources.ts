import type { Config } from '#server/config.ts';
import { configuredAs } from '#server/sources/discovery/configured-as.ts';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import type { IstiodSource, MetricSource, Sources } from '#server/sources/interface.ts';
import { createIstiod, type IstiodOptions } from '#server/sources/istiod/istiod.ts';
import type { Kubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import type { TraceSource } from '#server/sources/trace-source.ts';

export type Stores = { metrics: MetricSource; traces: TraceSource | undefined };
type Pods = Pick<IstiodOptions, 'forwardPort' | 'objects' | 'limitBytes'>;

/** All sources of one cluster; what stores telemetry may be another's as well. */
export function clusterSources(
  config: Config,
  kubernetes: Kubernetes,
  { metrics, traces, istiodOf }: Stores & { istiodOf: (pods: Pods) => IstiodSource },
): Sources {
  const pods: Pods = {
    forwardPort: kubernetes.forwardPort,
    objects: kubernetes,
    limitBytes: config.VIGLA_ANSWER_LIMIT_MB * 1_000_000,
  };
  return {
    mode: 'cluster',
    metrics,
    objects: kubernetes,
    healthRules: config.VIGLA_HEALTH_TOLERANCES,
    istiod: istiodOf(pods),
    envoy: createEnvoy({
      ...pods,
      timeoutMs: config.PROXY_TIMEOUT,
      isWritable: config.VIGLA_WRITES === 'true',
    }),
    logs: kubernetes.logs,
    reviews: kubernetes.reviews,
    ...(traces === undefined ? {} : { traces }),
    now: () => Date.now(),
  };
}

/** istiod at the address that a setting gives, else the pods of the home cluster. */
export function homeIstiod(config: Config): (pods: Pods) => IstiodSource {
  const { ISTIOD_URL: url, ISTIOD_TOKEN_FILE: tokenFile, ISTIOD_CA_FILE: caFile } = config;
  return (pods) => {
    const options = { ...pods, timeoutMs: config.ISTIOD_TIMEOUT };
    if (url === undefined) return createIstiod(options);
    return configuredAs('ISTIOD_URL', createIstiod({ ...options, address: { url, tokenFile, caFile } }));
  };
}

/** istiod's pods in a further cluster; where it has none, the home cluster's istiod speaks for its proxies. */
export function remoteIstiod(config: Config, home: IstiodSource | undefined): (pods: Pods) => IstiodSource {
  return (pods) => {
    const own = createIstiod({ ...pods, timeoutMs: config.ISTIOD_TIMEOUT });
    if (home === undefined) return own;
    const hasOwn = async (signal?: AbortSignal) => {
      const { objects } = await pods.objects.snapshot(signal);
      return objects.Pod.some(({ metadata }) => metadata.labels.app === 'istiod');
    };
    return {
      ask: async (question, signal) => ((await hasOwn(signal)) ? own : home).ask(question, signal),
      isElsewhere: async (signal) => !(await hasOwn(signal)),
      status: async () => ((await hasOwn()) ? own : home).status(),
    };
  };
}
