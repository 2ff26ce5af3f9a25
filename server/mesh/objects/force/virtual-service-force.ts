import type { Force } from '#lib/contract/objects.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import { workloadsOfIstioGateway } from '#server/mesh/graph/facts/gateway-workloads.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { MeshSnapshot } from '../mesh-snapshot.ts';
import { virtualServiceHostKeys, virtualServicesByHost } from '../virtual-services-by-host.ts';

type VirtualService = ObjectOf<'VirtualService'>;

/**
 * Callers' proxies take the oldest VirtualService of a host alone; a gateway's take all that are bound to it. One
 * without hosts acts through whoever delegates to it. Source: Istio's merging of virtual services.
 */
export function virtualServiceForce(
  { namespace, name }: { namespace: string; name: string },
  { objects }: MeshSnapshot,
): Force | undefined {
  const own = objects.VirtualService.find(
    ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
  );
  if (own === undefined) return undefined;
  if (own.spec.hosts.length === 0) return ofDelegate(own, objects);
  const gateways = own.spec.gateways ?? ['mesh'];
  const parts = [
    ...(gateways.includes('mesh') ? [inMesh(own, objects)] : []),
    ...gateways.filter((gateway) => gateway !== 'mesh').map((gateway) => atGateway(gateway, own, objects)),
  ];
  const text = parts.map((part) => part.text).join(' ');
  const [first] = parts;
  const isInForce = parts.some(({ state }) => state === 'inForce');
  return first && { state: isInForce ? 'inForce' : first.state, text };
}

function inMesh(own: VirtualService, objects: MeshObjects): Force {
  const keys = virtualServiceHostKeys(own, objects);
  const byHost = virtualServicesByHost(objects);
  const taken = keys.flatMap((key) => {
    const [oldest] = byHost.get(key) ?? [];
    return oldest === undefined || oldest === own ? [] : [oldest];
  });
  const [older] = taken;
  if (older === undefined || taken.length < keys.length)
    return { state: 'inForce', text: 'Callers’ proxies apply it.' };
  return {
    state: 'overridden',
    text: `VirtualService ${older.metadata.namespace ?? ''}/${older.metadata.name} names the same host and is older: callers’ proxies take only that one.`,
  };
}

function atGateway(text: string, { metadata }: VirtualService, objects: MeshObjects): Force {
  const [first = '', second] = text.split('/');
  const gateway =
    second === undefined
      ? { namespace: metadata.namespace ?? '', name: first }
      : { namespace: first, name: second };
  const key = `${gateway.namespace}/${gateway.name}`;
  const exists = objects.IstioGateway.some(
    (one) => one.metadata.name === gateway.name && one.metadata.namespace === gateway.namespace,
  );
  if (!exists) return { state: 'idle', text: `Gateway ${key} does not exist.` };
  const workloads = workloadsOfIstioGateway(objects, gateway);
  return workloads.length === 0
    ? { state: 'idle', text: `No workload serves gateway ${key}.` }
    : { state: 'inForce', text: `Applied at gateway ${key} (${workloads.join(', ')}).` };
}

function ofDelegate({ metadata }: VirtualService, objects: MeshObjects): Force {
  const roots = objects.VirtualService.filter((root) =>
    root.spec.http.some(
      ({ delegate }) =>
        delegate?.name === metadata.name &&
        (delegate.namespace ?? root.metadata.namespace) === metadata.namespace,
    ),
  );
  if (roots.length === 0)
    return { state: 'idle', text: 'It has no hosts, and no VirtualService delegates to it.' };
  const names = roots.map((root) => `${root.metadata.namespace ?? ''}/${root.metadata.name}`);
  return { state: 'inForce', text: `Its rules come into force through ${names.join(', ')}.` };
}
