import type { AccessLog } from '#lib/contract/logs.ts';
import { parseJsonAccessLog } from '#server/mesh/logs/access-log/parse-json.ts';
import { parseTextAccessLog } from '#server/mesh/logs/access-log/parse-text.ts';
import { isOfRoutedService } from '../routed-service.ts';
import type { Split } from '../split.ts';
import { versionOfCluster } from '../version-of-cluster.ts';
import { routeNameOf } from './route-name.ts';

/** Lines of requests that reached one of a split's versions. */
export type RouteCounts = {
  lines: number;
  /** By version, by the name of the route: how many. */
  byVersion: readonly ReadonlyMap<string, number>[];
  /** Of these, those that named a version's own Service in place of the host that the split is for. */
  directLines: number;
  /** Some line, of these hosts or of others, names its route: the log's format has it. */
  namesRoutes: boolean;
};

/** A log without a single name among so many lines has no such column. */
const linesLookedAt = 50;

/**
 * Counts the lines of a caller's proxy by version and route. Lines that lead elsewhere, that no host was found for and
 * that are no access lines are passed over; most of a log is not even taken apart.
 */
export function countRoutes(
  texts: readonly string[],
  split: Pick<Split, 'versions' | 'services'>,
): RouteCounts {
  const hosts = [...new Set(split.versions.map(({ host }) => host))];
  const versionOf = versionOfCluster(split.versions);
  const direct = ownNames(split);
  const byVersion = split.versions.map(() => new Map<string, number>());
  let lines = 0;
  let directLines = 0;
  let namesRoutes = false;
  let lookedAt = 0;
  for (const text of texts) {
    const isOfHosts = hosts.some((host) => text.includes(host));
    if (!isOfHosts && (namesRoutes || lookedAt >= linesLookedAt)) continue;
    const access = parseTextAccessLog(text) ?? parseJsonAccessLog(text);
    if (access === undefined) continue;
    if (access.routeName !== undefined) namesRoutes = true;
    if (!isOfHosts) lookedAt += 1;
    const version = reached(access, versionOf);
    const counts = version === undefined ? undefined : byVersion[version];
    if (counts === undefined) continue;
    const name = routeNameOf(access.routeName);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    lines += 1;
    if (direct.has(hostOf(access.authority))) directLines += 1;
  }
  return { lines, directLines, byVersion, namesRoutes };
}

function reached(
  { upstreamCluster, upstreamHost }: AccessLog,
  versionOf: (cluster: string) => number | undefined,
): number | undefined {
  return upstreamCluster === undefined || upstreamHost === undefined ? undefined : versionOf(upstreamCluster);
}

/** How callers name the Services of versions that are not the split's own host. */
function ownNames(split: Pick<Split, 'versions' | 'services'>): Set<string> {
  return new Set(
    split.versions.flatMap(({ service, host }) => {
      if (service === undefined || isOfRoutedService({ service }, split)) return [];
      const { namespace, name } = service;
      return [name, `${name}.${namespace}`, `${name}.${namespace}.svc`, host];
    }),
  );
}

function hostOf(authority = ''): string {
  return authority.replace(/:\d+$/, '');
}

/** The counts of several proxies as one. */
export function sumRoutes(
  counts: readonly RouteCounts[],
  { versions }: Pick<Split, 'versions'>,
): RouteCounts {
  const byVersion = versions.map((_, index) => {
    const sums = new Map<string, number>();
    for (const one of counts)
      for (const [name, count] of one.byVersion[index] ?? []) sums.set(name, (sums.get(name) ?? 0) + count);
    return sums;
  });
  return {
    lines: counts.reduce((sum, { lines }) => sum + lines, 0),
    directLines: counts.reduce((sum, { directLines }) => sum + directLines, 0),
    byVersion,
    namesRoutes: counts.some(({ namesRoutes }) => namesRoutes),
  };
}
