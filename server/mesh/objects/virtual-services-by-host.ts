import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { oldestFirst } from '#server/mesh/oldest-first.ts';
import { hostOwnersOf } from './host-owners.ts';

type VirtualService = ObjectOf<'VirtualService'>;
type ByHost = ReadonlyMap<string, readonly VirtualService[]>;

const kept = new WeakMap<MeshObjects, ByHost>();

/** VirtualServices of the mesh by the keys of their hosts, the oldest first; made once for each snapshot. */
export function virtualServicesByHost(objects: MeshObjects): ByHost {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const byHost = new Map<string, VirtualService[]>();
  for (const one of objects.VirtualService.toSorted(oldestFirst)) {
    if (!(one.spec.gateways ?? ['mesh']).includes('mesh')) continue;
    for (const key of virtualServiceHostKeys(one, objects))
      byHost.set(key, [...(byHost.get(key) ?? []), one]);
  }
  kept.set(objects, byHost);
  return byHost;
}

/** Its hosts in their order; a Service by its own name, however the host writes it. */
export function virtualServiceHostKeys({ metadata, spec }: VirtualService, objects: MeshObjects): string[] {
  const owners = hostOwnersOf(objects);
  return spec.hosts.map((host) => {
    const service = owners.of(host, metadata.namespace ?? '').find(({ kind }) => kind === 'Service');
    return service === undefined ? host : `${service.namespace}/${service.name}`;
  });
}
