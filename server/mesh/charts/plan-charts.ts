import type { ChartReporter } from '#lib/contract/charts.ts';
import { matchOneOf } from '#server/metrics/match-one-of.ts';
import type { Matcher, MetricQuery, Selector } from '#server/metrics/query.ts';
import { type Alternatives, bothOf } from '../graph/series/label-conditions.ts';
import { type Measure, measureEntries } from './measures.ts';
import type { Groups } from './rank-groups.ts';

type Plan = {
  conditions: Alternatives;
  reporters: readonly ChartReporter[];
  groups: Groups;
  windowSeconds: number;
};

/** `named` has a row for each group; `whole` has all traffic in one, where groups are summed up as its remainder. */
export type PlannedMeasure = { named: MetricQuery; whole?: MetricQuery };

/** The two questions that come first: every series of the traffic with how much it grew. */
export function planFacets(
  conditions: Alternatives,
  windowSeconds: number,
): Record<'requests' | 'tcp', MetricQuery> {
  const each = (metric: string): MetricQuery => ({
    fn: 'each',
    selector: selectorOf(metric, conditions, []),
    windowSeconds,
  });
  return { requests: each('istio_requests_total'), tcp: each('istio_tcp_connections_opened_total') };
}

/**
 * One query for a measure, whatever the number of groups. Where there are more groups than lines there is a second one,
 * for all of the traffic at once: what the named groups leave of it are the others, buckets included, so nothing is asked
 * for that is not drawn.
 */
export function planMeasure(
  measure: Measure,
  { conditions, reporters, groups, windowSeconds }: Plan,
): PlannedMeasure {
  const { fn, metric, by } = measureEntries[measure];
  const reporter = matchOneOf('reporter', reporters);
  const ask = (alternatives: Alternatives, groupedBy: readonly string[]): MetricQuery => ({
    fn,
    selector: selectorOf(metric, alternatives, [reporter]),
    windowSeconds,
    by: [...new Set(['reporter', ...groupedBy, ...by])],
  });
  if (!groups.isCut) return { named: ask(conditions, groups.by) };
  const ofNamed = groups.named.map(({ values }) =>
    groups.by.map((label, index): Matcher => ({ label, is: '=', value: values[index] ?? '' })),
  );
  return {
    named: ask(bothOf(conditions, ofOneLabel(groups) ?? ofNamed), groups.by),
    whole: ask(conditions, []),
  };
}

/** Alternatives of a single label are one matcher, which is a far shorter query. */
function ofOneLabel({ by, named }: Groups): Alternatives | undefined {
  const [label] = by;
  if (label === undefined || by.length > 1) return undefined;
  return [
    [
      matchOneOf(
        label,
        named.flatMap(({ values }) => values),
      ),
    ],
  ];
}

function selectorOf(metric: string, alternatives: Alternatives, matchers: readonly Matcher[]): Selector {
  const [only] = alternatives;
  return alternatives.length === 1 && only !== undefined
    ? { metric, matchers: [...matchers, ...only] }
    : { metric, matchers, anyOf: alternatives };
}
