import { parseClusterName } from '#server/mesh/proxy/links/cluster-name.ts';
import type { Split } from '../split.ts';

/** The names by which a proxy may know the hosts of a split: as written, and every Service's long and short names. */
export function servedHosts({ hosts, services }: Pick<Split, 'hosts' | 'services'>): string[] {
  const ofServices = services.flatMap((service) => {
    const [namespace = '', name = ''] = service.split('/');
    return [`${name}.${namespace}`, `${name}.${namespace}.svc`, `${name}.${namespace}.svc.cluster.local`];
  });
  // A short name stands in every namespace for something else; the Service says which is meant.
  const written = hosts.filter((host) => host.includes('.') || host === '*' || services.length === 0);
  return [...new Set([...written, ...ofServices])];
}

type VirtualHost = { routeConfig: string; domains: readonly string[] };

/**
 * Whether a virtual host takes requests to one of the hosts. A waypoint's take every domain: there the route configuration
 * is named after the Service (`inbound-vip|9080|http|reviews.bookinfo.svc.cluster.local`).
 */
export function isServing({ routeConfig, domains }: VirtualHost, hosts: readonly string[]): boolean {
  const ofService = parseClusterName(routeConfig);
  if (ofService !== undefined) return ofService.direction !== 'inbound' && hosts.includes(ofService.host);
  return domains.some((domain) => hosts.some((host) => isSameHost(withoutPort(domain), host)));
}

/** `*` is Istio's own last virtual host as well, so that it stands for itself only. */
function isSameHost(domain: string, host: string): boolean {
  return domain === host || covers(domain, host) || covers(host, domain);
}

function covers(pattern: string, name: string): boolean {
  return pattern.startsWith('*.') && name.endsWith(pattern.slice(1));
}

function withoutPort(domain: string): string {
  return domain.replace(/:(\d+|\*)$/, '').replace(/\.$/, '');
}
