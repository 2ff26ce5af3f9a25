import type { LogPeer } from '#lib/contract/log-peers.ts';
import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { InventoryWorkload } from '#server/mesh/inventory/inventory.ts';

type Pod = ObjectOf<'Pod'>;
type Place = LogPeer['receiver'];

/** Finds the pod that has an address now, with its workload; pods on their node's network share it and are left out. */
export function placeFinder(workloads: readonly InventoryWorkload[]): (address: string) => Place | undefined {
  const places = new Map<string, Place>();
  for (const { namespace, name, pods } of workloads)
    for (const pod of pods) {
      const address = addressOf(pod);
      if (address !== undefined) places.set(address, { namespace, workload: name, pod: pod.metadata.name });
    }
  return (address) => places.get(address);
}

export function addressOf({ spec, status }: Pod): string | undefined {
  return spec.hostNetwork === true ? undefined : status.podIP;
}

/** `10.244.2.6:43210` and `[fd00::6]:43210` without their ports. */
export function hostOfAddress(address: string): string {
  return address.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
}

export function portOfAddress(address: string): number | undefined {
  const port = /:(\d+)$/.exec(address)?.[1];
  return port === undefined ? undefined : Number(port);
}
