import type { CompareGraphQuery, GraphComparison } from '#lib/contract/compare-graph.ts';
import type { Answer, Warning } from '#lib/contract/envelope.ts';
import type { Graph } from '#lib/contract/graph.ts';
import { type LoadedSides, loadSides } from '#server/mesh/compare/load-sides.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { compareTwoGraphs } from './compare-two-graphs.ts';
import { inCluster } from './in-cluster.ts';
import { marginSentences } from './margins.ts';
import { sharedWindow } from './shared-window.ts';

/**
 * What changed in the graph since the earlier snapshot. Each graph ends where its own side's clock stands; both windows
 * are of the same length.
 * @throws ViglaError as `loadSides` and `loadGraph` do
 */
export async function loadGraphComparison(
  query: CompareGraphQuery,
  context: LoadContext,
): Promise<Answer<GraphComparison>> {
  const loaded = await loadSides(query.namespaces, context);
  const { before, after, told } = loaded;
  const { windowSeconds, warnings } = sharedWindow(query.range, {
    before: { ...before.context, scope: before.context.sources.scope },
    after: { ...after.context, scope: after.context.sources.scope },
  });
  const [was, is] = await Promise.all([
    loadSide('before', { query: { ...query, range: windowSeconds }, loaded }),
    loadSide('after', { query: { ...query, range: windowSeconds }, loaded }),
  ]);
  const renamed = inCluster(was.data, { from: told.before.cluster, to: told.after.cluster });
  const unread = [...before.snapshot.unread, ...after.snapshot.unread];
  const compared = compareTwoGraphs(
    { earlier: renamed, later: is.data },
    { knowsObjects: unread.length === 0 },
  );
  return {
    data: { sides: told, windowSeconds, ...compared, rules: [...marginSentences] },
    warnings: [
      ...loaded.warnings,
      ...warnings,
      ...summedWarnings(was.data, is.data),
      ...objectWarnings(unread.map(({ kind }) => kind)),
      ...was.warnings.map((warning) => ({ ...warning, message: `Before: ${warning.message}` })),
      ...is.warnings,
    ],
  };
}

type Asked = { query: CompareGraphQuery; loaded: LoadedSides };

async function loadSide(side: 'before' | 'after', { query, loaded }: Asked): Promise<Answer<Graph>> {
  const { context } = loaded[side];
  const namespaces = knownTo(side, loaded);
  if (namespaces !== '*' && namespaces.length === 0)
    return { data: emptyGraph(context.nowSeconds, query.range), warnings: [] };
  return loadGraph(
    {
      namespaces: namespaces === '*' ? '*' : [...namespaces],
      range: query.range,
      at: 'now',
      type: query.type,
      // Whether a service is drawn where it routes depends on what happens: the same edges stand for the same traffic.
      serviceNodes: 'false',
      // A node without traffic is still there; only what exists no more shall count as gone.
      idle: true,
      operations: false,
      include: query.latency ? ['latency'] : [],
      tcp: 'sent',
      depth: 1,
      foldRoutes: true,
    },
    context,
  );
}

/** A namespace that only one side has is nothing on the other; one that neither has is left to the graph to refuse. */
function knownTo(side: 'before' | 'after', { namespaces, ...sides }: LoadedSides): '*' | readonly string[] {
  if (namespaces === '*') return '*';
  const own = namesOf(sides[side]);
  const others = namesOf(sides[side === 'before' ? 'after' : 'before']);
  return namespaces.filter((name) => own === undefined || own.has(name) || others?.has(name) !== true);
}

/** Undefined where namespaces could not be read: then any may be one. */
function namesOf({ snapshot: { objects, unread } }: LoadedSides['before']): ReadonlySet<string> | undefined {
  if (unread.some(({ kind }) => kind === 'Namespace')) return undefined;
  return new Set(objects.Namespace.map(({ metadata }) => metadata.name));
}

function emptyGraph(endSeconds: number, rangeSeconds: number): Graph {
  const [from, to] = [endSeconds - rangeSeconds, endSeconds].map((seconds) => new Date(seconds * 1000));
  return {
    window: { from: from?.toISOString() ?? '', to: to?.toISOString() ?? '' },
    nodes: [],
    edges: [],
    boxes: [],
    quality: [],
    hidden: { idle: 0 },
  };
}

function objectWarnings(unread: readonly string[]): Warning[] {
  if (unread.length === 0) return [];
  const kinds = [...new Set(unread)].join(', ');
  const message = `One side could not read ${kinds}: badges, pods, mesh membership and nodes without traffic are not compared.`;
  return [{ code: 'objects_missing', source: 'kubernetes', message }];
}

function summedWarnings(before: Graph, after: Graph): Warning[] {
  if ((before.summed === undefined) === (after.summed === undefined)) return [];
  const side = before.summed === undefined ? 'The later' : 'The earlier';
  const message = `${side} graph alone is so large that it is summed by namespace: choose fewer namespaces to compare them.`;
  return [{ code: 'summed_differently', source: 'vigla', message }];
}
