import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

/** A subset or a port of a host, as Envoy's clusters are named: `outbound|8080|v2|beta.broken.svc.cluster.local`. */
export type ClusterKey = { port: string; subset: string; host: string };

export function clusterKeyOf(text: string): ClusterKey | undefined {
  const [direction, port = '', subset = '', host] = text.split('|');
  if (host === undefined || direction === '') return undefined;
  return { port, subset, host };
}

/** `alpha.broken.svc.cluster.local:80` without its port. */
export function hostOf(text: string): string {
  return text.replace(/:\d+$/, '');
}

/** The Service or ServiceEntries that a host names; none for a host that nobody declares. */
export function declarersOf(host: string, objects: MeshObjects): ObjectReference[] {
  const [, name = '', namespace = ''] = /^([^.]+)\.([^.]+)\.svc(?:\.|$)/.exec(host) ?? [];
  const service = objects.Service.find(
    ({ metadata }) => metadata.namespace === namespace && metadata.name === name,
  );
  if (service !== undefined) return [{ kind: 'Service', namespace, name }];
  return objects.ServiceEntry.filter(({ spec }) => spec.hosts.includes(host)).map(({ metadata }) => ({
    kind: 'ServiceEntry',
    namespace: metadata.namespace ?? '',
    name: metadata.name,
  }));
}

/** The DestinationRules that name a host, in full or short from the host's or their own namespace. */
export function destinationRulesOf(host: string, objects: MeshObjects): ObjectReference[] {
  return objects.DestinationRule.filter(({ metadata, spec }) =>
    isSameHost(spec.host, host, metadata.namespace),
  ).map(({ metadata }) => ({
    kind: 'DestinationRule',
    namespace: metadata.namespace ?? '',
    name: metadata.name,
  }));
}

/** The VirtualServices that have a host among theirs. */
export function virtualServicesOf(host: string, objects: MeshObjects): ObjectReference[] {
  return objects.VirtualService.filter(({ metadata, spec }) =>
    spec.hosts.some((own) => isSameHost(own, host, metadata.namespace)),
  ).map(({ metadata }) => ({
    kind: 'VirtualService',
    namespace: metadata.namespace ?? '',
    name: metadata.name,
  }));
}

/** A name without dots is one of the object's own namespace. */
function isSameHost(own: string, host: string, namespace: string | undefined): boolean {
  return (
    own === host || host.startsWith(own.includes('.') ? `${own}.svc.` : `${own}.${namespace ?? ''}.svc.`)
  );
}
