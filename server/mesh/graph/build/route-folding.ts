import type { RouteFact } from '../route-facts.ts';

export type RouteFolding = {
  /** The routed host that a backend Service is drawn under; undefined for Services that stand for themselves. */
  hostOf(service: string): { namespace: string; name: string } | undefined;
  /** The route that callers of a Service (a host or a folded backend) meet. */
  meshRouteOf(service: string): RouteFact | undefined;
  /** The route by which a gateway's workload reaches a Service. */
  gatewayRouteOf(gatewayWorkload: string, service: string): RouteFact | undefined;
};

/**
 * Telemetry names the Service that a route chose, never the host that was routed. With `fold`, Services that are
 * backends of exactly one other host stand under that host; a backend shared by several hosts stays as it is reported,
 * since nothing tells which of them was asked.
 */
export function routeFolding(routes: readonly RouteFact[], fold: boolean): RouteFolding {
  const hostsByBackend = new Map<string, Set<string>>();
  const meshRoutes = new Map<string, RouteFact>();
  const gatewayRoutes = new Map<string, RouteFact>();
  for (const route of routes) {
    for (const host of route.hosts) {
      if (!meshRoutes.has(host)) meshRoutes.set(host, route);
      for (const { service } of route.backends) {
        if (service === host) continue;
        const hosts = hostsByBackend.get(service) ?? new Set();
        hostsByBackend.set(service, hosts.add(host));
      }
    }
    for (const gateway of route.gateways)
      for (const { service } of route.backends) {
        const key = `${gateway}|${service}`;
        const known = gatewayRoutes.get(key);
        if (known === undefined || route.backends.length > known.backends.length)
          gatewayRoutes.set(key, route);
      }
  }

  const hostKeyOf = (service: string): string | undefined => {
    const [only, ...others] = hostsByBackend.get(service) ?? [];
    return fold && others.length === 0 && !meshRoutes.has(service) ? only : undefined;
  };
  return {
    hostOf(service) {
      const [namespace, name] = hostKeyOf(service)?.split('/') ?? [];
      return namespace === undefined || name === undefined ? undefined : { namespace, name };
    },
    meshRouteOf(service) {
      if (!hostsByBackend.has(service)) return meshRoutes.get(service);
      const [only, ...others] = hostsByBackend.get(service) ?? [];
      const host = others.length === 0 ? only : undefined;
      return meshRoutes.get(service) ?? (host === undefined ? undefined : meshRoutes.get(host));
    },
    gatewayRouteOf: (gatewayWorkload, service) => gatewayRoutes.get(`${gatewayWorkload}|${service}`),
  };
}
