import type { MetricQuery } from '#server/metrics/query.ts';
import { restrictSelector } from './restrict-selector.ts';
import { endOf, isNeutral, namespaceLabels, type TrafficEnd, trafficEndIds } from './traffic-ends.ts';

/** How a question is put so that its answer can be masked. */
export type RestrictedQuery = {
  query: MetricQuery;
  /** The labels that were asked for, where more are asked to tell whose a row is; undefined for rows that need no masking. */
  by?: readonly string[] | 'all';
};

/** Those that answer with a label more than was asked for: the bucket's bound. */
const bucketFunctions: ReadonlySet<MetricQuery['fn']> = new Set(['buckets', 'bucketRates']);

const whose = ['reporter', 'source_principal', 'destination_principal', 'destination_service'];

/**
 * A question about Istio's traffic metrics, for somebody who may see some namespaces. What can be summed is asked by
 * namespaces too, and summed up again after masking. Averages and quantiles cannot: where they are by names of an end,
 * only visible ends are asked for.
 */
export function restrictQuery(asked: MetricQuery, visible: ReadonlySet<string>): RestrictedQuery {
  const restrictedTo = (demanded: readonly TrafficEnd[]) =>
    restrictSelector(asked.selector, { visible, demanded });
  if (asked.fn === 'each') return { query: { ...asked, selector: restrictedTo([]) }, by: 'all' };
  const naming = asked.by.filter((label) => !isNeutral(label));
  if (asked.fn === 'avg' || asked.fn === 'quantile') {
    const demanded = new Set(naming.flatMap((label) => endOf(label) ?? trafficEndIds));
    // Who answers may name who was addressed, where Istio did not know that.
    if (demanded.has('service')) demanded.add('destination');
    return { query: { ...asked, selector: restrictedTo([...demanded]) } };
  }
  const query = { ...asked, selector: restrictedTo([]) };
  if (naming.length === 0) return { query };
  const by = bucketFunctions.has(asked.fn) ? [...asked.by, 'le'] : asked.by;
  return { query: { ...query, by: [...new Set([...asked.by, ...whose, ...namespaceLabels])] }, by };
}
