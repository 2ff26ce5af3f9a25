import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { hasLabels, type Workload } from './workloads.ts';

/** A destination as the labels of metrics name it. */
export type Service = { host: string; name: string; namespace: string };

/** Where no cluster was chosen and the host header is not believed. */
export const unknownService: Service = { host: 'unknown', name: 'unknown', namespace: 'unknown' };

export type Destination = { service: Service; port: number; workloads: readonly Workload[] };

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
    const [name, ownNamespace = namespace] = host.split('.');
    const isService = this.#service(name ?? '', ownNamespace) !== undefined;
    return isService ? `${name}.${ownNamespace}.svc.cluster.local` : host;
  }

  /** Reads `outbound|<port>|<subset>|<host>`. */
  destinationOf(cluster: string): Destination {
    const [, port = '', subset = '', host = ''] = cluster.split('|');
    const [name = '', namespace = ''] = host.split('.');
    const service = host.endsWith('.svc.cluster.local') ? this.#service(name, namespace) : undefined;
    if (service === undefined)
      return { service: this.#entryService(host), port: Number(port), workloads: [] };
    const selector = { ...service.spec.selector, ...this.#subsetLabels({ name, namespace, subset }) };
    return {
      service: { host, name, namespace },
      port: Number(port),
      workloads: this.#workloads.filter(
        (one) => one.namespace === namespace && hasLabels(one.labels, selector),
      ),
    };
  }

  /** How the port is taken at the receiver: by its name, and by looking into the stream where it has none. */
  isHttp(service: Service, port: number): boolean {
    const ports = this.#service(service.name, service.namespace)?.spec.ports ?? [];
    const name = ports.find((one) => one.port === port)?.name;
    return name === undefined || /^(http|http2|grpc|grpc-web)(-|$)/.test(name);
  }

  #service(name: string, namespace: string) {
    return this.#snapshot.objects.Service.find(
      ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
    );
  }

  /** A ServiceEntry's host is its own service name, in the entry's namespace. */
  #entryService(host: string): Service {
    const entry = this.#snapshot.objects.ServiceEntry.find(({ spec }) => spec.hosts.includes(host));
    return { host, name: host, namespace: entry?.metadata.namespace ?? 'unknown' };
  }

  #subsetLabels(wanted: {
    name: string;
    namespace: string;
    subset: string;
  }): Readonly<Record<string, string>> {
    if (wanted.subset === '') return {};
    const rules = this.#snapshot.objects.DestinationRule.filter(
      ({ metadata, spec }) =>
        this.fullHost(spec.host, metadata.namespace ?? '') ===
        `${wanted.name}.${wanted.namespace}.svc.cluster.local`,
    );
    const subsets = rules.flatMap(({ spec }) => spec.subsets);
    return subsets.find(({ name }) => name === wanted.subset)?.labels ?? {};
  }
}
