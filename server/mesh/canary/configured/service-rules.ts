import { resolveHost } from '#server/mesh/graph/facts/resolve-host.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { oldestFirst } from '#server/mesh/oldest-first.ts';
import type { DestinationRule } from '#server/mesh/routing/destination-rules.ts';
import { covers } from '#server/mesh/routing/subject.ts';
import { serviceKeysOf } from '#server/mesh/service-keys.ts';

type Index = {
  byService: ReadonlyMap<string, readonly DestinationRule[]>;
  wildcards: readonly DestinationRule[];
};

const kept = new WeakMap<MeshObjects, Index>();

/** DestinationRules for a Service, oldest first; made once for each snapshot, since every version of every split asks. */
export function serviceRules(
  objects: MeshObjects,
  { namespace, name }: { namespace: string; name: string },
): readonly DestinationRule[] {
  const { byService, wildcards } = indexOf(objects);
  const own = byService.get(`${namespace}/${name}`) ?? [];
  const covering = wildcards.filter(({ spec }) =>
    covers(spec.host, `${name}.${namespace}.svc.cluster.local`),
  );
  return covering.length === 0 ? own : [...own, ...covering].sort(oldestFirst);
}

function indexOf(objects: MeshObjects): Index {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const services = serviceKeysOf(objects);
  const serviceOf = ({ metadata, spec }: DestinationRule) =>
    resolveHost(spec.host, { namespace: metadata.namespace ?? '', services }) ?? '';
  const index = {
    byService: Map.groupBy(objects.DestinationRule.toSorted(oldestFirst), serviceOf),
    wildcards: objects.DestinationRule.filter(({ spec }) => spec.host.includes('*')),
  };
  kept.set(objects, index);
  return index;
}
