import type { GraphNode } from '#lib/contract/graph.ts';

/** Who a node is, before anything is known about it. */
export type NodeSeed = Pick<
  GraphNode,
  'id' | 'kind' | 'cluster' | 'namespace' | 'name' | 'app' | 'version' | 'workload' | 'service'
>;

const unknownName = 'unknown';

/** Ids and the wire name what telemetry does not know `unknown`, as Istio does. */
export function orUnknown(text: string): string {
  return text === '' ? unknownName : text;
}
