import type { Pod } from '#lib/contract/details.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { explainMembership } from '#server/mesh/inventory/explain-membership.ts';
import type { InventoryWorkload } from '#server/mesh/inventory/inventory.ts';
import { membershipOf } from '#server/mesh/inventory/mesh-membership.ts';
import { isPodReady } from '#server/mesh/inventory/pod-counts.ts';
import { podRevision } from '#server/mesh/proxies/pod-revision.ts';
import { proxyVersion } from '#server/mesh/proxies/proxy-version.ts';
import type { ProxySync } from '#server/mesh/proxies/sync-states.ts';
import { containersOf } from './containers-of.ts';

type PodFacts = {
  workload: InventoryWorkload;
  namespace: ObjectOf<'Namespace'> | undefined;
  rootNamespace: string;
  /** Undefined where istiod was not asked. */
  syncs: ReadonlyMap<string, ProxySync> | undefined;
};

/** One pod of a workload as its page shows it. */
export function podOf(pod: ObjectOf<'Pod'>, { workload, namespace, rootNamespace, syncs }: PodFacts): Pod {
  const { metadata, spec, status } = pod;
  const alone = { ...workload, labels: metadata.labels, annotations: metadata.annotations, pods: [pod] };
  const membership = membershipOf(alone, { namespace, rootNamespace });
  const sync = syncs?.get(`${metadata.name}.${metadata.namespace ?? ''}`);
  const version = proxyVersion({ sync, object: pod });
  const revision = podRevision(pod);
  return {
    name: metadata.name,
    phase: status.phase ?? 'Unknown',
    isReady: isPodReady(pod),
    ...(status.podIP === undefined ? {} : { ip: status.podIP }),
    ...(spec.nodeName === undefined ? {} : { node: spec.nodeName }),
    ...(metadata.creationTimestamp === undefined ? {} : { createdAt: metadata.creationTimestamp }),
    inMesh: explainMembership({ ...alone, membership }, namespace),
    ...(version === undefined ? {} : { proxyVersion: version }),
    ...(revision === undefined ? {} : { revision }),
    ...(sync === undefined ? {} : { sync: statesOf(sync) }),
    containers: containersOf(pod),
  };
}

/** By type; those that the proxy never asked for are left out. */
function statesOf({ syncs }: ProxySync): Record<string, string> {
  return Object.fromEntries(
    syncs.filter(({ state }) => state !== 'IGNORED').map(({ type, state }) => [type, state]),
  );
}
