import type { RouteRow } from '#lib/contract/proxy-sections.ts';
import type { DumpItem, ProxyDump } from '#server/mesh/proxy/dump/dump.ts';
import { flagAt, objectAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';
import { parseClusterName } from '#server/mesh/proxy/links/cluster-name.ts';
import { terminalFilter } from '#server/mesh/proxy/sections/listeners/network-filters.ts';
import { routesJob } from '#server/mesh/proxy/sections/routes/routes-job.ts';
import { isServing } from './served-hosts.ts';
import type { SplitRow, SplitRows, SplitRowsParameters } from './split-row.ts';

/**
 * The routes of the virtual hosts that serve the split or lead to its versions, whole: which rule a route was made from is
 * told by its place among its neighbours.
 */
export function routeRows(dump: ProxyDump, parameters: SplitRowsParameters): SplitRows {
  const items = [...dump.items.routes, ...inlineConfigs(dump)];
  const { rows, origins } = routesJob.rowsOf(
    { ...dump, items: { ...dump.items, routes: items } },
    parameters,
  );
  const sticky = stickyPaths(items);
  const entries = rows.map((row, index) => ({ row, origin: origins[index] ?? {} }));
  const wanted = new Set(
    entries.filter(({ row }) => isWanted(row, parameters)).map(({ row }) => hostKey(row)),
  );
  const kept = entries.filter(({ row }) => wanted.has(hostKey(row)));
  return {
    rows: kept.map(({ row }) => splitRow(row, { isSticky: sticky.has(row.proofPath), parameters })),
    origins: kept.map(({ origin }) => origin),
  };
}

type Row = Omit<RouteRow, 'links'>;

function hostKey({ name, virtualHost, proofPath }: Row): string {
  // Several inline configurations may have no name.
  return [name, virtualHost, proofPath.replace(/\.virtual_hosts\[.*$/, '')].join(' ');
}

function isWanted(row: Row, { servedHosts, versionHosts }: SplitRowsParameters): boolean {
  return (
    isServing({ routeConfig: row.name, domains: row.allDomains }, servedHosts) ||
    row.targets.some(({ cluster }) => versionHosts.includes(parseClusterName(cluster)?.host ?? ''))
  );
}

function splitRow(
  row: Row,
  { isSticky, parameters }: { isSticky: boolean; parameters: SplitRowsParameters },
): SplitRow {
  const { id, name, virtualHost, routeName, match, conditions, state, proofPath, lastUpdated, targets } = row;
  return {
    id,
    place: [name, virtualHost, routeName ?? match].filter((text) => text !== '').join(' / '),
    match: [match, ...conditions].filter((text) => text !== '').join(', '),
    routeName,
    state,
    proofPath,
    lastUpdated,
    targets,
    isSticky,
    isServing: isServing({ routeConfig: name, domains: row.allDomains }, parameters.servedHosts),
  };
}

/**
 * Route configurations that stand inside of listeners, as a waypoint's do. Envoy lists them among its routes, istiod does
 * not.
 */
function inlineConfigs({ items }: ProxyDump): DumpItem[] {
  return items.listeners.flatMap((item) =>
    objectsAt(item.value, 'filter_chains').flatMap((chain, index): DumpItem[] => {
      const value = objectAt(terminalFilter(chain)?.config, 'route_config');
      if (value === undefined) return [];
      const path = `${item.path}.filter_chains[${index}]`;
      return [{ ...item, name: textAt(value, 'name') ?? '', value, path }];
    }),
  );
}

/** Where routes stand that choose among their clusters by hash or header. Source: Envoy's `WeightedCluster`. */
function stickyPaths(items: readonly DumpItem[]): Set<string> {
  const paths = items.flatMap(({ value, path }) =>
    objectsAt(value, 'virtual_hosts').flatMap((host, hostIndex) =>
      objectsAt(host, 'routes').flatMap((route, index) => {
        const weighted = objectAt(route, 'route', 'weighted_clusters');
        const isSticky =
          flagAt(weighted, 'use_hash_policy') || (textAt(weighted, 'header_name') ?? '') !== '';
        return isSticky ? [`${path}.virtual_hosts[${hostIndex}].routes[${index}]`] : [];
      }),
    ),
  );
  return new Set(paths);
}
