import type { Graph, NodeKind } from '#lib/contract/graph.ts';
import { type Call, callsOf } from './call.ts';

// A service's backends are listed themselves; what lies behind Passthrough is many things at once.
const nameless: NodeKind[] = ['service', 'passthrough', 'blackHole', 'restricted', 'unknown'];

export type SlowCall = Call & { p50: number | undefined; p95: number };

/**
 * Who answers slowest. Quantiles of several callers cannot be added up, so each answering workload stands with its
 * slowest caller.
 */
export function rankLatency(graph: Graph, limit: number): SlowCall[] {
  const slowest = new Map<string, SlowCall>();
  for (const call of callsOf(graph)) {
    const { p50, p95 } = call.edge.responseTimeMs ?? {};
    if (p95 === undefined || nameless.includes(call.target.kind)) continue;
    const known = slowest.get(call.target.id);
    if (known === undefined || known.p95 < p95) slowest.set(call.target.id, { ...call, p50, p95 });
  }
  return [...slowest.values()]
    .sort((left, right) => right.p95 - left.p95 || left.edge.id.localeCompare(right.edge.id))
    .slice(0, limit);
}
