import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { Health } from '#lib/contract/health.ts';
import { hostsOfEdge } from '#lib/graph/edge-hosts.ts';
import { ownReporter } from '#lib/graph/own-reporter.ts';
import { isUnsentEdge } from '#lib/graph/unsent-edge.ts';
import { judgeAvailability, withAvailability } from '#server/mesh/health/judge-availability.ts';
import { judgeHealth, type TrafficFigures } from '#server/mesh/health/judge-health.ts';
import { mergeHealth, worseStatus } from '#server/mesh/health/merge-health.ts';
import { defaultThresholds, type Thresholds } from '#server/mesh/health/thresholds.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { Decorator } from '../decorator.ts';
import { displayName } from './display-name.ts';
import { workloadsOfNode } from './node-subjects.ts';
import { requestEvidence } from './series-evidence.ts';
import { edgeMatchers, sourceMatchers, targetMatchers } from './telemetry-matchers.ts';
import { type CountedBy, faultsOfEdges, ratesOfEdges, responsesOf } from './traffic-figures.ts';

/** Kinds whose own calls count: the others only pass on what reached them. */
const callers: ReadonlySet<GraphNode['kind']> = new Set(['workload', 'application', 'namespace']);

/**
 * Health of edges and nodes from the picture's own window. An edge is as bad as the worse of its two reporters; a node
 * as what arrives at it, what it calls, and the pods behind it.
 */
export function healthDecorator(thresholds: Thresholds): Decorator {
  return {
    decorate(draft, facts) {
      const nodes = new Map(draft.nodes.map((node) => [node.id, node]));
      const inbound = Map.groupBy(draft.edges, ({ target }) => target);
      const sent = draft.edges.filter((edge) => !isUnsentEdge(edge));
      const outbound = Map.groupBy(sent, ({ source }) => source);
      const inventory = inventoryOf(facts.objects, facts.rootNamespace);
      const judge = judgeWith(thresholds, facts.windowSeconds);

      const healthOfEdge = (edge: GraphEdge): Health => {
        const source = nodes.get(edge.source);
        const target = nodes.get(edge.target);
        if (edge.isIdle === true || source === undefined || target === undefined)
          return { status: 'idle', reasons: [] };
        const subject = `from ${displayName(source)} to ${displayName(target)}`;
        return judge([edge], {
          subject,
          seenBy: proxiesOf(target),
          matchers: () => edgeMatchers(edge, { source, target }),
        });
      };

      const healthOfNode = (node: GraphNode): Health => {
        if (node.kind === 'unknown') return { status: 'unknown', reasons: [] };
        const arriving = inbound.get(node.id) ?? [];
        const leaving = callers.has(node.kind) ? (outbound.get(node.id) ?? []) : [];
        const name = displayName(node);
        const traffic = [
          ...(arriving.length === 0
            ? []
            : [
                judge(arriving, {
                  subject: `to ${name}`,
                  seenBy: proxiesOf(node),
                  matchers: () => targetMatchers(node, arriving.flatMap(hostsOfEdge)),
                }),
              ]),
          ...(leaving.length === 0
            ? []
            : [judge(leaving, { subject: `from ${name}`, matchers: () => sourceMatchers(node) })]),
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
        edges: draft.edges.map((edge) => ({ ...edge, health: healthOfEdge(edge) })),
        nodes: draft.nodes.map((node) => ({ ...node, health: healthOfNode(node) })),
      };
    },
  };
}

/** With nothing configured: latency and TCP are shown, not judged. */
export const health = healthDecorator(defaultThresholds);

function proxiesOf(node: GraphNode): string {
  const isService = node.kind === 'service' || node.kind === 'serviceEntry';
  return `the ${isService ? 'proxies behind' : 'proxy of'} ${displayName(node)}`;
}

type Judged = Pick<TrafficFigures, 'subject'> & {
  /** Who else counted; absent where only the edges' own view is asked. */
  seenBy?: string;
  matchers: () => ReturnType<typeof sourceMatchers>;
};

function judgeWith(thresholds: Thresholds, windowSeconds: number) {
  return (edges: readonly GraphEdge[], { subject, seenBy, matchers }: Judged): Health => {
    const [first] = edges;
    const view = (counted: CountedBy, seen: string): Health => {
      const figures = ratesOfEdges(edges, { view: counted, subject: `${subject}${seen}` });
      const p95 = counted === 'own' && edges.length === 1 ? first?.responseTimeMs?.p95 : undefined;
      if (p95 !== undefined) figures.responseTimeP95Ms = p95;
      const judged = judgeHealth(figures, thresholds);
      // Names and proof are written only for what needs them: most of a picture is healthy.
      if (judged.reasons.length === 0 || figures.requestsPerSecond === undefined) return judged;
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
