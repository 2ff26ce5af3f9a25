import type { Evidence } from '#lib/contract/evidence.ts';
import type { EdgeResponse } from '#lib/contract/graph.ts';
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
  // Summed as the query sums them: a node has many edges with the same answers.
  const rates = new Map<string, number>();
  for (const { code, flags, requestsPerSecond } of responses) {
    const name = `${code} ${flags}`;
    rates.set(name, (rates.get(name) ?? 0) + requestsPerSecond);
  }
  const found = [...rates].map(([name, rate]) => `${name}: ${formatFigure(rate)}/s`);
  return { kind: 'series', text: found.length === 0 ? query : `${query} → ${found.join(', ')}` };
}
