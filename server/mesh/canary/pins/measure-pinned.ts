import { formatCount, formatQuantity } from '#lib/format-count.ts';
import { isOfConnections } from '../of-connections.ts';
import { pinsOfCaller } from '../pins-of-caller.ts';
import type { SourceName } from '../source-proxies.ts';
import type { Split } from '../split.ts';
import type { RouteCounts } from './count-routes.ts';
import type { PinnedSource } from './pinned-source.ts';
import { isOfRule, routeNameOf } from './route-name.ts';

/** Fewer lines tell too little of a share. */
const fewestLines = 30;

type Asked = {
  split: Split;
  /** Whose lines they are. */
  caller: SourceName;
  /** Of what: `1 proxy`, `2 of 5 proxies`. */
  extent: string;
  /** Where they are not all of the time asked: which they are. */
  limit?: string | undefined;
};

/**
 * The share of each version's lines that came by another rule than the split's: by the rules before it, or by calls of the
 * version's own host. Not measured where the names of routes cannot tell that, or too few lines are there.
 */
export function measurePinned(counts: RouteCounts, { split, extent, caller, limit }: Asked): PinnedSource {
  const because = whyUnmeasured(counts, { split, extent, caller });
  if (because === undefined) return measured(counts, { split, extent, caller, limit });
  return { ...unmeasured(split, because), lines: counts.lines, directLines: counts.directLines };
}

function whyUnmeasured(
  { lines, directLines, byVersion, namesRoutes }: RouteCounts,
  { split, extent, caller }: Asked,
): string | undefined {
  if (isOfConnections(split)) return 'access logs of connections name no route';
  const own = routeNameOf(split.routeName);
  const alike = pinsOfCaller(split, caller).find(({ routeName }) => routeNameOf(routeName) === own);
  if (alike !== undefined) return `access logs call the rule at ${alike.path} and the split alike (${own})`;
  if (lines === 0) return `no access-log line of ${extent} is of these hosts`;
  if (!namesRoutes) return `the access log of ${extent} does not name routes`;
  if (lines < fewestLines) {
    const direct = directLines === lines ? ', and all of them name a version’s own Service' : '';
    return `only ${formatQuantity(lines, 'access-log line')} of ${extent} ${lines === 1 ? 'is' : 'are'} of these hosts, fewer than ${fewestLines}${direct}`;
  }
  // A proxy that is behind, or a name that was not foreseen: taking all away would be wrong.
  const names = new Set(byVersion.flatMap((counts) => [...counts.keys()]));
  const isKnown = [...names].some((name) =>
    [split, ...split.pins].some(({ routeName }) => isOfRule(name, routeName)),
  );
  if (isKnown || directLines === lines) return undefined;
  return `no access-log line of ${extent} came by route ${own}, but by ${[...names].slice(0, namesShown).join(', ')}`;
}

export function unmeasured({ versions }: Pick<Split, 'versions'>, why: string): PinnedSource {
  return { isMeasured: false, lines: 0, pinnedShares: versions.map(() => 0), why };
}

function measured(
  { lines, directLines, byVersion }: RouteCounts,
  { split, extent, limit }: Asked,
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
  const found =
    foreign.size === 0
      ? `all ${formatCount(lines)} access-log lines of ${extent} came by route ${routeNameOf(split.routeName)}`
      : `of ${formatCount(lines)} access-log lines of ${extent}, ${wordsOf(foreign)}`;
  const why = limit === undefined ? found : `${found} (${limit})`;
  return { isMeasured: true, lines, pinnedShares, linesByVersion, directLines, why };
}

const namesShown = 3;

/** `10 by route jason, 3 by route default`. */
function wordsOf(foreign: ReadonlyMap<string, number>): string {
  const others = [...foreign].sort(([, one], [, other]) => other - one);
  const shown = others.slice(0, namesShown).map(([name, count]) => `${formatCount(count)} by route ${name}`);
  const more = others.length - shown.length;
  return [...shown, ...(more > 0 ? [`others by ${formatQuantity(more, 'more route')}`] : [])].join(', ');
}
