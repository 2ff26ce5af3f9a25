import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { type ConfiguredCall, intervalSeconds, parseCalls } from './configured-calls.ts';

export type ProxyName = { namespace: string; pod: string };

/** A workload as its proxy names itself in metrics. */
export type Workload = {
  key: string;
  namespace: string;
  name: string;
  labels: Readonly<Record<string, string>>;
  app: string;
  version: string;
  canonicalService: string;
  canonicalRevision: string;
  principal: string;
  /** One of its proxies; a workload outside the mesh has none. */
  proxy: ProxyName | undefined;
  calls: readonly ConfiguredCall[];
  /** How often it makes the calls that no path causes. */
  everySeconds: number | undefined;
};

/** The Deployments of the recording, by `<namespace>/<name>`. */
export function workloadsOf(snapshot: ObjectsSnapshot): ReadonlyMap<string, Workload> {
  const { Deployment: deployments, Pod: pods } = snapshot.objects;
  return new Map(
    deployments.map((deployment) => {
      const workload = toWorkload(deployment, pods);
      return [workload.key, workload] as const;
    }),
  );
}

export function hasLabels(
  labels: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(wanted).every(([name, value]) => labels[name] === value);
}

function toWorkload(deployment: ObjectOf<'Deployment'>, pods: readonly ObjectOf<'Pod'>[]): Workload {
  const { name, namespace = '' } = deployment.metadata;
  const selector = deployment.spec.selector?.matchLabels ?? {};
  const pod = pods.find(
    ({ metadata }) => metadata.namespace === namespace && hasLabels(metadata.labels, selector),
  );
  const labels = pod?.metadata.labels ?? {};
  const containers = [...(pod?.spec.initContainers ?? []), ...(pod?.spec.containers ?? [])];
  const hasProxy = containers.some((container) => container.name === 'istio-proxy');
  const args = containers.flatMap((container) => container.args ?? []);
  const account = pod?.spec.serviceAccountName ?? 'default';
  return {
    key: `${namespace}/${name}`,
    namespace,
    name,
    labels,
    app: labels.app ?? 'unknown',
    version: labels.version ?? 'unknown',
    canonicalService: labels['service.istio.io/canonical-name'] ?? labels.app ?? name,
    canonicalRevision: labels['service.istio.io/canonical-revision'] ?? labels.version ?? 'latest',
    principal: `spiffe://cluster.local/ns/${namespace}/sa/${account}`,
    proxy: hasProxy && pod !== undefined ? { namespace, pod: pod.metadata.name } : undefined,
    calls: parseCalls(args),
    everySeconds: intervalSeconds(args),
  };
}
