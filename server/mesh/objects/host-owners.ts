import type { ObjectReference } from '#lib/contract/evidence.ts';
import { resolveHost } from '#server/mesh/graph/facts/resolve-host.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { covers } from '#server/mesh/routing/subject.ts';
import { serviceKeysOf } from '#server/mesh/service-keys.ts';

/** Which Services and ServiceEntries a host of an Istio object means; made once for each snapshot. */
export type HostOwners = {
  /** `namespace` is the naming object's own. Empty where nothing has the host. */
  of(host: string, namespace: string): readonly ObjectReference[];
  /** What a host that nothing has would have to be: the Service that it names, else a ServiceEntry with the host. */
  wanted(host: string, namespace: string): ObjectReference;
};

const kept = new WeakMap<MeshObjects, HostOwners>();

export function hostOwnersOf(objects: MeshObjects): HostOwners {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const owners = buildOwners(objects);
  kept.set(objects, owners);
  return owners;
}

function buildOwners(objects: MeshObjects): HostOwners {
  const services = serviceKeysOf(objects);
  const exact = new Map<string, ObjectReference[]>();
  const wildcards: { host: string; entry: ObjectReference }[] = [];
  for (const { metadata, spec } of objects.ServiceEntry) {
    const entry = { kind: 'ServiceEntry', namespace: metadata.namespace ?? '', name: metadata.name };
    for (const host of spec.hosts) {
      if (host.includes('*')) wildcards.push({ host, entry });
      else exact.set(host, [...(exact.get(host) ?? []), entry]);
    }
  }
  const serviceOf = (host: string, namespace: string) => {
    const key = resolveHost(host, { namespace, services });
    return key === undefined ? undefined : reference('Service', key);
  };
  return {
    of(host, namespace) {
      const service = serviceOf(host, namespace);
      if (service !== undefined && services.has(`${service.namespace}/${service.name}`)) return [service];
      if (host === '*') return [];
      const covering = wildcards.filter((one) => covers(one.host, host) || covers(host, one.host));
      const covered = host.includes('*') ? [...exact].filter(([own]) => covers(host, own)) : [];
      return [
        ...(exact.get(host) ?? []),
        ...covered.flatMap(([, entries]) => entries),
        ...covering.map(({ entry }) => entry),
      ];
    },
    wanted: (host, namespace) =>
      serviceOf(host, namespace) ?? { kind: 'ServiceEntry', namespace: '', name: host },
  };
}

function reference(kind: string, key: string): ObjectReference {
  const [namespace = '', name = ''] = key.split('/');
  return { kind, namespace, name };
}
