import type { MissingPart, SnapshotGrid } from '#lib/snapshot/manifest.ts';
import type { CounterStore } from '#server/metrics/counter-store.ts';
import { evaluateInstant, evaluateRange } from '#server/metrics/evaluate.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { MetricQuery } from '#server/metrics/query.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { snapshotStatus } from './snapshot-status.ts';

type Kept = { store: CounterStore; grid: SnapshotGrid; missing: readonly MissingPart[] };

/** The metrics of a snapshot. What is asked of the time before its window has no answer, and says so. */
export function snapshotMetrics({ store, grid, missing }: Kept): MetricSource {
  const { startSeconds, endSeconds } = grid;
  const since = new Date(startSeconds * 1000).toISOString();
  const warning = `The snapshot has metrics from ${since} on; what was before is not counted.`;
  const warningsFor = (query: MetricQuery, firstSeconds: number) => {
    const windowSeconds = 'windowSeconds' in query ? query.windowSeconds : 0;
    return firstSeconds - windowSeconds < startSeconds ? [warning] : [];
  };
  return {
    query: async (query, atSeconds) => ({
      rows: atSeconds < startSeconds ? [] : evaluateInstant(query, atSeconds, store),
      warnings: warningsFor(query, atSeconds),
    }),
    queryRange: async (query, range) => ({
      rows: evaluateRange(query, range, store).flatMap(({ labels, points }) => {
        const known = points.filter(([seconds]) => seconds >= startSeconds);
        return known.length === 0 ? [] : [{ labels, points: known }];
      }),
      warnings: warningsFor(query, range.startSeconds),
    }),
    promql: (query) => toPromQL(query),
    status: async () =>
      snapshotStatus('prometheus', missing, [
        `From ${since} to ${new Date(endSeconds * 1000).toISOString()}, every ${grid.stepSeconds} s.`,
      ]),
  };
}
