import { resolveHost } from '#server/mesh/graph/facts/resolve-host.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { serviceKeysOf } from '#server/mesh/service-keys.ts';

/** A Kubernetes Service or a ServiceEntry, as far as routes name it. */
export type RoutingSubject = {
  kind: 'Service' | 'ServiceEntry';
  namespace: string;
  name: string;
  /** Full names under which it is called; of a ServiceEntry its hosts, wildcards too. */
  hosts: readonly string[];
  /** Whether a host in an object of a namespace means it. */
  isNamedBy(host: string, namespace: string): boolean;
};

/** The Service of a name, else the ServiceEntry; undefined when there is neither. */
export function routingSubject(
  objects: MeshObjects,
  { namespace, name }: { namespace: string; name: string },
): RoutingSubject | undefined {
  const isIt = ({ metadata }: { metadata: { name: string; namespace?: string | undefined } }) =>
    metadata.name === name && metadata.namespace === namespace;
  if (objects.Service.some(isIt)) return serviceSubject(objects, { namespace, name });
  const entry = objects.ServiceEntry.find(isIt);
  if (entry === undefined) return undefined;
  const { hosts } = entry.spec;
  return {
    kind: 'ServiceEntry',
    namespace,
    name,
    hosts,
    isNamedBy: (host) => hosts.some((own) => covers(host, own) || covers(own, host)),
  };
}

function serviceSubject(
  objects: MeshObjects,
  { namespace, name }: { namespace: string; name: string },
): RoutingSubject {
  const services = serviceKeysOf(objects);
  const full = `${name}.${namespace}.svc.cluster.local`;
  return {
    kind: 'Service',
    namespace,
    name,
    hosts: [full],
    isNamedBy: (host, from) =>
      host.includes('*')
        ? covers(host, full)
        : resolveHost(host, { namespace: from, services }) === `${namespace}/${name}`,
  };
}

/** Istio's wildcards stand at the beginning: `*`, `*.example.com`. */
export function covers(pattern: string, host: string): boolean {
  if (pattern === '*' || pattern === host) return true;
  return pattern.startsWith('*.') && host.endsWith(pattern.slice(1));
}
