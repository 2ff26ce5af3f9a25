import type { ProxyLink } from '#lib/contract/proxy-links.ts';
import { covers } from '#server/mesh/routing/subject.ts';
import type { GatewayServer } from './gateway-servers.ts';
import { goneGateway } from './gone-gateway.ts';
import { showsLink } from './link.ts';
import type { Linker } from './linker.ts';
import { markedGateway } from './marked-gateway.ts';
import type { Origin } from './origin.ts';

/**
 * The Gateways (both kinds) whose servers an item of a gateway's proxy serves. HTTPS servers have a route configuration
 * and chains of their own; HTTP servers of one port share theirs, so that hosts must tell. Source: Istio's names of
 * gateway route configurations.
 */
export const gatewayLinks: Linker =
  ({ proxy, index, mesh }) =>
  (origin) => {
    const servers = proxy?.servers ?? [];
    const marked = markedGateway(origin, mesh.objects);
    if (marked !== undefined) return [marked];
    const named = servers.filter(({ routeConfig }) => isNamedIn(origin.routeConfig, routeConfig));
    if (named.length > 0)
      return named.map((server) =>
        linkTo(server, 'name', `Its route configuration ${origin.routeConfig} names Gateway and port.`),
      );
    const gone = goneGateway(origin.routeConfig, index);
    if (gone !== undefined) return [gone];
    return servers.flatMap((server) => {
      const secret = origin.secrets?.find((name) => server.secrets.includes(baseOf(name)));
      if (secret !== undefined && (origin.serverNames ?? []).every((host) => isServed(host, server)))
        return [linkTo(server, 'name', `It uses the secret ${secret} that the server names.`)];
      const port = portOf(origin);
      if (port === undefined || !server.ports.includes(port)) return [];
      const hosts = origin.serverNames ?? origin.domains?.map(withoutPort) ?? [];
      if (hosts.length > 0 && !hosts.some((host) => isServed(host, server))) return [];
      const what = hosts.length === 0 ? '' : `, and the server’s hosts have ${hosts[0]}`;
      return [linkTo(server, 'inferred', `The Gateway’s server leads to port ${port}${what}.`)];
    });
  };

function linkTo(
  { gateway, part }: GatewayServer,
  confidence: ProxyLink['confidence'],
  because: string,
): ProxyLink {
  return showsLink(gateway, { confidence, part, because });
}

/** A server that is bound to an address has it at the end of the name. */
function isNamedIn(routeConfig: string | undefined, name: string): boolean {
  return routeConfig === name || routeConfig?.startsWith(`${name}.`) === true;
}

function baseOf(secret: string): string {
  return secret.replace(/-cacert$/, '');
}

/** Of the shared route configuration `http.8080`, or of a listener's address. */
function portOf({ routeConfig = '', address = '' }: Origin): number | undefined {
  const [, port] = /^http\.(\d+)/.exec(routeConfig) ?? /:(\d+)$/.exec(address) ?? [];
  return port === undefined ? undefined : Number(port);
}

function isServed(host: string, { hosts }: GatewayServer): boolean {
  return hosts.some((own) => covers(own, host) || covers(host, own));
}

function withoutPort(domain: string): string {
  return domain.replace(/:\d+$/, '');
}
