import type { Force } from '#lib/contract/objects.ts';
import { effectiveMtls, portsWithOwnMode } from '#server/mesh/inventory/effective-mtls.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { appliedPlaces } from '../applied-places.ts';
import type { MeshSnapshot } from '../mesh-snapshot.ts';

type Named = { namespace: string; name: string };

/** In force where it sets the mode of some workload or port; the narrower, then the older policy wins. */
export function peerAuthenticationForce(at: Named, snapshot: MeshSnapshot): Force {
  const places = appliedPlaces({ kind: 'PeerAuthentication', ...at }, snapshot);
  if (places.length === 0) return { state: 'idle', text: 'No workload with a proxy is chosen by it.' };
  const inventory = inventoryOf(snapshot.objects, snapshot.rootNamespace);
  const ruled = places.filter((place) => {
    const labels = inventory.workload(place.namespace, place.name)?.labels ?? {};
    const target = { namespace: place.namespace, labels };
    const ports = [undefined, ...portsWithOwnMode(target, snapshot.objects)];
    return ports.some((port) => {
      const { setBy } = effectiveMtls({ ...target, ...(port === undefined ? {} : { port }) }, snapshot);
      return setBy?.name === at.name && setBy.namespace === at.namespace;
    });
  });
  if (ruled.length === 0)
    return {
      state: 'overridden',
      text: 'Every workload that it chooses obeys a narrower or older PeerAuthentication.',
    };
  return {
    state: 'inForce',
    text: `It sets the mode of ${ruled.length} of the ${places.length} workloads that it chooses.`,
  };
}
