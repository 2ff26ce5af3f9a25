import { objectsAt, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';

/** Every host that an object of any kind names in its spec, as it writes them, each once. */
export function namedHosts(object: object): string[] {
  const one = [textAt(object, 'spec', 'host')];
  const listed = [...textsAt(object, 'spec', 'hosts'), ...textsAt(object, 'spec', 'hostnames')];
  const ofParts = [
    ...objectsAt(object, 'spec', 'servers').flatMap((server) => textsAt(server, 'hosts')),
    ...objectsAt(object, 'spec', 'listeners').map((listener) => textAt(listener, 'hostname')),
    ...objectsAt(object, 'spec', 'rules').map((rule) => textAt(rule, 'host')),
  ];
  return [...new Set([...one, ...listed, ...ofParts].flatMap((host) => host ?? []))];
}

/** The gateways that an object is bound to, as it writes them. */
export function namedGateways(object: object): string[] {
  const parents = objectsAt(object, 'spec', 'parentRefs').filter(
    (parent) => (textAt(parent, 'kind') ?? 'Gateway') === 'Gateway',
  );
  return [
    ...textsAt(object, 'spec', 'gateways'),
    ...parents.flatMap((parent) => {
      const name = textAt(parent, 'name');
      const namespace = textAt(parent, 'namespace');
      if (name === undefined) return [];
      return [namespace === undefined ? name : `${namespace}/${name}`];
    }),
  ];
}
