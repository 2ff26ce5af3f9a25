import type { Matcher, Selector } from '#server/metrics/query.ts';

/**
 * The series of a metric that begin or end in the namespaces. No single matcher says "either side", so each side is an
 * alternative of one and the same query: the cost does not grow with the number of namespaces.
 *
 * The fourth alternative finds requests that failed before a cluster was chosen: their service namespace is `unknown`,
 * and only the host names it (`reviews.bookinfo.svc.cluster.local`).
 */
export function namespaceSelector(metric: string, namespaces: '*' | readonly string[]): Selector {
  if (namespaces === '*') return { metric, matchers: [] };
  const names = namespaces.join('|');
  return {
    metric,
    matchers: [],
    anyOf: [
      [matches('source_workload_namespace', names)],
      [matches('destination_workload_namespace', names)],
      [matches('destination_service_namespace', names)],
      [matches('destination_service', `[^.]+\\.(${names})([.:].*)?`)],
    ],
  };
}

function matches(label: string, value: string): Matcher {
  return { label, is: '=~', value };
}
