import type { RouteRow } from '#lib/contract/proxy-sections.ts';
import type { DumpItem } from '#server/mesh/proxy/dump/dump.ts';
import { type JsonObject, objectAt, objectsAt, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';
import { compareNames } from '#server/mesh/proxy/sections/by-name.ts';
import { configOwner } from '#server/mesh/proxy/sections/config-owner.ts';
import { itemFields } from '#server/mesh/proxy/sections/item-fields.ts';
import { type SectionEntry, sectionJob } from '#server/mesh/proxy/sections/section-job.ts';
import { routeActions } from './route-actions.ts';
import { routeConditions } from './route-conditions.ts';
import { routeDomains } from './route-domains.ts';
import { routeMatch } from './route-match.ts';
import { clustersOfRoute, routeTargets } from './route-targets.ts';

/** One row a route, in the order in which Envoy tries them; virtual hosts and configurations without any have a row, too. */
export const routesJob = sectionJob<RouteRow>({
  name: 'section-routes',
  reads: ['routes'],
  entriesOf: ({ items }, { shiftMs }) => ({
    entries: items.routes
      .toSorted((one, other) => compareNames(one.name, other.name))
      .flatMap((item) => entriesOfConfig(item, shiftMs)),
  }),
});

type Entry = SectionEntry<RouteRow>;

function entriesOfConfig(item: DumpItem, shiftMs: number): Entry[] {
  const hosts = objectsAt(item.value, 'virtual_hosts');
  if (hosts.length === 0) return [emptyEntry({ item, shiftMs })];
  return hosts.flatMap((host, index) => {
    const routes = objectsAt(host, 'routes');
    const inside = `.virtual_hosts[${index}]`;
    if (routes.length === 0) return [emptyEntry({ item, shiftMs, host, inside })];
    return routes.map((route, at) =>
      routeEntry({ item, shiftMs, host, route, inside: `${inside}.routes[${at}]` }),
    );
  });
}

type Place = { item: DumpItem; shiftMs: number; inside?: string; host?: JsonObject };

/** istioctl writes `/*` and `404` for a virtual host without routes, and leaves out a configuration without any. */
function emptyEntry({ item, shiftMs, inside, host }: Place): Entry {
  const domains = textsAt(host, 'domains');
  const virtualHost = textAt(host, 'name') ?? '';
  return {
    row: {
      id: host === undefined ? item.name : `${item.name}/${virtualHost}`,
      ...itemFields({ item, shiftMs, inside }),
      name: item.name,
      virtualHost,
      domains: routeDomains(domains),
      match: host === undefined ? '' : '/*',
      virtualService: host === undefined ? '' : '404',
      allDomains: domains,
      conditions: [],
      targets: [],
      actions: [host === undefined ? 'has no virtual hosts' : 'has no routes: every request gets 404'],
      isHiddenByIstioctl: host === undefined || item.state === 'rejected',
    },
    origin: { routeConfig: item.name, ...(host && { virtualHost, domains }) },
  };
}

function routeEntry({ item, shiftMs, inside, host, route }: Place & { route: JsonObject }): Entry {
  const domains = textsAt(host, 'domains');
  const virtualHost = textAt(host, 'name') ?? '';
  const routeName = textAt(route, 'name');
  const targets = routeTargets(route);
  const match = routeMatch(objectAt(route, 'match'));
  return {
    row: {
      id: `${item.name}/${virtualHost}/${routeName ?? match}`,
      ...itemFields({ item, shiftMs, inside }),
      name: item.name,
      virtualHost,
      domains: routeDomains(domains),
      match,
      virtualService: configOwner(route),
      allDomains: domains,
      routeName,
      conditions: routeConditions(objectAt(route, 'match')),
      targets,
      actions: routeActions(route),
      isHiddenByIstioctl:
        item.state === 'rejected' || textAt(route, 'route', 'cluster') === 'PassthroughCluster',
    },
    origin: {
      istio: objectAt(route, 'metadata', 'filter_metadata', 'istio'),
      clusters: clustersOfRoute(route),
      routeConfig: item.name,
      virtualHost,
      domains,
      routeName,
      match: objectAt(route, 'match'),
      operation: textAt(route, 'decorator', 'operation'),
      statPrefix: textAt(route, 'stat_prefix'),
    },
  };
}
