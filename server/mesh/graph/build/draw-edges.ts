import { addSplit } from './add-split.ts';
import { addFlow, type EdgeTally, emptyEdge, settleEdge } from './edge-tally.ts';
import type { NodeSeed } from './node-seed.ts';
import type { PlacedFlow } from './placed-flow.ts';
import type { RouteFolding } from './route-folding.ts';
import type { SplitGroup } from './split-shares.ts';
import { whoReports } from './who-reports.ts';

type DrawOptions = {
  drawnServices: ReadonlySet<string>;
  folding: RouteFolding;
  withoutHosts: boolean;
  byOperation: boolean;
  /** Seconds over which a flow's increases are averaged. */
  secondsOf(placed: PlacedFlow): number;
};

export type Drawing = {
  seeds: ReadonlyMap<string, NodeSeed>;
  /** The hosts asked for, by node: of nodes that stand for more than one name. */
  hosts: ReadonlyMap<string, ReadonlySet<string>>;
  edges: readonly EdgeTally[];
  splitGroups: ReadonlyMap<string, SplitGroup>;
};

const nodesWithHosts: ReadonlySet<string> = new Set(['passthrough', 'blackHole', 'serviceEntry']);

/** Lays every flow over the edges between its nodes: caller, service where it is drawn, workload. */
export function drawEdges(placed: readonly PlacedFlow[], options: DrawOptions): Drawing {
  const seeds = new Map<string, NodeSeed>();
  const hosts = new Map<string, Set<string>>();
  const edges = new Map<string, EdgeTally>();
  const splitGroups = new Map<string, SplitGroup>();
  const reports = whoReports(placed, options.folding);

  for (const one of placed) {
    const { flow } = one;
    const seconds = options.secondsOf(one);
    const isUnsent = reports.isUnsent(one);
    const couldBothSee = reports.couldBothSee(one);
    for (const { operation, nodes } of pathsOf(one, options)) {
      for (const seed of nodes) {
        if (!seeds.has(seed.id)) seeds.set(seed.id, seed);
        if (nodesWithHosts.has(seed.kind)) addHosts(hosts, seed.id, one);
      }
      const { protocol } = flow;
      const { withoutHosts } = options;
      const part = { protocol, seconds, operation, withoutHosts, isUnsent, couldBothSee };
      const legs: EdgeTally[] = [];
      let source: NodeSeed | undefined;
      for (const target of nodes) {
        if (source !== undefined) {
          const edge = edgeBetween(edges, { source: source.id, target: target.id, protocol });
          addFlow(edge, flow, part);
          legs.push(edge);
        }
        source = target;
      }
      // No route chose where these went.
      if (!isUnsent) addSplit({ one, operation, legs, seconds, splitGroups, folding: options.folding });
    }
  }
  for (const edge of edges.values()) settleEdge(edge);
  return { seeds, hosts, edges: [...edges.values()], splitGroups };
}

function edgeBetween(
  edges: Map<string, EdgeTally>,
  ends: Pick<EdgeTally, 'source' | 'target' | 'protocol'>,
): EdgeTally {
  const id = `${ends.source}|${ends.target}|${ends.protocol}`;
  let edge = edges.get(id);
  if (edge === undefined) {
    edge = emptyEdge({ id, ...ends });
    edges.set(id, edge);
  }
  return edge;
}

type Path = { operation: string | undefined; nodes: readonly NodeSeed[] };

/** One path, or one for each operation where the receiver classifies its requests. */
function pathsOf({ flow, source, through, target }: PlacedFlow, options: DrawOptions): Path[] {
  const between = through !== undefined && options.drawnServices.has(through.id) ? [through] : [];
  if (!options.byOperation) return [{ operation: undefined, nodes: [source, ...between, target] }];
  const view = flow.views[flow.chosen];
  const operations = [
    ...new Set([...(view?.responses.values() ?? [])].map(({ operation }) => operation)),
  ].sort();
  if (operations.every((operation) => operation === ''))
    return [{ operation: undefined, nodes: [source, ...between, target] }];
  return operations.map((operation) => ({
    operation,
    nodes:
      operation === ''
        ? [source, ...between, target]
        : [source, operationNode(through ?? target, operation), ...between, target],
  }));
}

function operationNode(owner: NodeSeed, operation: string): NodeSeed {
  const { cluster, namespace = 'unknown' } = owner;
  return {
    id: `operation:${cluster}/${namespace}/${owner.name}/${operation}`,
    kind: 'operation',
    cluster,
    namespace,
    name: operation,
    service: owner.service,
  };
}

function addHosts(hosts: Map<string, Set<string>>, id: string, { flow }: PlacedFlow): void {
  const known = hosts.get(id) ?? new Set();
  hosts.set(id, known);
  for (const view of [flow.views.source, flow.views.destination, flow.views.waypoint])
    for (const { host } of view?.responses.values() ?? []) if (host !== '') known.add(host);
}
