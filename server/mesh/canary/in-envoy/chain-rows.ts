import type { DumpItem, ProxyDump } from '#server/mesh/proxy/dump/dump.ts';
import { objectAt, objectsAt } from '#server/mesh/proxy/json/json.ts';
import { parseClusterName } from '#server/mesh/proxy/links/cluster-name.ts';
import { listenersJob } from '#server/mesh/proxy/sections/listeners/listeners-job.ts';
import { terminalFilter } from '#server/mesh/proxy/sections/listeners/network-filters.ts';
import { routeTargets } from '#server/mesh/proxy/sections/routes/route-targets.ts';
import type { RouteTarget } from './route-shares.ts';
import type { SplitRows, SplitRowsParameters } from './split-row.ts';

/** The filter chains that lead connections to the hosts of the split or to its versions. */
export function chainRows(dump: ProxyDump, parameters: SplitRowsParameters): SplitRows {
  const { rows, origins } = listenersJob.rowsOf(dump, parameters);
  const targetsAt = targetsByPath(dump.items.listeners);
  const hosts = [...parameters.servedHosts, ...parameters.versionHosts];
  const entries = rows.flatMap((row, index) => {
    const targets = targetsAt.get(row.proofPath) ?? [];
    const leadsThere = targets.some(({ cluster }) => hosts.includes(parseClusterName(cluster)?.host ?? ''));
    if (!leadsThere) return [];
    const { id, name, chain, match, state, proofPath, lastUpdated } = row;
    const place = [name, chain ?? match].filter((text) => text !== '').join(' / ');
    const found = {
      id,
      place,
      match,
      state,
      proofPath,
      lastUpdated,
      targets,
      isSticky: false,
      isServing: true,
    };
    return [{ row: found, origin: origins[index] ?? {} }];
  });
  return { rows: entries.map(({ row }) => row), origins: entries.map(({ origin }) => origin) };
}

/** Of each chain that ends in a TCP proxy, its clusters: Envoy names them there as in the action of a route. */
function targetsByPath(items: readonly DumpItem[]): Map<string, RouteTarget[]> {
  const targets = new Map<string, RouteTarget[]>();
  for (const { value, path } of items) {
    const last = objectAt(value, 'default_filter_chain');
    const chains = [
      ...objectsAt(value, 'filter_chains').map((chain, index) => ({ chain, at: `.filter_chains[${index}]` })),
      ...(last === undefined ? [] : [{ chain: last, at: '.default_filter_chain' }]),
    ];
    for (const { chain, at } of chains) {
      const filter = terminalFilter(chain);
      if (filter?.kind === 'tcp') targets.set(`${path}${at}`, routeTargets({ route: filter.config }));
    }
  }
  return targets;
}
