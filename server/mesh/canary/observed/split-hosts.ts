import type { Split } from '../split.ts';
import { known, type Labels } from './counter-labels.ts';

/** A name by which telemetry may call a host; short ones hold in a namespace only. */
export type HostName = { name: string; host: string; inNamespace?: string };

/**
 * All names of a split's hosts: of its versions, and of those that it routes. A proxy names the host of the cluster that
 * it chose; a request that failed before goes by the host that the caller wrote, short or full. Gateways leave that out,
 * so hosts as written are names in the mesh only. Source: Istio's stats filter, host header fallback.
 */
export function hostNames({ versions, services, hosts, isMesh }: Split): HostName[] {
  const names = new Map<string, HostName>();
  const add = (one: HostName) => {
    const key = nameKey(one.name, one.inNamespace);
    if (!names.has(key)) names.set(key, one);
  };
  const addService = (namespace: string, name: string, host: string) => {
    for (const form of [host, `${name}.${namespace}.svc`, `${name}.${namespace}`]) add({ name: form, host });
    add({ name, host, inNamespace: namespace });
  };
  for (const { host, service } of versions) {
    if (service === undefined) add({ name: host, host });
    else addService(service.namespace, service.name, host);
  }
  for (const key of services) {
    const [namespace = '', name = ''] = key.split('/');
    addService(namespace, name, `${name}.${namespace}.svc.${domainOf(versions)}`);
  }
  const written = isMesh ? hosts.filter((host) => host.includes('.') && !host.includes('*')) : [];
  for (const host of written) add({ name: host, host });
  return [...names.values()];
}

/** The hosts' names by `nameKey`. */
export function hostIndex(names: readonly HostName[]): ReadonlyMap<string, string> {
  return new Map(names.map(({ name, host, inNamespace }) => [nameKey(name, inNamespace), host]));
}

/** The host that a row is about, among known names. */
export function hostOf(labels: Labels, index: ReadonlyMap<string, string>): string | undefined {
  const service = known(labels.destination_service);
  const name = known(labels.destination_service_name);
  const namespace = known(labels.destination_service_namespace);
  if (service === undefined)
    return name === undefined || namespace === undefined ? undefined : index.get(`${name}.${namespace}`);
  const written = service.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  return index.get(written) ?? index.get(nameKey(written, labels.source_workload_namespace));
}

function nameKey(name: string, inNamespace: string | undefined): string {
  return inNamespace === undefined ? name : `${name}@${inNamespace}`;
}

/** `cluster.local` unless the versions' own hosts say otherwise. */
function domainOf(versions: Split['versions']): string {
  for (const { host, service } of versions) {
    const start = `${service?.name}.${service?.namespace}.svc.`;
    if (service !== undefined && host.startsWith(start)) return host.slice(start.length);
  }
  return 'cluster.local';
}
