import type { GraphEdge } from '#lib/contract/graph.ts';

/**
 * Whether an edge carries only requests that no caller sent on its own account, as mirrored copies are: only receivers
 * counted them, though their callers report what else they ask of the same service. They count for the target alone.
 */
export function isUnsentEdge({ reporters, reportersDiffer }: GraphEdge): boolean {
  return reportersDiffer !== undefined && (reporters?.source?.requestsPerSecond ?? 0) === 0;
}
