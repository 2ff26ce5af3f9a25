import type { Evidence } from '#lib/contract/evidence.ts';
import type { EdgeResponse, GraphEdge } from '#lib/contract/graph.ts';
import { formatFigure } from '#server/mesh/health/format-figures.ts';
import { toPromQL } from '#server/metrics/promql.ts';
import type { Matcher } from '#server/metrics/query.ts';

/** Rates of requests by code and flags as one reporter counts them, as PromQL to run, with the rates that were found. */
export function requestEvidence({
  reporter,
  matchers,
  responses,
  windowSeconds,
}: {
  reporter: EdgeResponse['reporter'];
  matchers: readonly Matcher[];
  responses: readonly EdgeResponse[];
  windowSeconds: number;
}): Evidence {
  const query = toPromQL({
    fn: 'rate',
    selector: {
      metric: 'istio_requests_total',
      matchers: [{ label: 'reporter', is: '=', value: reporter }, ...matchers],
    },
    windowSeconds,
    by: ['response_code', 'response_flags'],
  });
  const rates = responses.map(
    ({ code, flags, requestsPerSecond }) => `${code} ${flags}: ${formatFigure(requestsPerSecond)}/s`,
  );
  return { kind: 'series', text: rates.length === 0 ? query : `${query} → ${rates.join(', ')}` };
}

/** The reporter whose figures an edge shows as its own. */
export function ownReporter({ reporters }: GraphEdge): EdgeResponse['reporter'] {
  if (reporters?.source !== undefined) return 'source';
  return reporters?.waypoint === undefined ? 'destination' : 'waypoint';
}
