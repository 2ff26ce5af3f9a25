import type { Addressed, EdgeRow, Reporter, RowEnds } from '../rows/edge-row.ts';

type Side = { total: number; operationTotal: number; services: Map<string, Addressed> };
type Pair = Partial<Record<Reporter, Side>> & { chosen?: Reporter };

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
      pair = {};
      pairs.set(row.ends.pair, pair);
    }
    const side = pair[row.reporter] ?? { total: 0, operationTotal: 0, services: new Map() };
    pair[row.reporter] = side;
    side.total += row.value;
    if (row.operation !== '') side.operationTotal += row.value;
    if (!side.services.has(row.ends.service)) side.services.set(row.ends.service, row.ends.addressed);
  }

  return (ends, reporter) => {
    const pair = pairs.get(ends.pair);
    const { service, addressed } = ends;
    if (pair === undefined) return { chosen: reporter, service, addressed };
    pair.chosen ??= choose(pair, byOperation);
    const { chosen } = pair;
    const services = pair[chosen]?.services;
    if (chosen === reporter || services?.size !== 1 || services.has(service))
      return { chosen, service, addressed };
    const [only] = services;
    return only === undefined
      ? { chosen, service, addressed }
      : { chosen, service: only[0], addressed: only[1] };
  };
}

function choose(pair: Pair, byOperation: boolean): Reporter {
  const classifying = byOperation
    ? preference.find((reporter) => (pair[reporter]?.operationTotal ?? 0) > 0)
    : undefined;
  const seeing = preference.find((reporter) => (pair[reporter]?.total ?? 0) > 0);
  const present = preference.find((reporter) => pair[reporter] !== undefined);
  return classifying ?? seeing ?? present ?? 'source';
}
