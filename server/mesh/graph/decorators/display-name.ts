import type { GraphNode } from '#lib/contract/graph.ts';

/** What a sentence calls a node: the workload where it is one, so that versions can be told apart. */
export function displayName({ kind, name, workload, version }: GraphNode): string {
  if (kind === 'unknown') return 'unknown callers';
  if (kind === 'restricted') return 'restricted namespaces';
  if (workload !== undefined) return workload;
  return kind === 'application' && version !== undefined ? `${name} ${version}` : name;
}
