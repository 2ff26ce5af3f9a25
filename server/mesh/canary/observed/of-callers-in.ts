import type { MetricQuery } from '#server/metrics/query.ts';

/**
 * The same question about callers in one cluster: their proxies choose the version, by the routes that their own cluster's
 * istiod gave them. Unchanged where the mesh is one cluster.
 */
export function ofCallersIn(cluster: string | undefined, query: MetricQuery): MetricQuery {
  if (cluster === undefined) return query;
  const matchers = [
    ...query.selector.matchers,
    { label: 'source_cluster', is: '=' as const, value: cluster },
  ];
  return { ...query, selector: { ...query.selector, matchers } };
}
