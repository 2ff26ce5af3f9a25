import type { Config } from '#server/config.ts';
import type { MetricSource, Sources } from '#server/sources/interface.ts';
import type { KubeconfigOptions } from '#server/sources/kubernetes/kubeconfig.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { clusterSources, remoteIstiod } from './cluster-sources.ts';
import { createMetrics } from './stores.ts';

/** How a further cluster is reached: what it is called, where that is said, else how to call it while nothing says it. */
export type RemoteConnection = {
  kubeconfig: KubeconfigOptions;
  name?: string | undefined;
  otherwise: string;
  /** Of a remote secret. */
  isOfSecret?: boolean;
};

export type RemoteCluster = {
  /** As far as it is known by now. */
  name(): string;
  isOfSecret: boolean;
  sources: Sources;
  /** Its own store of metrics, where each cluster has one. */
  store(): MetricSource;
  /** Resolves when the cluster has said its own name, or has to be called by another; never rejects. */
  named: Promise<void>;
  stop(): Promise<void>;
};

/** A cluster that is away must not hold up the others at the start. */
const firstReadMs = 3_000;
/** What istiod calls a cluster that nobody gave a name. */
const nameOfNone = 'Kubernetes';

/**
 * A further cluster of the mesh, with the home cluster's stores. Its API server is asked from now on, and again and again
 * while it is away.
 * @throws ViglaError `bad_configuration` where the kubeconfig is of no use
 */
export function createRemoteCluster(
  config: Config,
  { kubeconfig, name, otherwise, isOfSecret = false }: RemoteConnection,
  home: Sources,
): RemoteCluster {
  let known = name ?? otherwise;
  let store: MetricSource | undefined;
  const kubernetes = createKubernetes({
    ...kubeconfig,
    rootNamespace: config.VIGLA_ROOT_NAMESPACE,
    isImpersonating: config.VIGLA_IMPERSONATE === 'true',
    timing: { firstReadMs },
    nameCluster: (found) => {
      known = name ?? (found === nameOfNone ? otherwise : found);
      return known;
    },
  });
  // Why it has not said its name is in its status.
  const firstRead = kubernetes.snapshot().then(
    () => undefined,
    () => undefined,
  );
  return {
    name: () => known,
    isOfSecret,
    sources: clusterSources(config, kubernetes, {
      metrics: home.metrics,
      traces: home.traces,
      istiodOf: remoteIstiod(config, home.istiod),
    }),
    store() {
      const url = config.PROMETHEUS_URLS?.get(known);
      // Headers may hold a credential, and the store of such a cluster is whatever its API server says.
      const told = isOfSecret && url === undefined ? { ...config, PROMETHEUS_HEADERS: undefined } : config;
      store ??= createMetrics(told, kubernetes, { variable: 'PROMETHEUS_URLS', url });
      return store;
    },
    named: name === undefined ? firstRead : Promise.resolve(),
    stop: () => kubernetes.stop(),
  };
}
