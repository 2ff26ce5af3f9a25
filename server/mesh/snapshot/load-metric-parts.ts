import type { SnapshotLine } from '#lib/snapshot/parts.ts';
import { messageOf } from '#server/errors.ts';
import { escapeRegularExpression, matchOneOf } from '#server/metrics/match-one-of.ts';
import type { Matcher, Selector, TimeRange } from '#server/metrics/query.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import type { Collecting } from './collecting.ts';
import { countersOnGrid, gaugesOnGrid } from './series-on-grid.ts';
import { keptCounters, keptGauges } from './snapshot-metrics.ts';

const seriesInLine = 200;
const mostSeries = 150_000;
const namespaceLabels = [
  'source_workload_namespace',
  'destination_workload_namespace',
  'destination_service_namespace',
];

/** Every metric that pages ask for, series by series on the grid; a metric that the store refuses is missing. */
export async function* loadMetricParts(
  { namespaces, grid, missing }: Collecting,
  { sources: { metrics }, signal }: LoadContext,
): AsyncGenerator<SnapshotLine> {
  const windowSeconds = grid.stepSeconds;
  const steps: TimeRange = { ...grid, startSeconds: grid.startSeconds + windowSeconds };
  const alternatives: Pick<Selector, 'anyOf'> =
    namespaces === '*' ? {} : { anyOf: namespaceLabels.map((label) => [matchOneOf(label, namespaces)]) };
  let count = 0;

  const asked = keptCounters.map(async function* ({ metric, matchers = [], isLarge }) {
    const limits = metric.startsWith('istio_') ? alternatives : {};
    for (const chunk of isLarge ? await chunks(limits) : [[]]) {
      const selector: Selector = { metric, matchers: [...matchers, ...chunk], ...limits };
      const grown = await metrics.queryRange({ fn: 'each', selector, windowSeconds }, steps, signal);
      for (const warning of grown.warnings) missing.add('metrics', `${metric}: ${warning}`);
      if (grown.rows.length === 0) continue;
      const by = [...new Set(grown.rows.flatMap(({ labels }) => Object.keys(labels)))];
      const atStart = await metrics.query({ fn: 'sum', selector, by }, grid.startSeconds, signal);
      yield countersOnGrid({ increases: grown.rows, atStart: atStart.rows }, grid);
    }
  });
  const gauges = keptGauges.map(async function* ({ metric, matchers = [], by }) {
    const query = { fn: 'sum' as const, selector: { metric, matchers }, by };
    yield gaugesOnGrid((await metrics.queryRange(query, grid, signal)).rows, grid);
  });
  const all = [...keptCounters, ...keptGauges].map(({ metric }, index) => ({
    metric,
    parts: [...asked, ...gauges][index],
  }));

  for (const { metric, parts } of all) {
    try {
      for await (const series of parts ?? []) {
        if (count + series.length > mostSeries) {
          missing.addOverLimit(
            'metrics',
            `${metric} and what follows it: there are more than ${mostSeries} series.`,
          );
          return;
        }
        count += series.length;
        for (let start = 0; start < series.length; start += seriesInLine)
          yield { part: 'series', metric, series: series.slice(start, start + seriesInLine) };
      }
    } catch (error) {
      signal.throwIfAborted();
      missing.add('metrics', `${metric}: ${messageOf(error)}`);
    }
  }

  /** Conditions that part the series of a metric by the namespace of the receiver. */
  async function chunks(limits: Pick<Selector, 'anyOf'>): Promise<Matcher[][]> {
    const label = 'destination_workload_namespace';
    const selector: Selector = { metric: 'istio_requests_total', matchers: [], ...limits };
    const { rows } = await metrics.query({ fn: 'sum', selector, by: [label] }, grid.endSeconds, signal);
    const names = rows.flatMap(({ labels }) => labels[label] ?? []).sort();
    if (names.length === 0) return [[]];
    const others: Matcher = { label, is: '!~', value: names.map(escapeRegularExpression).join('|') };
    return [...names.map((value): Matcher[] => [{ label, is: '=', value }]), [others]];
  }
}
