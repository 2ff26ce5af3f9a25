import type { Force } from '#lib/contract/objects.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { hostOwnersOf } from '../host-owners.ts';
import type { MeshSnapshot } from '../mesh-snapshot.ts';

/**
 * A client takes a DestinationRule of its own namespace, then of the service's, then of the root namespace, which
 * therefore never gets its turn where the service's has one. Source: Istio's cross-namespace configuration.
 */
export function destinationRuleForce(
  { namespace, name }: { namespace: string; name: string },
  { objects, rootNamespace }: MeshSnapshot,
): Force | undefined {
  const own = objects.DestinationRule.find(
    ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
  );
  if (own === undefined) return undefined;
  const { host } = own.spec;
  const owners = hostOwnersOf(objects).of(host, namespace);
  if (owners.length === 0 && host.includes('*'))
    return { state: 'inForce', text: `Requests to any host that ${host} covers are sent by it.` };
  if (owners.length === 0) return { state: 'idle', text: `No Service or ServiceEntry has the host ${host}.` };
  const hidden = owners.filter(
    (owner) => namespace === rootNamespace && owner.namespace !== rootNamespace && hasRuleFor(owner, objects),
  );
  if (hidden.length === owners.length)
    return { state: 'overridden', text: 'The service’s own namespace has a DestinationRule for the host.' };
  if (namespace === rootNamespace || owners.some((owner) => owner.namespace === namespace))
    return { state: 'inForce', text: 'Callers whose namespace has none of its own for this host obey it.' };
  return { state: 'inForce', text: `Callers in namespace ${namespace} obey it.` };
}

type Owner = { kind: string; namespace: string; name: string };

function hasRuleFor(owner: Owner, objects: MeshObjects): boolean {
  const owners = hostOwnersOf(objects);
  return objects.DestinationRule.some(
    ({ metadata, spec }) =>
      metadata.namespace === owner.namespace &&
      owners
        .of(spec.host, owner.namespace)
        .some(
          ({ kind, namespace, name }) =>
            kind === owner.kind && namespace === owner.namespace && name === owner.name,
        ),
  );
}
