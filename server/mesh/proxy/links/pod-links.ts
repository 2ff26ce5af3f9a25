import { textAt } from '#server/mesh/proxy/json/json.ts';
import { hostAndPort } from './host-and-port.ts';
import { showsLink } from './link.ts';
import { type Linker, referenceTo } from './linker.ts';
import type { Origin } from './origin.ts';

/** The pod at an endpoint's address: marked where Istio's metadata names its workload, else by the address alone. */
export const podLinks: Linker =
  ({ index }) =>
  (origin) => {
    const place = hostAndPort(origin.address);
    if (place === undefined) return [];
    const workload = workloadOf(origin);
    return index.podsAt(place.host).flatMap((pod) => {
      const { namespace = '', name } = pod.metadata;
      const isNamed =
        workload !== undefined && workload.namespace === namespace && name.startsWith(workload.name);
      // Pods of the host network share their address: only the named workload's is meant.
      if (pod.spec.hostNetwork === true && workload !== undefined && !isNamed) return [];
      return [
        showsLink(referenceTo('Pod', pod.metadata), {
          confidence: isNamed ? 'marker' : 'name',
          because: isNamed
            ? `Its metadata istio.workload names ${workload.namespace}/${workload.name}, and the pod has the address ${place.host}.`
            : `The pod has the address ${place.host}.`,
        }),
      ];
    });
  };

/** `<workload>;<namespace>;<canonical name>;<revision>;<cluster>` */
export function workloadOf({ istio }: Origin): { name: string; namespace: string } | undefined {
  const [name = '', namespace = ''] = (textAt(istio, 'workload') ?? '').split(';');
  return name === '' ? undefined : { name, namespace };
}
