import { z } from 'zod';
import type { Pod } from '#lib/contract/details.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { explainMembership } from '#server/mesh/inventory/explain-membership.ts';
import type { InventoryWorkload } from '#server/mesh/inventory/inventory.ts';
import { membershipOf } from '#server/mesh/inventory/mesh-membership.ts';
import { isPodReady } from '#server/mesh/inventory/pod-counts.ts';
import { containersOf } from './containers-of.ts';
import type { ProxySync } from './sync-states.ts';

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
  const version = sync?.version ?? imageVersion(pod);
  const revision = revisionOf(pod);
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
    ...(sync === undefined ? {} : { sync: sync.states }),
    containers: containersOf(pod),
  };
}

function imageVersion({ spec }: ObjectOf<'Pod'>): string | undefined {
  const proxy = [...spec.containers, ...spec.initContainers].find(({ name }) => name === 'istio-proxy');
  return /:([\w][\w.-]*)(@|$)/.exec(proxy?.image ?? '')?.[1];
}

const injected = z.looseObject({ revision: z.string().optional() });

/** The injector writes its revision on every pod that it changes. */
function revisionOf({ metadata }: ObjectOf<'Pod'>): string | undefined {
  const written = metadata.annotations['istio.io/rev'] ?? metadata.labels['istio.io/rev'];
  if (written !== undefined) return written;
  try {
    return injected.safeParse(JSON.parse(metadata.annotations['sidecar.istio.io/status'] ?? '{}')).data
      ?.revision;
  } catch {
    return undefined;
  }
}
