import type { GraphNode } from '#lib/contract/graph.ts';
import { type HealthStatus, healthStatuses } from '#lib/contract/health.ts';

/** Nodes in the order in which they need a look: by state, then by name. */
export function worstFirst(nodes: readonly GraphNode[]): GraphNode[] {
  const rank = (status: HealthStatus) => healthStatuses.indexOf(status);
  return [...nodes].sort(
    (a, b) => rank(a.health.status) - rank(b.health.status) || a.name.localeCompare(b.name),
  );
}
