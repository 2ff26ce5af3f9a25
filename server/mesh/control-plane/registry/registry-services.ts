import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { RegistryService } from '#lib/contract/mesh-registry.ts';
import {
  at,
  flagAt,
  isObject,
  numberAt,
  objectAt,
  objectsAt,
  textAt,
  textsAt,
} from '#server/mesh/proxy/json/json.ts';
import { endpointCounts } from './endpoint-counts.ts';
import { resolutionWord } from './resolution-words.ts';

/**
 * The services of `/debug/registryz`. Of `endpointShardz`, where it was asked for, only counts are kept. Entries without a
 * hostname are left out; two of one hostname are both there, and say so.
 */
export function registryServices(registryz: unknown, shards?: unknown): RegistryService[] {
  const list: readonly unknown[] = Array.isArray(registryz) ? registryz : [];
  const hostnames = new Map<string, number>();
  for (const entry of list) {
    const hostname = textAt(entry, 'hostname') ?? '';
    hostnames.set(hostname, (hostnames.get(hostname) ?? 0) + 1);
  }
  return list.flatMap((entry) => {
    const hostname = textAt(entry, 'hostname');
    if (hostname === undefined) return [];
    const namespace = textAt(entry, 'Attributes', 'Namespace') ?? '';
    const object = objectOf(entry, namespace);
    return [
      {
        id: `${hostname} ${object?.kind ?? ''} ${namespace}/${object?.name ?? ''}`,
        hostname,
        namespace,
        ...(object === undefined ? {} : { object }),
        registry: textAt(entry, 'Attributes', 'ServiceRegistry') ?? 'unknown',
        resolution: resolutionWord(numberAt(entry, 'Resolution')),
        isMeshExternal: flagAt(entry, 'MeshExternal'),
        ports: objectsAt(entry, 'ports').map((port) => ({
          name: textAt(port, 'name') ?? '',
          port: wholeNumber(numberAt(port, 'port')),
          protocol: textAt(port, 'protocol') ?? 'unknown',
        })),
        clusterAddresses: clusterAddresses(entry),
        autoAddresses: [
          textAt(entry, 'autoAllocatedIPv4Address'),
          textAt(entry, 'autoAllocatedIPv6Address'),
        ].flatMap((address) => (address ? [address] : [])),
        exportTo: Object.keys(objectAt(entry, 'Attributes', 'ExportTo') ?? {}).sort(),
        serviceAccounts: textsAt(entry, 'serviceAccounts'),
        sameHostname: hostnames.get(hostname) ?? 1,
        ...(isObject(shards) ? { endpoints: endpointCounts(at(shards, hostname), namespace) } : {}),
      },
    ];
  });
}

function objectOf(entry: unknown, namespace: string): ObjectReference | undefined {
  const registry = textAt(entry, 'Attributes', 'ServiceRegistry');
  if (registry === 'Kubernetes')
    return { kind: 'Service', namespace, name: textAt(entry, 'Attributes', 'Name') ?? '' };
  // Istio before 1.25 does not name the ServiceEntry.
  const name = textAt(entry, 'Attributes', 'ObjectName') ?? '';
  return registry === 'External' && name !== '' ? { kind: 'ServiceEntry', namespace, name } : undefined;
}

/** By cluster; where istiod names none, the one address that all clusters have. Headless services have none at all. */
function clusterAddresses(entry: unknown): RegistryService['clusterAddresses'] {
  const named = Object.entries(objectAt(entry, 'clusterVIPs', 'Addresses') ?? {}).map(
    ([cluster, addresses]) => ({ cluster, addresses: textsAt({ addresses }, 'addresses') }),
  );
  const all =
    named.length > 0 ? named : [{ cluster: '*', addresses: [textAt(entry, 'defaultAddress') ?? ''] }];
  return all
    .map(({ cluster, addresses }) => ({
      cluster,
      addresses: addresses.filter((address) => !unspecified.has(address)),
    }))
    .filter(({ addresses }) => addresses.length > 0);
}

/** How istiod writes "no address". */
const unspecified = new Set(['', '0.0.0.0', '::']);

/** What is no port number is 0, as one that is missing. */
function wholeNumber(value = 0): number {
  return Number.isSafeInteger(value) ? value : 0;
}
