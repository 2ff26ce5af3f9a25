import type { FlowView } from '../flows/flow.ts';
import type { RouteFact } from '../route-facts.ts';
import { addFlow, type EdgeTally, emptyEdge, settleEdge } from './edge-tally.ts';
import type { NodeSeed } from './node-seed.ts';
import type { PlacedFlow } from './placed-flow.ts';
import type { RouteFolding } from './route-folding.ts';
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
  routeByGroup: ReadonlyMap<string, RouteFact | undefined>;
};

const nodesWithHosts: ReadonlySet<string> = new Set(['passthrough', 'blackHole', 'serviceEntry']);

/** Lays every flow over the edges between its nodes: caller, service where it is drawn, workload. */
export function drawEdges(placed: readonly PlacedFlow[], options: DrawOptions): Drawing {
  const seeds = new Map<string, NodeSeed>();
  const hosts = new Map<string, Set<string>>();
  const edges = new Map<string, EdgeTally>();
  const routeByGroup = new Map<string, RouteFact | undefined>();
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
      if (!isUnsent) addSplit({ one, operation, legs, seconds, routeByGroup, folding: options.folding });
    }
  }
  for (const edge of edges.values()) settleEdge(edge);
  return { seeds, hosts, edges: [...edges.values()], routeByGroup };
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

type SplitPart = {
  one: PlacedFlow;
  operation: string | undefined;
  legs: readonly EdgeTally[];
  seconds: number;
  routeByGroup: Map<string, RouteFact | undefined>;
  folding: RouteFolding;
};

/**
 * A gateway's route splits on the way out of the gateway; a route of the mesh, or a service with several workloads, on
 * the way into the workloads. Requests that reached no workload were not split at all.
 */
function addSplit({ one, operation, legs, seconds, routeByGroup, folding }: SplitPart): void {
  const { flow, through, target, reachedWorkload } = one;
  if (!reachedWorkload) return;
  const service = `${flow.addressed.namespace}/${flow.addressed.name}`;
  const gatewayRoute = folding.gatewayRouteOf(`${flow.source.namespace}/${flow.source.workload}`, service);
  const isGatewaySplit =
    gatewayRoute?.backends.some((backend) => backend.service === service && backend.isSplit) === true;
  const meshRoute = folding.meshRouteOf(service);
  const leg = isGatewaySplit ? legs[0] : legs.at(-1);
  if (leg === undefined || (through === undefined && !isGatewaySplit)) return;
  const route = isGatewaySplit ? gatewayRoute : meshRoute;
  const group = isGatewaySplit
    ? `${gatewayRoute.kind}/${gatewayRoute.namespace}/${gatewayRoute.name}`
    : (through?.id ?? target.id);
  routeByGroup.set(group, route);
  const amount = amountOf(flow.views[flow.chosen], operation) / seconds;
  leg.splitGroups ??= new Map();
  leg.splitGroups.set(group, (leg.splitGroups.get(group) ?? 0) + amount);
}

function amountOf(view: FlowView | undefined, operation: string | undefined): number {
  if (operation === undefined) return view?.totals.requests ?? view?.totals.connectionsOpened ?? 0;
  let amount = 0;
  for (const response of view?.responses.values() ?? [])
    if (response.operation === operation) amount += response.count;
  return amount;
}
