import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { byAddress } from './by-address.ts';

type Finder<Kind extends ObjectKind> = (namespace: string, name: string) => ObjectOf<Kind> | undefined;

/** Objects, ready to be found by what Envoy calls them; made once for each snapshot. */
export type ObjectIndex = {
  exists(kind: ObjectKind, namespace: string, name: string): boolean;
  service: Finder<'Service'>;
  virtualService: Finder<'VirtualService'>;
  destinationRule: Finder<'DestinationRule'>;
  /** Hosts of Services are `<name>.<namespace>.svc.<domain>`, whatever the domain. */
  serviceOfHost(host: string): ObjectOf<'Service'> | undefined;
  entriesOfHost(host: string): readonly ObjectOf<'ServiceEntry'>[];
  servicesOfPort(port: number): readonly ObjectOf<'Service'>[];
  entriesOfPort(port: number): readonly ObjectOf<'ServiceEntry'>[];
  servicesOfNamespace(namespace: string): readonly ObjectOf<'Service'>[];
} & ReturnType<typeof byAddress>;

const kept = new WeakMap<MeshObjects, ObjectIndex>();

export function objectIndexOf(objects: MeshObjects): ObjectIndex {
  const known = kept.get(objects);
  if (known !== undefined) return known;
  const index = buildIndex(objects);
  kept.set(objects, index);
  return index;
}

function buildIndex(objects: MeshObjects): ObjectIndex {
  const names = new Map<ObjectKind, Set<string>>();
  const namesOf = (kind: ObjectKind) => {
    const made = names.get(kind) ?? new Set(objects[kind].map(keyOf));
    names.set(kind, made);
    return made;
  };
  const service = finder(objects.Service);
  const servicesByNamespace = Map.groupBy(objects.Service, ({ metadata }) => metadata.namespace ?? '');
  const servicesByPort = grouped(objects.Service, ({ spec }) => spec.ports.map(({ port }) => port));
  const entriesByPort = grouped(objects.ServiceEntry, ({ spec }) =>
    (spec.ports ?? []).map(({ number }) => number),
  );
  const entriesByHost = grouped(objects.ServiceEntry, ({ spec }) => spec.hosts);
  return {
    exists: (kind, namespace, name) => namesOf(kind).has(`${namespace}/${name}`),
    service,
    virtualService: finder(objects.VirtualService),
    destinationRule: finder(objects.DestinationRule),
    serviceOfHost(host) {
      const [name = '', namespace = '', kind] = host.split('.');
      return kind === 'svc' ? service(namespace, name) : undefined;
    },
    entriesOfHost: (host) => entriesByHost.get(host) ?? [],
    servicesOfPort: (port) => servicesByPort.get(port) ?? [],
    entriesOfPort: (port) => entriesByPort.get(port) ?? [],
    servicesOfNamespace: (namespace) => servicesByNamespace.get(namespace) ?? [],
    ...byAddress(objects),
  };
}

type Named = { metadata: { name: string; namespace?: string | undefined } };

function keyOf({ metadata }: Named): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function finder<Value extends Named>(list: readonly Value[]) {
  const byKey = new Map(list.map((object) => [keyOf(object), object]));
  return (namespace: string, name: string) => byKey.get(`${namespace}/${name}`);
}

function grouped<Key, Value>(
  list: readonly Value[],
  keysOf: (value: Value) => readonly Key[],
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of list)
    for (const key of new Set(keysOf(value))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  return groups;
}
