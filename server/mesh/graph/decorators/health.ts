import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { Health } from '#lib/contract/health.ts';
import { hostsOfEdge } from '#lib/graph/edge-hosts.ts';
import { ownReporter } from '#lib/graph/own-reporter.ts';
import { isUnsentEdge } from '#lib/graph/unsent-edge.ts';
import { judgeAvailability, withAvailability } from '#server/mesh/health/judge-availability.ts';
import { judgeHealth, type TrafficFigures } from '#server/mesh/health/judge-health.ts';
import type { Direction } from '#server/mesh/health/judge-rates.ts';
import { mergeHealth, worseStatus } from '#server/mesh/health/merge-health.ts';
import { defaultThresholds, type Thresholds } from '#server/mesh/health/thresholds.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { type Decorator, isOwn } from '../decorator.ts';
import { displayName } from './display-name.ts';
import { workloadsOfNode } from './node-subjects.ts';
import { requestEvidence } from './series-evidence.ts';
import { clusterMatchers, edgeMatchers, sourceMatchers, targetMatchers } from './telemetry-matchers.ts';
import { type CountedBy, faultsOfEdges, ratesOfEdges, responsesOf } from './traffic-figures.ts';

/** Kinds whose own calls count: the others only pass on what reached them. */
const callers: ReadonlySet<GraphNode['kind']> = new Set(['workload', 'application', 'namespace']);

/**
 * Health of edges and nodes from the picture's own window. An edge is as bad as the worse of its two reporters; a node
 * as what arrives at it, what it calls, and the pods behind it.
 */
export const health: Decorator = {
  decorate(draft, facts) {
    const nodes = new Map(draft.nodes.map((node) => [node.id, node]));
    const inbound = Map.groupBy(draft.edges, ({ target }) => target);
    const sent = draft.edges.filter((edge) => !isUnsentEdge(edge));
    const outbound = Map.groupBy(sent, ({ source }) => source);
    const inventory = inventoryOf(facts.objects, facts.rootNamespace);
    const judge = judgeWith(facts.windowSeconds);
    const toleratedOf = (node: GraphNode | undefined): Thresholds =>
      node === undefined ? defaultThresholds : (facts.tolerances?.of(node) ?? defaultThresholds);
    // What is asked of a service is for the service to tolerate; only then for whoever asked.
    const toleratedOnEdge = ({ source, target }: GraphEdge): Tolerated => {
      const wanted = toleratedOf(nodes.get(target));
      return wanted === defaultThresholds
        ? { thresholds: toleratedOf(nodes.get(source)), direction: 'outbound' }
        : { thresholds: wanted, direction: 'inbound' };
    };

    const isJudgedHere = ({ target }: GraphEdge): boolean => {
      const node = nodes.get(target);
      return node === undefined || isOwn(node, facts);
    };
    const inCluster = (side: 'source' | 'destination', node: GraphNode) =>
      facts.clusters === undefined ? [] : clusterMatchers(side, node);

    const healthOfEdge = (edge: GraphEdge): Health => {
      const source = nodes.get(edge.source);
      const target = nodes.get(edge.target);
      if (edge.isIdle === true || source === undefined || target === undefined)
        return { status: 'idle', reasons: [] };
      const subject = `from ${displayName(source)} to ${displayName(target)}`;
      return judge([edge], {
        ...toleratedOnEdge(edge),
        subject,
        p95Ms: edge.responseTimeMs?.p95,
        seenBy: proxiesOf(target),
        matchers: () => [
          ...edgeMatchers(edge, { source, target }),
          ...inCluster('source', source),
          ...inCluster('destination', target),
        ],
      });
    };

    const p95Of = (node: GraphNode, [only, ...others]: readonly GraphEdge[]): number | undefined =>
      facts.p95Ms?.(node) ?? (others.length === 0 ? only?.responseTimeMs?.p95 : undefined);

    const healthOfNode = (node: GraphNode): Health => {
      if (node.kind === 'unknown') return { status: 'unknown', reasons: [] };
      const arriving = inbound.get(node.id) ?? [];
      const leaving = callers.has(node.kind) ? (outbound.get(node.id) ?? []) : [];
      const name = displayName(node);
      const tolerated = toleratedOf(node);
      const traffic = [
        ...(arriving.length === 0
          ? []
          : [
              judge(arriving, {
                thresholds: tolerated,
                direction: 'inbound',
                subject: `to ${name}`,
                p95Ms: tolerated.responseTimeP95Ms === undefined ? undefined : p95Of(node, arriving),
                seenBy: proxiesOf(node),
                matchers: () => [
                  ...targetMatchers(node, arriving.flatMap(hostsOfEdge)),
                  ...inCluster('destination', node),
                ],
              }),
            ]),
        ...groupsOf(leaving, toleratedOnEdge).map(({ edges, ...asTolerated }) =>
          judge(edges, {
            ...asTolerated,
            subject: `from ${name}`,
            matchers: () => [...sourceMatchers(node), ...inCluster('source', node)],
          }),
        ),
      ];
      const availability = workloadsOfNode(node, { inventory, facts }).map(
        ({ kind, namespace, name: workload, ...pods }) =>
          judgeAvailability({ subject: `${kind} ${namespace}/${workload}`, ...pods }),
      );
      const idle: Health[] =
        node.isIdle === true || traffic.length === 0 ? [{ status: 'idle', reasons: [] }] : [];
      return withAvailability(mergeHealth([...traffic, ...idle]), mergeHealth(availability));
    };

    return {
      ...draft,
      edges: draft.edges.map((edge) => (isJudgedHere(edge) ? { ...edge, health: healthOfEdge(edge) } : edge)),
      nodes: draft.nodes.map((node) => (isOwn(node, facts) ? { ...node, health: healthOfNode(node) } : node)),
    };
  },
};

function proxiesOf(node: GraphNode): string {
  const isService = node.kind === 'service' || node.kind === 'serviceEntry';
  return `the ${isService ? 'proxies behind' : 'proxy of'} ${displayName(node)}`;
}

type Tolerated = { thresholds: Thresholds; direction: Direction };

/** Edges that are judged alike, together; with nothing configured that is all of them. */
function groupsOf(
  edges: readonly GraphEdge[],
  toleratedOnEdge: (edge: GraphEdge) => Tolerated,
): (Tolerated & { edges: readonly GraphEdge[] })[] {
  const groups = Map.groupBy(edges, (edge) => toleratedOnEdge(edge).thresholds);
  return [...groups].flatMap(([thresholds, [first, ...others]]) =>
    first === undefined
      ? []
      : [{ thresholds, direction: toleratedOnEdge(first).direction, edges: [first, ...others] }],
  );
}

type Judged = Pick<TrafficFigures, 'subject'> &
  Tolerated & {
    /** Who else counted; absent where only the edges' own view is asked. */
    seenBy?: string;
    p95Ms?: number | undefined;
    matchers: () => ReturnType<typeof sourceMatchers>;
  };

function judgeWith(windowSeconds: number) {
  return (edges: readonly GraphEdge[], judged: Judged): Health => {
    const { subject, seenBy, matchers, thresholds, direction, p95Ms } = judged;
    const [first] = edges;
    const view = (counted: CountedBy, seen: string): Health => {
      const figures = ratesOfEdges(edges, { view: counted, subject: `${subject}${seen}` });
      if (p95Ms !== undefined && counted === 'own') figures.responseTimeP95Ms = p95Ms;
      if (thresholds !== defaultThresholds)
        Object.assign(figures, answersOf(edges, { counted, direction, windowSeconds, figures }));
      const found = judgeHealth(figures, thresholds);
      // Names and proof are written only for what needs them: most of a picture is healthy.
      if (found.reasons.length === 0 || figures.requestsPerSecond === undefined) return found;
      const reporter = counted === 'own' && first !== undefined ? ownReporter(first) : 'destination';
      const responses = edges.flatMap((edge) => responsesOf(edge, counted));
      const evidence = [requestEvidence({ reporter, matchers: matchers(), responses, windowSeconds })];
      return judgeHealth({ ...figures, ...faultsOfEdges(edges, counted), evidence }, thresholds);
    };
    const own = view('own', '');
    if (seenBy === undefined) return own;
    const other = view('destination', ` (counted by ${seenBy})`);
    // The second view is told only where it says more: both see most failures alike.
    return worseStatus(own.status, other.status) === own.status ? own : mergeHealth([other, own]);
  };
}

type Counted = { counted: CountedBy; direction: Direction; windowSeconds: number; figures: TrafficFigures };

/** What only tolerances of somebody's own look at. */
function answersOf(
  edges: readonly GraphEdge[],
  { counted, direction, windowSeconds, figures }: Counted,
): Partial<TrafficFigures> {
  const { requestsPerSecond } = figures;
  return {
    direction,
    answers: edges.flatMap((edge) =>
      responsesOf(edge, counted).map((response) => ({ ...response, protocol: edge.protocol })),
    ),
    ...(requestsPerSecond === undefined
      ? {}
      : { requestCount: Math.round(requestsPerSecond * windowSeconds * 1000) / 1000 }),
  };
}
