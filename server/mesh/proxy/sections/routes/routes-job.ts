import type { RouteRow } from '#lib/contract/proxy-sections.ts';
import type { DumpItem } from '#server/mesh/proxy/dump/dump.ts';
import { type JsonObject, objectAt, objectsAt, textAt, textsAt } from '#server/mesh/proxy/json/json.ts';
import { compareNames } from '#server/mesh/proxy/sections/by-name.ts';
import { configOwner } from '#server/mesh/proxy/sections/config-owner.ts';
import { type ItemFields, itemFields } from '#server/mesh/proxy/sections/item-fields.ts';
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
  const fields = itemFields(item, shiftMs);
  const hosts = objectsAt(item.value, 'virtual_hosts');
  if (hosts.length === 0) return [emptyEntry({ item, fields, path: item.path })];
  return hosts.flatMap((host, index) => {
    const path = `${item.path}.virtual_hosts[${index}]`;
    const named = { host: textAt(host, 'name') ?? '', domains: textsAt(host, 'domains') };
    const place = { item, fields, host: { ...named, shortDomains: routeDomains(named.domains) } };
    const routes = objectsAt(host, 'routes');
    if (routes.length === 0) return [emptyEntry({ ...place, path })];
    return routes.map((route, at) => routeEntry({ ...place, path: `${path}.routes[${at}]` }, route));
  });
}

type Host = { host: string; domains: string[]; shortDomains: string };
type Place = { item: DumpItem; fields: ItemFields; path: string; host?: Host };
const noHost: Host = { host: '', domains: [], shortDomains: '' };

/** istioctl writes `/*` and `404` for a virtual host without routes, and leaves out a configuration without any. */
function emptyEntry({ item, fields, path, host }: Place): Entry {
  const { host: virtualHost, domains, shortDomains } = host ?? noHost;
  return {
    row: {
      ...fields,
      id: host === undefined ? item.name : `${item.name}/${virtualHost}`,
      proofPath: path,
      name: item.name,
      virtualHost,
      domains: shortDomains,
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

function routeEntry({ item, fields, path, host = noHost }: Place, route: JsonObject): Entry {
  const { host: virtualHost, domains, shortDomains } = host;
  const routeName = textAt(route, 'name');
  const condition = objectAt(route, 'match');
  const match = routeMatch(condition);
  return {
    row: {
      ...fields,
      id: `${item.name}/${virtualHost}/${routeName ?? match}`,
      proofPath: path,
      name: item.name,
      virtualHost,
      domains: shortDomains,
      match,
      virtualService: configOwner(route),
      allDomains: domains,
      routeName,
      conditions: routeConditions(condition),
      targets: routeTargets(route),
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
      match: condition,
      operation: textAt(route, 'decorator', 'operation'),
      statPrefix: textAt(route, 'stat_prefix'),
    },
  };
}
