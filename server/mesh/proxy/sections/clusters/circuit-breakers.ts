import { formatCount } from '#lib/format-count.ts';
import { envoysOwn } from '#lib/proxy/own-words.ts';
import { numberAt, objectsAt, textAt } from '#server/mesh/proxy/json/json.ts';

/** Istio writes the largest number where it sets no limit. */
const unlimited = 4_294_967_295;

/** What a cluster limits, by Envoy's field; what it takes where the field is left out. Source: Envoy's CircuitBreakers. */
const limits = [
  { field: 'max_connections', what: 'connections', byDefault: 1024 },
  { field: 'max_pending_requests', what: 'waiting requests', byDefault: 1024 },
  { field: 'max_requests', what: 'requests at a time', byDefault: 1024 },
  { field: 'max_retries', what: 'retries at a time', byDefault: 3 },
  { field: 'max_connection_pools', what: 'connection pools', byDefault: unlimited },
] as const;

/** Each limit of a cluster that is one, in words: `at most 100 connections`. */
export function circuitBreakers(cluster: unknown): string[] {
  const thresholds = objectsAt(cluster, 'circuit_breakers', 'thresholds');
  const normal = thresholds.find((threshold) => (textAt(threshold, 'priority') ?? 'DEFAULT') === 'DEFAULT');
  const perConnection = numberAt(cluster, 'max_requests_per_connection');
  return [
    ...limits.flatMap(({ field, what, byDefault }) => {
      const set = numberAt(normal, field);
      const limit = set ?? byDefault;
      if (limit >= unlimited) return [];
      return [`at most ${formatCount(limit)} ${what}${set === undefined ? ` ${envoysOwn}` : ''}`];
    }),
    ...(perConnection === undefined || perConnection === 0
      ? []
      : [
          `at most ${formatCount(perConnection)} ${perConnection === 1 ? 'request' : 'requests'} a connection`,
        ]),
  ];
}
