import type { ChartData, ChartId, ChartLine, Exemplar, Statistic } from '#lib/contract/charts.ts';
import type { MetricQuery } from '#server/metrics/query.ts';
import { emptyText, gapsNote, restOf, unreadNote } from './chart-words.ts';
import { type Chart, charts } from './charts.ts';
import type { Grid } from './choose-grid.ts';
import { countsOf, drawDistributions, quantileOf } from './draw-distribution.ts';
import { drawErrorShares, drawRates } from './draw-rate.ts';
import { type Measure, measureEntries } from './measures.ts';
import type { PlannedMeasure } from './plan-charts.ts';
import type { Groups } from './rank-groups.ts';
import type { Line } from './read-lines.ts';

export type Drawing = {
  grid: Grid;
  groups: Groups;
  statistics: readonly Statistic[];
  /** Lines of the measures that were read; one that could not be is absent. */
  lines: ReadonlyMap<Measure, readonly Line[]>;
  planned: ReadonlyMap<Measure, PlannedMeasure>;
  /** Of response times. */
  exemplars: readonly Exemplar[];
  promql: (query: MetricQuery) => string;
};

/** The measures that a chart needs; a distribution without its mean needs no sums. */
export function measuresOf(id: ChartId, shown: readonly Statistic[]): Measure[] {
  const chart = charts[id];
  if (chart.shows !== 'distribution') return [chart.measure];
  return shown.includes('mean') ? [chart.buckets, chart.sum] : [chart.buckets];
}

/** One chart out of what was read, with the words for what it lacks. */
export function drawChart(id: ChartId, drawing: Drawing): ChartData {
  const chart = charts[id];
  const needed = measuresOf(id, drawing.statistics);
  const unread = needed.filter((measure) => !drawing.lines.has(measure));
  const lines = linesOf(chart, drawing);
  const isMeasured = lines.some(({ points }) => points.some((value) => value !== null));
  const hasSeries = needed.some((measure) => (drawing.lines.get(measure) ?? []).length > 0);
  const unreadText = unreadNote(unread.map((measure) => measureEntries[measure].title));
  return {
    id,
    protocol: chart.protocol,
    lines: isMeasured ? lines : [],
    exemplars: id === 'duration' ? [...drawing.exemplars] : [],
    notes: [
      ...(isMeasured && unread.length > 0 ? [unreadText] : []),
      ...(isMeasured ? gapNotes(chart, drawing) : []),
    ],
    ...(isMeasured ? {} : { empty: unread.length > 0 ? unreadText : emptyText(chart, hasSeries) }),
    queries: queriesOf(id, drawing),
  };
}

function linesOf(chart: Chart, { lines, grid, groups, statistics }: Drawing): ChartLine[] {
  if (chart.shows === 'rate') return drawRates(lines.get(chart.measure) ?? [], grid);
  if (chart.shows === 'errorShare') return drawErrorShares(lines.get(chart.measure) ?? [], { grid, groups });
  const sums = lines.get(chart.sum) ?? [];
  return drawDistributions({ buckets: lines.get(chart.buckets) ?? [], sums, statistics }, grid);
}

function gapNotes(chart: Chart, { lines, grid }: Drawing): string[] {
  if (chart.shows !== 'distribution') return [];
  const counts = (lines.get(chart.buckets) ?? []).map((line) => countsOf(line, grid));
  const gaps = Array.from({ length: grid.count }, (_, index) =>
    counts.some((count) => (count[index] ?? 0) > 0),
  );
  const missing = gaps.filter((isMeasured) => !isMeasured).length;
  return missing === 0 ? [] : [gapsNote(missing, grid.count)];
}

/** A quantile is shown as a reader would ask for it: the same as that of the buckets which were read. */
function queriesOf(id: ChartId, { planned, statistics, promql }: Drawing): ChartData['queries'] {
  const chart = charts[id];
  if (chart.shows !== 'distribution') {
    const { named, whole } = planned.get(chart.measure) ?? {};
    return [
      ...(named === undefined ? [] : [{ title: measureEntries[chart.measure].title, promql: promql(named) }]),
      ...(whole === undefined ? [] : [{ title: restOf(id), promql: promql(whole) }]),
    ];
  }
  const { named, whole } = planned.get(chart.buckets) ?? {};
  if (named?.fn !== 'bucketRates') return [];
  return [
    ...statistics.map((statistic) => {
      const quantile = quantileOf(statistic);
      const query: MetricQuery =
        quantile === undefined ? { ...named, fn: 'avg' } : { ...named, fn: 'quantile', quantile };
      return { title: statistic, promql: promql(query) };
    }),
    ...(whole === undefined ? [] : [{ title: `${restOf(id)}, as buckets`, promql: promql(whole) }]),
  ];
}
