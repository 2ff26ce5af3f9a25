import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

type Addressed = {
  pods: ObjectOf<'Pod'>[];
  services: ObjectOf<'Service'>[];
  entries: ObjectOf<'ServiceEntry'>[];
  machines: ObjectOf<'WorkloadEntry'>[];
};

/** Lookups by address: pods of the host network share theirs, so there may be several. */
export function byAddress(objects: MeshObjects) {
  const known = new Map<string, Addressed>();
  const at = (address: string) => {
    const found = known.get(address) ?? { pods: [], services: [], entries: [], machines: [] };
    known.set(address, found);
    return found;
  };
  for (const pod of objects.Pod) {
    const { podIP, phase } = pod.status;
    // A pod that has ended keeps an address that others have by now.
    if (podIP !== undefined && phase !== 'Succeeded' && phase !== 'Failed') at(podIP).pods.push(pod);
  }
  for (const service of objects.Service) {
    const { clusterIP, clusterIPs } = service.spec;
    for (const address of new Set([clusterIP, ...(clusterIPs ?? [])]))
      if (address !== undefined && address !== 'None' && address !== '') at(address).services.push(service);
  }
  for (const entry of objects.ServiceEntry) {
    const own = entry.status?.addresses?.map(({ value }) => value) ?? [];
    for (const address of [...(entry.spec.addresses ?? []), ...own])
      if (address !== undefined) at(address).entries.push(entry);
  }
  for (const machine of objects.WorkloadEntry) {
    const { address } = machine.spec;
    if (address !== undefined) at(address).machines.push(machine);
  }
  return {
    podsAt: (address: string): readonly ObjectOf<'Pod'>[] => known.get(address)?.pods ?? [],
    servicesAt: (address: string): readonly ObjectOf<'Service'>[] => known.get(address)?.services ?? [],
    entriesAt: (address: string): readonly ObjectOf<'ServiceEntry'>[] => known.get(address)?.entries ?? [],
    machinesAt: (address: string): readonly ObjectOf<'WorkloadEntry'>[] => known.get(address)?.machines ?? [],
  };
}
