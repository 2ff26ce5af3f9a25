import type { Addressed, EdgeRow, Reporter } from '../rows/edge-row.ts';
import { addressedKey, pairKey } from './flow-keys.ts';

type Pair = Record<Reporter, { total: number; operationTotal: number; services: Map<string, Addressed> }>;

/** The source chose and knows what never arrived; the waypoint chose for it; the destination saw what arrived. */
const preference: readonly Reporter[] = ['source', 'waypoint', 'destination'];

export type PairIndex = {
  chosenFor(row: EdgeRow): Reporter;
  /**
   * The service of a row as the chosen reporter names it. A receiver names its own first Service, which differs from
   * the one that the caller addressed when several Services select the same pods.
   */
  addressedOf(row: EdgeRow): Addressed;
};

/** Decides, pair of workloads by pair, whose word counts. With `byOperation` a reporter that classifies comes first. */
export function indexPairs(rows: readonly EdgeRow[], byOperation: boolean): PairIndex {
  const pairs = new Map<string, Pair>();
  for (const row of rows) {
    const key = pairKey(row);
    let pair = pairs.get(key);
    if (pair === undefined) {
      pair = { source: emptySide(), waypoint: emptySide(), destination: emptySide() };
      pairs.set(key, pair);
    }
    const side = pair[row.reporter];
    side.total += row.value;
    if (row.operation !== '') side.operationTotal += row.value;
    side.services.set(addressedKey(row.addressed), row.addressed);
  }

  const chosenByPair = new Map<string, Reporter>();
  for (const [key, pair] of pairs) chosenByPair.set(key, choose(pair, byOperation));

  return {
    chosenFor: (row) => chosenByPair.get(pairKey(row)) ?? row.reporter,
    addressedOf(row) {
      const key = pairKey(row);
      const chosen = chosenByPair.get(key);
      const services = chosen === undefined ? undefined : pairs.get(key)?.[chosen].services;
      if (services === undefined || chosen === row.reporter || services.has(addressedKey(row.addressed)))
        return row.addressed;
      const [only, ...others] = services.values();
      return only !== undefined && others.length === 0 ? only : row.addressed;
    },
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

function emptySide(): Pair[Reporter] {
  return { total: 0, operationTotal: 0, services: new Map() };
}
