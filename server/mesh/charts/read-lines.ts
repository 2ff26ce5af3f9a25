import { type ChartReporter, chartReporters } from '#lib/contract/charts.ts';
import type { Series } from '#server/metrics/query.ts';
import { responseOf } from '../graph/rows/response-of.ts';
import type { Grid } from './choose-grid.ts';
import { type Measure, measureEntries } from './measures.ts';
import { type Groups, restId } from './rank-groups.ts';

type Labels = Readonly<Record<string, string>>;

/**
 * What one reporter says of one group. Parts are buckets by their `le`, requests by their outcome, or a single one
 * without a name; a value per point of the grid, NaN where nothing was measured.
 */
export type Line = {
  group: string;
  reporter: ChartReporter;
  parts: ReadonlyMap<string, Float64Array>;
};

export type MeasureAnswer = { named: readonly Series[]; whole?: readonly Series[] | undefined };

type Sums = Map<string, { group: string; reporter: ChartReporter; parts: Map<string, Float64Array> }>;
type Options = { measure: Measure; grid: Grid; groups: Groups };

/** Below this share of the whole, what is left of it is rounding. */
const rounding = 1e-9;

/** Sums series into lines: one for each reporter and group, and one for the rest where there is any. */
export function readLines({ named, whole }: MeasureAnswer, options: Options): Line[] {
  const sums: Sums = new Map();
  for (const series of named)
    addSeries(sums, series, { ...options, group: options.groups.idOf(series.labels) });
  if (whole !== undefined) {
    const wholes: Sums = new Map();
    for (const series of whole) addSeries(wholes, series, { ...options, group: restId });
    for (const [key, one] of wholes) sums.set(key, { ...one, parts: remainder(one, sums) });
  }
  const order = [...options.groups.named.map(({ id }) => id), restId];
  return [...sums.values()]
    .filter(({ group, parts }) => group !== restId || hasTraffic(parts))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || rank(a) - rank(b));
}

function addSeries(
  sums: Sums,
  { labels, points }: Series,
  { measure, grid, group }: Options & { group: string },
) {
  const reporter = chartReporters.find((known) => known === labels.reporter);
  if (reporter === undefined) return;
  const key = `${reporter} ${group}`;
  const line = sums.get(key) ?? { group, reporter, parts: new Map() };
  sums.set(key, line);
  const name = partOf(measure, labels);
  const part = line.parts.get(name) ?? new Float64Array(grid.count).fill(Number.NaN);
  line.parts.set(name, part);
  for (const [at, value] of points) {
    const index = Math.round((at - grid.startSeconds) / grid.stepSeconds);
    const before = part[index];
    if (before === undefined || !Number.isFinite(value)) continue;
    part[index] = (Number.isNaN(before) ? 0 : before) + value;
  }
}

function partOf(measure: Measure, labels: Labels): string {
  if (measureEntries[measure].fn === 'bucketRates') return labels.le ?? '';
  if (measure !== 'requests') return '';
  const { request_protocol, response_code = '', grpc_response_status = '' } = labels;
  const protocol = request_protocol === 'grpc' ? 'grpc' : 'http';
  return responseOf(protocol, { code: response_code, grpcStatus: grpc_response_status, flags: '' }).outcome;
}

/** All of a reporter's traffic less what its named groups have, part by part. */
function remainder(
  { reporter, parts }: { reporter: ChartReporter; parts: ReadonlyMap<string, Float64Array> },
  sums: Sums,
): Map<string, Float64Array> {
  const groups = [...sums.values()].filter((one) => one.reporter === reporter);
  return new Map(
    [...parts].map(([name, total]) => {
      const left = total.map((all, index) => {
        const taken = groups.reduce((sum, group) => sum + (group.parts.get(name)?.[index] || 0), 0);
        return all - taken < rounding * all ? 0 * all : all - taken;
      });
      return [name, left];
    }),
  );
}

function hasTraffic(parts: ReadonlyMap<string, Float64Array>): boolean {
  return [...parts.values()].some((part) => part.some((value) => value > 0));
}

function rank({ reporter }: { reporter: ChartReporter }): number {
  return chartReporters.indexOf(reporter);
}
