import type { ConfiguredRoute } from '../configured-route.ts';

/** Routes by where proxies look for them: a host in the mesh, or a host at a gateway. */
export type RoutesByPlace = {
  /** Others for one of the same hosts, with that host; each once. */
  besides(route: ConfiguredRoute): readonly { other: ConfiguredRoute; host: string; isMesh: boolean }[];
};

/** Wildcards are hosts of their own: the more precise host wins, so they contradict nobody. */
export function routesByPlace(routes: readonly ConfiguredRoute[]): RoutesByPlace {
  const byPlace = new Map<string, ConfiguredRoute[]>();
  for (const route of routes)
    for (const { key } of placesOf(route)) {
      const list = byPlace.get(key) ?? [];
      byPlace.set(key, list);
      list.push(route);
    }
  return {
    besides(route) {
      const found = new Map<ConfiguredRoute, { other: ConfiguredRoute; host: string; isMesh: boolean }>();
      for (const { key, host, isMesh } of placesOf(route))
        for (const other of byPlace.get(key) ?? [])
          if (other !== route && !found.has(other)) found.set(other, { other, host, isMesh });
      return [...found.values()];
    },
  };
}

function placesOf(route: ConfiguredRoute): { key: string; host: string; isMesh: boolean }[] {
  const hosts = [
    ...route.services.map((key) => ({ key, host: key })),
    ...route.hosts
      .filter((host) => host.includes('.') && !/\.svc(\.|$)/.test(host))
      .map((host) => ({ key: host.toLowerCase(), host })),
  ];
  return [
    ...(route.isMesh ? hosts.map(({ key, host }) => ({ key: `mesh ${key}`, host, isMesh: true })) : []),
    ...route.gateways.flatMap(({ kind, namespace, name }) =>
      route.hosts.map((host) => ({
        key: `${kind} ${namespace}/${name} ${host.toLowerCase()}`,
        host,
        isMesh: false,
      })),
    ),
  ];
}
