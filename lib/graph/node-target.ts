import type { GraphNode, NodeKind } from '../contract/graph.ts';
import type { Target, TargetKind } from '../target.ts';

const pages: Partial<Record<NodeKind, TargetKind>> = {
  workload: 'workload',
  application: 'application',
  service: 'service',
  serviceEntry: 'service',
};

/** The details page of a node; undefined for what has none, such as an unknown source. */
export function nodeTarget({ kind, namespace, name, cluster }: GraphNode): Target | undefined {
  const page = pages[kind];
  if (page === undefined || namespace === undefined || namespace === 'unknown') return undefined;
  return { kind: page, namespace, name, cluster };
}
