import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { ZtunnelPolicy, ZtunnelService } from '#lib/contract/ztunnel.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

type Behind = { object?: ObjectReference };
type Named = { metadata: { namespace?: string | undefined; name: string } };

/** The Service or ServiceEntry that a service of ztunnel stands for. */
export function serviceObject(
  { namespace, serviceName }: Pick<ZtunnelService, 'namespace' | 'serviceName'>,
  { Service: services, ServiceEntry: entries }: Pick<MeshObjects, 'Service' | 'ServiceEntry'>,
): Behind {
  const at = { namespace, name: serviceName };
  if (has(services, at)) return { object: { kind: 'Service', ...at } };
  return has(entries, at) ? { object: { kind: 'ServiceEntry', ...at } } : {};
}

/** istiod's names for what it makes out of PeerAuthentications. Source: pilot's ambient authorization conversion. */
const convertedPeerAuthentication = 'converted_peer_authentication_';
const staticStrict = 'istio_converted_static_strict';

type Policy = Pick<ZtunnelPolicy, 'namespace' | 'policyName'>;

/** The object that a policy of ztunnel was made from. */
export function policyObject(
  { namespace, policyName }: Policy,
  objects: Pick<MeshObjects, 'AuthorizationPolicy' | 'PeerAuthentication'>,
): Behind {
  if (policyName.startsWith(convertedPeerAuthentication)) {
    const at = { namespace, name: policyName.slice(convertedPeerAuthentication.length) };
    return has(objects.PeerAuthentication, at) ? { object: { kind: 'PeerAuthentication', ...at } } : {};
  }
  const at = { namespace, name: policyName };
  return has(objects.AuthorizationPolicy, at) ? { object: { kind: 'AuthorizationPolicy', ...at } } : {};
}

export function policyNote({ policyName }: Policy): { note?: string } {
  if (policyName === staticStrict)
    return { note: 'Made by istiod: refuses plain text wherever a PeerAuthentication says STRICT.' };
  if (policyName.startsWith(convertedPeerAuthentication))
    return { note: 'Made by istiod from the ports of a PeerAuthentication.' };
  return {};
}

function has(list: readonly Named[], { namespace, name }: { namespace: string; name: string }): boolean {
  return list.some(({ metadata }) => metadata.namespace === namespace && metadata.name === name);
}
