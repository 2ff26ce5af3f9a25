import type { Config } from '#server/config.ts';
import type { Sources } from '#server/sources/interface.ts';
import { createKubernetes, type Kubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { clusterSources, homeIstiod } from './cluster-sources.ts';
import { createDashboards, createMetrics, createTraces } from './stores.ts';

export type HomeCluster = { sources: Sources; kubernetes: Kubernetes };

/** The cluster that the configuration names, else the current context or the pod's own. */
export function createHomeCluster(config: Config): HomeCluster {
  const kubernetes = createKubernetes({
    kubeconfigPath: config.KUBECONFIG,
    context: config.KUBE_CONTEXT,
    openedBeside: config.KUBE_CONTEXTS?.map(({ context }) => context) ?? [],
    rootNamespace: config.VIGLA_ROOT_NAMESPACE,
    isImpersonating: config.VIGLA_IMPERSONATE === 'true',
  });
  const sources = clusterSources(config, kubernetes, {
    metrics: createMetrics(config, kubernetes),
    traces: createTraces(config, kubernetes),
    istiodOf: homeIstiod(config),
  });
  return { sources: { ...sources, grafana: createDashboards(config, kubernetes) }, kubernetes };
}
