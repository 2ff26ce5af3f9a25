import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { HealthStatus } from '#lib/contract/health.ts';
import type { ChangedAspect } from './changed-aspects.ts';

const unwell: ReadonlySet<HealthStatus> = new Set(['failing', 'degraded']);

type Judged = Pick<GraphEdge | GraphNode, 'health'>;

/** A verdict that is another one, where either of both is bad; `weight` is what goes through, requests per second. */
export function healthAspect(
  { health: was }: Judged,
  { health: is }: Judged,
  weight: number,
): ChangedAspect[] {
  if (was.status === is.status || (!unwell.has(was.status) && !unwell.has(is.status))) return [];
  const [reason] = is.reasons;
  const why = reason === undefined ? '' : ` ${reason.text}`;
  return [
    {
      aspect: 'health',
      says: `It was ${was.status}, it is ${is.status}.${why}`,
      weight: Math.max(weight, 1),
    },
  ];
}
