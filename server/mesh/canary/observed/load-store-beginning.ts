import { messageOf } from '#server/errors.ts';
import type { MetricQuery, Series, TimeRange } from '#server/metrics/query.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { firstPointSeconds } from './first-values.ts';

type StoreBeginning = {
  /** Epoch seconds, no earlier than the start of what was asked for. */
  atSeconds: number;
  /** For the reader, where something is not counted for it. */
  notes: string[];
  warnings: string[];
};

const everything: MetricQuery = {
  fn: 'sum',
  selector: { metric: 'istio_requests_total', matchers: [] },
  by: [],
};

/**
 * Since when the store has anything of the mesh. Rows from the start of the range on answer it; where the given ones
 * begin later, nobody may have called before, and only the requests of the whole mesh can tell.
 */
export async function loadStoreBeginning(
  rows: readonly Series[],
  range: TimeRange,
  { sources, signal }: LoadContext,
): Promise<StoreBeginning> {
  const ownSeconds = firstPointSeconds(rows);
  if (ownSeconds === undefined || ownSeconds <= range.startSeconds)
    return { atSeconds: range.startSeconds, notes: [], warnings: [] };
  const warnings: string[] = [];
  let atSeconds = ownSeconds;
  try {
    // One moment is cheap, and nearly always enough; all of them read every series of the mesh.
    const atStart = await sources.metrics.query(everything, range.startSeconds, signal);
    if (atStart.rows.length > 0) return { atSeconds: range.startSeconds, notes: [], warnings: [] };
    const { rows: all } = await sources.metrics.queryRange(everything, range, signal);
    atSeconds = Math.min(ownSeconds, firstPointSeconds(all) ?? ownSeconds);
  } catch (failure) {
    warnings.push(`since when the store has any could not be asked: ${messageOf(failure)}`);
  }
  if (atSeconds <= range.startSeconds) return { atSeconds, notes: [], warnings };
  const since = new Date(atSeconds * 1000).toISOString();
  return {
    atSeconds,
    notes: [`The metric store has nothing before ${since}; what was sent until then is not counted.`],
    warnings,
  };
}
