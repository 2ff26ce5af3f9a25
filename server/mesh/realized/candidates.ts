import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type MeshProxy, proxiesOf } from '#server/mesh/proxy/find-proxy.ts';
import { objectIndexOf } from '#server/mesh/proxy/links/object-index.ts';
import { proxyFactsOf } from '#server/mesh/proxy/links/proxy-facts.ts';
import { ranks, ruleFor } from './candidate-rules.ts';

/** A proxy that may have something of an object, and why; `isOwn` where the object is for its very pod. */
export type Candidate = { proxy: MeshProxy; why: string; isOwn: boolean };

type Mesh = { objects: MeshObjects; rootNamespace: string };
type Ranked = Omit<Candidate, 'isOwn'> & { rank: number; workload: string };

/**
 * The proxies that may have something of an object, in the order in which to look into them: those it is for, gateways,
 * then clients, those of the object's own namespace first. Replicas have the same configuration, so that one of each
 * workload comes before the others. Only Envoys: ztunnel and agentgateway have no such items.
 */
export function candidatesFor(object: ObjectReference, mesh: Mesh): Candidate[] {
  const index = objectIndexOf(mesh.objects);
  const rule = ruleFor(object, { ...mesh, index });
  const ranked = proxiesOf(mesh.objects).flatMap((proxy): Ranked[] => {
    if (proxy.type === 'ztunnel' || proxy.type === 'agentgateway') return [];
    const facts = proxyFactsOf({ ...mesh, proxy }, index);
    const found = facts && rule(facts);
    return found === undefined ? [] : [{ proxy, ...found, workload: workloadOf(proxy) }];
  });
  const seen = new Map<string, number>();
  return ranked
    .sort((one, other) => orderOf(one, object).localeCompare(orderOf(other, object)))
    .map((candidate) => {
      const replica = seen.get(candidate.workload) ?? 0;
      seen.set(candidate.workload, replica + 1);
      return { candidate, replica };
    })
    .sort(
      (one, other) =>
        one.candidate.rank - other.candidate.rank || Math.sign(one.replica) - Math.sign(other.replica),
    )
    .map(({ candidate: { proxy, why, rank } }) => ({ proxy, why, isOwn: rank === ranks.own }));
}

function orderOf({ rank, proxy }: Ranked, { namespace }: ObjectReference): string {
  return `${rank} ${proxy.namespace === namespace ? 0 : 1} ${proxy.namespace} ${proxy.name}`;
}

function workloadOf({ pod, namespace, name }: MeshProxy): string {
  const [owner] = pod.metadata.ownerReferences;
  return `${namespace}/${owner === undefined ? name : `${owner.kind}/${owner.name}`}`;
}
