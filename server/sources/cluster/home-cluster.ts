import type { Config } from '#server/config.ts';
import { configuredAs } from '#server/sources/discovery/configured-as.ts';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import type { IstiodSource, Sources } from '#server/sources/interface.ts';
import { createIstiod, type IstiodOptions } from '#server/sources/istiod/istiod.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { createMetrics, createTraces } from './stores.ts';

/** The cluster that the configuration names, else the current context or the pod's own. */
export function createHomeCluster(config: Config): Sources {
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
