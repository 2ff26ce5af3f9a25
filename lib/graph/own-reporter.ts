import type { EdgeResponse, GraphEdge } from '#lib/contract/graph.ts';

const byTrust = ['source', 'waypoint', 'destination'] as const;

/**
 * The reporter whose answers stand for an edge: the one that counted what comes nearest to the edge's own rate. The
 * source, mostly; on an edge that sums callers with and without proxies it is the one that knows most of them. Where
 * answers are told, it is one of those that tell them.
 */
export function ownReporter({
  reporters = {},
  responses = [],
  requestsPerSecond = 0,
}: GraphEdge): EdgeResponse['reporter'] {
  const answering = new Set(responses.map(({ reporter }) => reporter));
  let own: EdgeResponse['reporter'] = 'destination';
  let nearest = Number.POSITIVE_INFINITY;
  for (const reporter of byTrust) {
    const view = reporters[reporter];
    if (view === undefined || (answering.size > 0 && !answering.has(reporter))) continue;
    const distance = Math.abs(view.requestsPerSecond - requestsPerSecond);
    if (distance >= nearest) continue;
    own = reporter;
    nearest = distance;
  }
  return own;
}
