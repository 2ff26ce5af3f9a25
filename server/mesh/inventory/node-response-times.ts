import type { GraphNode } from '#lib/contract/graph.ts';
import { routeFolding } from '#server/mesh/graph/build/route-folding.ts';
import type { GraphFacts } from '#server/mesh/graph/facts/graph-facts.ts';
import type { Inventory } from './inventory.ts';
import type { ResponseTimes } from './response-times.ts';

type Kind = 'workload' | 'application' | 'service';
type Labels = Readonly<Record<string, string>>;
type Known = { facts: GraphFacts; inventory: Inventory };

/**
 * 95th percentiles by node of whatever picture, in milliseconds; each kind of thing is summed when it is first asked
 * for. ServiceEntries are told by their hosts and have none here.
 */
export function nodeResponseTimes(
  responseTimes: ResponseTimes,
  { facts, inventory }: Known,
): (node: GraphNode) => number | undefined {
  const folding = routeFolding(facts.routes, true);
  const keys: Record<Kind, (labels: Labels) => string | undefined> = {
    workload: ({ destination_workload_namespace: namespace, destination_workload: name }) =>
      `${namespace}/${name}`,
    application: ({ destination_workload_namespace: namespace = '', destination_workload: name = '' }) => {
      const app = inventory.workload(namespace, name)?.app;
      return app === undefined ? undefined : `${namespace}/${app}`;
    },
    service: ({ destination_service_namespace: namespace, destination_service_name: name }) => {
      const folded = folding.hostOf(`${namespace}/${name}`);
      return folded === undefined ? `${namespace}/${name}` : `${folded.namespace}/${folded.name}`;
    },
  };
  const summed = new Map<Kind, ReadonlyMap<string, number>>();
  return (node) => {
    const kind = kindOf(node);
    if (kind === undefined) return undefined;
    const p95s =
      summed.get(kind) ??
      responseTimes.p95By((labels) => {
        const key = keys[kind](labels);
        return key === undefined ? undefined : `${labels.destination_cluster}/${key}`;
      });
    summed.set(kind, p95s);
    return p95s.get(`${node.cluster}/${node.namespace}/${nameOf(node)}`);
  };
}

function kindOf({ kind, workload }: GraphNode): Kind | undefined {
  if (kind === 'application' && workload !== undefined) return 'workload';
  return kind === 'workload' || kind === 'application' || kind === 'service' ? kind : undefined;
}

function nameOf({ kind, name, workload, app, service }: GraphNode): string {
  if (kind === 'service') return service ?? name;
  return workload ?? (kind === 'application' ? (app ?? name) : name);
}
