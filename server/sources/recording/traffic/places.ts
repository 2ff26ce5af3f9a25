import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { uniform } from '../model/hash.ts';
import { hasLabels, type Workload } from '../model/workloads.ts';

/** One pod of a workload, as addresses and node names need it. */
export type Place = { namespace: string; pod: string; ip: string; containers: readonly string[] };

/** Where the names of hosts outside the mesh led in the recorded mesh (its log lines). */
const outsideAddresses: Readonly<Record<string, string>> = {
  'api.example.com': '203.0.113.10',
  'payments.example.net': '203.0.113.20',
  'db.example.com': '203.0.113.30',
  'secure.example.com': '203.0.113.40',
};
const anyOutsideAddress = '203.0.113.50';

/** The one client outside: load-balancer addresses were rules in its namespace, so gateways see it directly. */
export const visitorAddress = '10.244.0.254';

/** Pods and addresses of the recorded mesh. */
export class Places {
  readonly #byWorkload = new Map<string, readonly Place[]>();
  readonly #addressByHost = new Map<string, string>();

  constructor(snapshot: ObjectsSnapshot, workloads: Iterable<Workload>) {
    const pods = snapshot.objects.Pod.map(({ metadata, spec, status }) => ({
      labels: metadata.labels,
      place: {
        namespace: metadata.namespace ?? '',
        pod: metadata.name,
        ip: status.podIP ?? '-',
        containers: [...spec.initContainers, ...spec.containers].map(({ name }) => name),
      },
    }));
    for (const workload of workloads) {
      const own = pods.filter(
        ({ place, labels }) =>
          place.namespace === workload.namespace &&
          Object.keys(workload.labels).length > 0 &&
          hasLabels(labels, workload.labels),
      );
      this.#byWorkload.set(
        workload.key,
        own.map(({ place }) => place).sort((one, other) => (one.pod < other.pod ? -1 : 1)),
      );
    }
    for (const { metadata, spec } of snapshot.objects.Service) {
      const host = `${metadata.name}.${metadata.namespace}.svc.cluster.local`;
      if (spec.clusterIP !== undefined && spec.clusterIP !== 'None')
        this.#addressByHost.set(host, spec.clusterIP);
    }
  }

  /** The pod that takes or makes the request with a number. */
  of(workload: Workload, number: number): Place {
    const places = this.#byWorkload.get(workload.key) ?? [];
    const place = places[Math.floor(uniform(1, places.length, number) * places.length)];
    return place ?? { namespace: workload.namespace, pod: workload.name, ip: '-', containers: [] };
  }

  /** Whether a pod is one of a workload's. */
  has(workload: Workload, { namespace, pod }: Place): boolean {
    const places = this.#byWorkload.get(workload.key) ?? [];
    return places.some((place) => place.namespace === namespace && place.pod === pod);
  }

  /** The Service's own address, else the one that the host's name leads to; headless Services have none. */
  addressOf(host: string): string | undefined {
    if (/^[\d.]+$/.test(host)) return host;
    if (host.endsWith('.svc.cluster.local')) return this.#addressByHost.get(host);
    return outsideAddresses[host] ?? anyOutsideAddress;
  }
}
