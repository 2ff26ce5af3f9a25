import type { ObjectOf } from '#lib/objects/kinds.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { hasLabels, type Workload } from './workloads.ts';

/** A destination as the labels of metrics name it. */
export type Service = { host: string; name: string; namespace: string };

/** Where no cluster was chosen and the host header is not believed. */
export const unknownService: Service = { host: 'unknown', name: 'unknown', namespace: 'unknown' };

/** `podPort` is the port of the pods, not the Service's. Outside the mesh there are no workloads. */
export type Destination = { service: Service; podPort: number; workloads: readonly Workload[] };

/** Finds what Envoy's cluster names and short host names stand for in the recorded objects. */
export class ServiceRegistry {
  readonly #snapshot: ObjectsSnapshot;
  readonly #workloads: readonly Workload[];

  constructor(snapshot: ObjectsSnapshot, workloads: readonly Workload[]) {
    this.#snapshot = snapshot;
    this.#workloads = workloads;
  }

  /** The full name of a host that a caller in a namespace names, e.g. `mysql`, `mysql.shop` or `api.example.com`. */
  fullHost(host: string, namespace: string): string {
    const [name = '', ownNamespace = namespace] = host.split('.');
    const isService = this.#service(name, ownNamespace) !== undefined;
    return isService ? `${name}.${ownNamespace}.svc.cluster.local` : host;
  }

  /** Reads `outbound|<port>|<subset>|<host>`. */
  destinationOf(cluster: string): Destination {
    const [, port = '', subset = '', host = ''] = cluster.split('|');
    const [name = '', namespace = ''] = host.split('.');
    const service = host.endsWith('.svc.cluster.local') ? this.#service(name, namespace) : undefined;
    if (service === undefined) {
      return { service: { host, name: host, namespace: 'unknown' }, podPort: Number(port), workloads: [] };
    }
    const selector = { ...service.spec.selector, ...this.#subsetLabels(host, subset) };
    const servicePort = service.spec.ports.find((one) => one.port === Number(port));
    return {
      service: { host, name, namespace },
      podPort: servicePort === undefined ? Number(port) : podPortOf(servicePort),
      workloads: this.#workloads.filter(
        (one) => one.namespace === namespace && hasLabels(one.labels, selector),
      ),
    };
  }

  /** How a pod's port is taken at the receiver: by the port's name, and by looking into the stream where it has none. */
  isHttp(service: Service, podPort: number): boolean {
    const ports = this.#service(service.name, service.namespace)?.spec.ports ?? [];
    const name = ports.find((one) => podPortOf(one) === podPort)?.name;
    return name === undefined || /^(http|http2|grpc|grpc-web)(-|$)/.test(name);
  }

  #service(name: string, namespace: string): ObjectOf<'Service'> | undefined {
    return this.#snapshot.objects.Service.find(
      ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
    );
  }

  #subsetLabels(host: string, subset: string): Readonly<Record<string, string>> {
    const rules = this.#snapshot.objects.DestinationRule.filter(
      ({ metadata, spec }) => this.fullHost(spec.host, metadata.namespace ?? '') === host,
    );
    const subsets = rules.flatMap(({ spec }) => spec.subsets);
    return subsets.find(({ name }) => name === subset)?.labels ?? {};
  }
}

function podPortOf(port: ObjectOf<'Service'>['spec']['ports'][number]): number {
  return typeof port.targetPort === 'number' ? port.targetPort : port.port;
}
