import type { Addressed, EdgeRow, Reporter, RowEnds } from '../rows/edge-row.ts';

type Side = { total: number; operationTotal: number; services: Map<string, Addressed> };
type Pair = Record<Reporter, Side>;

/** The source chose and knows what never arrived; the waypoint chose for it; the destination saw what arrived. */
const preference: readonly Reporter[] = ['source', 'waypoint', 'destination'];

export type Settled = { chosen: Reporter; service: string; addressed: Addressed };

/**
 * Decides, pair of workloads by pair, whose word counts, and by which service a row is to be taken: as the chosen
 * reporter names it. A receiver names its own first Service, which differs from the one that the caller addressed when
 * several Services select the same pods. With `byOperation` a reporter that classifies requests comes first.
 */
export function indexPairs(
  rows: readonly EdgeRow[],
  byOperation: boolean,
): (ends: RowEnds, reporter: Reporter) => Settled {
  const pairs = new Map<string, Pair>();
  for (const row of rows) {
    let pair = pairs.get(row.ends.pair);
    if (pair === undefined) {
      pair = { source: emptySide(), waypoint: emptySide(), destination: emptySide() };
      pairs.set(row.ends.pair, pair);
    }
    const side = pair[row.reporter];
    side.total += row.value;
    if (row.operation !== '') side.operationTotal += row.value;
    if (!side.services.has(row.ends.service)) side.services.set(row.ends.service, row.ends.addressed);
  }

  return (ends, reporter) => {
    const pair = pairs.get(ends.pair);
    const own = { service: ends.service, addressed: ends.addressed };
    if (pair === undefined) return { chosen: reporter, ...own };
    const chosen = choose(pair, byOperation);
    const { services } = pair[chosen];
    if (chosen === reporter || services.has(ends.service)) return { chosen, ...own };
    const [only, ...others] = services;
    return only !== undefined && others.length === 0
      ? { chosen, service: only[0], addressed: only[1] }
      : { chosen, ...own };
  };
}

function choose(pair: Pair, byOperation: boolean): Reporter {
  const classifying = byOperation
    ? preference.find((reporter) => pair[reporter].operationTotal > 0)
    : undefined;
  const seeing = preference.find((reporter) => pair[reporter].total > 0);
  const present = preference.find((reporter) => pair[reporter].services.size > 0);
  return classifying ?? seeing ?? present ?? 'source';
}

function emptySide(): Side {
  return { total: 0, operationTotal: 0, services: new Map() };
}
