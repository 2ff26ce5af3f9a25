import { formatCount, formatQuantity } from '#lib/format-count.ts';
import type { Split } from '../split.ts';
import type { RouteCounts } from './count-routes.ts';
import type { PinnedSource } from './pinned-source.ts';
import { isOfRule, routeNameOf } from './route-name.ts';

/** Fewer lines tell too little of a share. */
const fewestLines = 30;

/**
 * The share of each version's lines that came by another rule than the split's: by the rules before it, or by calls of the
 * version's own host. Not measured where the names of routes cannot tell that, or too few lines are there. `extent` says
 * of which lines they are: `1 proxy`.
 */
export function measurePinned(
  counts: RouteCounts,
  { split, extent, limit }: { split: Split; extent: string; limit?: string | undefined },
): PinnedSource {
  const { lines } = counts;
  const alike = split.pins.find(({ routeName }) => routeNameOf(routeName) === routeNameOf(split.routeName));
  if (alike !== undefined)
    return unmeasured(
      split,
      `access logs call the rule at ${alike.path} and the split alike (${routeNameOf(split.routeName)})`,
      lines,
    );
  if (lines === 0) return unmeasured(split, `no access-log line of ${extent} is of these hosts`, lines);
  if (!counts.namesRoutes)
    return unmeasured(split, `the access log of ${extent} does not name routes`, lines);
  if (lines < fewestLines)
    return unmeasured(
      split,
      `only ${formatQuantity(lines, 'access-log line')} of ${extent} ${lines === 1 ? 'is' : 'are'} of these hosts, fewer than ${fewestLines}`,
      lines,
    );
  return measured(counts, { split, extent, limit });
}

export function unmeasured({ versions }: Pick<Split, 'versions'>, why: string, lines = 0): PinnedSource {
  return { isMeasured: false, lines, pinnedShares: versions.map(() => 0), why };
}

function measured(
  { lines, byVersion }: RouteCounts,
  { split, extent, limit }: { split: Split; extent: string; limit?: string | undefined },
): PinnedSource {
  const foreign = new Map<string, number>();
  const linesByVersion = byVersion.map((names) => [...names.values()].reduce((sum, count) => sum + count, 0));
  const pinnedShares = byVersion.map((names, version) => {
    let other = 0;
    for (const [name, count] of names) {
      if (isOfRule(name, split.routeName)) continue;
      other += count;
      foreign.set(name, (foreign.get(name) ?? 0) + count);
    }
    const all = linesByVersion[version] ?? 0;
    return all === 0 ? 0 : other / all;
  });
  const others = [...foreign].sort(([, one], [, other]) => other - one);
  const otherLines = others.reduce((sum, [, count]) => sum + count, 0);
  const isKnown = others.every(([name]) => split.pins.some(({ routeName }) => isOfRule(name, routeName)));
  const own = routeNameOf(split.routeName);
  // A proxy that is behind, or a name that was not foreseen: taking all away would be wrong.
  if (otherLines === lines && !isKnown)
    return unmeasured(
      split,
      `no access-log line of ${extent} came by route ${own}, all by ${wordsOf(others)}`,
      lines,
    );
  const found =
    otherLines === 0
      ? `all ${formatCount(lines)} access-log lines of ${extent} came by route ${own}`
      : `of ${formatCount(lines)} access-log lines of ${extent}, ${wordsOf(others)}`;
  const why = limit === undefined ? found : `${found} (${limit})`;
  return { isMeasured: true, lines, pinnedShares, linesByVersion, why };
}

const namesShown = 3;

/** `10 came by route jason, 3 by default`. */
function wordsOf(others: readonly (readonly [string, number])[]): string {
  const shown = others.slice(0, namesShown).map(([name, count]) => `${formatCount(count)} by route ${name}`);
  const more = others.length - shown.length;
  return [...shown, ...(more > 0 ? [`others by ${formatQuantity(more, 'more route')}`] : [])].join(', ');
}
