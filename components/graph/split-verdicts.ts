import {
  type CanaryItem,
  type CanarySourceSummary,
  type CanaryStatus,
  canaryStatuses,
  type ShareEstimate,
} from '#lib/contract/canaries.ts';
import type { EdgeSplit } from '#lib/contract/edge-split.ts';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { GraphEdge } from '#lib/contract/graph.ts';

/** What is judged of one weighted rule on an edge. */
export type EdgeVerdict = {
  item: CanaryItem;
  /** The worst of the edge's callers that shows at the versions it leads to; undefined where none was judged. */
  status: CanaryStatus | undefined;
  /** Callers whose requests run over the edge. */
  callers: readonly CanarySourceSummary[];
  /** Those among them that send it another share than configured. */
  mismatching: readonly CanarySourceSummary[];
  /** What was counted of this rule alone, where the edge leads to one version. */
  observed: JudgedShare | undefined;
};

type JudgedShare = Pick<EdgeSplit, 'count' | 'totalCount' | 'observedShare' | 'low' | 'high'>;

/**
 * The verdicts about each edge, by its id: by route, by caller and by version, never by names that look alike. Of several
 * clusters it is the caller's whose rule counts.
 */
export function splitVerdicts(
  edges: readonly GraphEdge[],
  items: readonly CanaryItem[],
  clusterOf?: (nodeId: string) => string | undefined,
): ReadonlyMap<string, readonly EdgeVerdict[]> {
  const itemsOf = Map.groupBy(items, keyOf);
  return new Map(
    edges.flatMap(({ id, split, source }) => {
      const cluster = clusterOf?.(source);
      const found = (split?.canaries ?? []).flatMap((canary) => {
        const named = itemsOf.get(keyOf(canary)) ?? [];
        const item = named.find((one) => one.cluster === undefined || one.cluster === cluster);
        return item === undefined ? [] : [verdictOf(item, canary.versions, split?.callers)];
      });
      return found.length === 0 ? [] : [[id, found] as const];
    }),
  );
}

function verdictOf(
  item: CanaryItem,
  versions: EdgeSplit['canaries'][number]['versions'],
  wanted: EdgeSplit['callers'],
): EdgeVerdict {
  const callers = item.sources.filter(
    ({ namespace, workload }) => wanted === undefined || wanted.includes(`${namespace}/${workload}`),
  );
  const mismatching = callers.filter(
    (caller) =>
      caller.verdict.status === 'mismatch' &&
      versions.some((version) => caller.versions[version]?.isOutside === true),
  );
  return {
    item,
    status: item.unobserved === undefined ? statusOf(callers, mismatching) : 'unobserved',
    callers,
    mismatching,
    observed: observedOf(item, versions, wanted === undefined ? undefined : callers),
  };
}

/** Of the only caller, or of all together; an interval of some of them is nowhere. */
function observedOf(
  item: CanaryItem,
  [version, ...others]: readonly number[],
  callers: readonly CanarySourceSummary[] | undefined,
): JudgedShare | undefined {
  if (version === undefined || others.length > 0) return undefined;
  if (callers === undefined) {
    const all = item.versions[version]?.observed;
    return judgedShare(all, all?.count, item.requestCount);
  }
  const [only, ...more] = callers;
  const own = only?.versions[version];
  if (only === undefined || more.length > 0) return undefined;
  return judgedShare(own?.estimate, own?.count, only.requestCount);
}

/** Undefined where nothing was counted, or nothing observed. */
function judgedShare(
  estimate: ShareEstimate | undefined,
  count: number | undefined,
  totalCount: number | undefined,
): JudgedShare | undefined {
  if (estimate === undefined || count === undefined || totalCount === undefined) return undefined;
  const { share, low, high } = estimate;
  return { count, totalCount, observedShare: share, low, high };
}

/** A caller that only misses other versions says nothing about this edge. */
function statusOf(
  callers: readonly CanarySourceSummary[],
  mismatching: readonly CanarySourceSummary[],
): CanaryStatus | undefined {
  if (mismatching.length > 0) return 'mismatch';
  const statuses = callers.map(({ verdict }) => verdict.status);
  return canaryStatuses.find((status) => status !== 'mismatch' && statuses.includes(status));
}

function keyOf({
  object: { kind, namespace, name },
  route,
}: {
  object: ObjectReference;
  route: string;
}): string {
  return JSON.stringify([kind, namespace, name, route]);
}
