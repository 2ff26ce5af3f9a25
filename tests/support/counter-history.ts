import { seriesMatcher } from '#server/metrics/match-series.ts';
import type { MetricQuery, Series, TimeRange } from '#server/metrics/query.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { graphContext } from './graph-context.ts';
import { endSeconds } from './telemetry.ts';

/** A counter every 30 s, the last at `endSeconds`; `undefined` where the store has nothing. */
export type CounterHistory = {
  metric?: string;
  labels: Readonly<Record<string, string>>;
  values: readonly (number | undefined)[];
};

const historyStepSeconds = 30;

/** What a store asked for sums of these counters says; `asked` keeps the questions. */
export function historyContext(histories: readonly CounterHistory[]): LoadContext & { asked: MetricQuery[] } {
  const asked: MetricQuery[] = [];
  const context = graphContext({
    query: async (query, atSeconds) => {
      asked.push(query);
      const range = { startSeconds: atSeconds, endSeconds: atSeconds, stepSeconds: historyStepSeconds };
      const rows = summed(histories, query, range).flatMap(({ labels, points }) =>
        points.map(([, value]) => ({ labels, value })),
      );
      return { rows, warnings: [] };
    },
    queryRange: async (query, range) => {
      asked.push(query);
      return { rows: summed(histories, query, range), warnings: [] };
    },
  });
  return { ...context, asked };
}

/** The time of a window that has so many slices, and ends with the histories. */
export function lastSlices(count: number) {
  return { fromSeconds: endSeconds - count * historyStepSeconds, toSeconds: endSeconds };
}

function summed(histories: readonly CounterHistory[], query: MetricQuery, range: TimeRange): Series[] {
  if (query.fn !== 'sum') throw new Error(`only sums are asked for, not ${query.fn}`);
  const matches = seriesMatcher(query.selector);
  const chosen = histories.filter(
    ({ metric = 'istio_requests_total', labels }) => metric === query.selector.metric && matches(labels),
  );
  const groups = Map.groupBy(chosen, ({ labels }) =>
    JSON.stringify(
      query.by.flatMap((label) => (labels[label] === undefined ? [] : [[label, labels[label]]])),
    ),
  );
  return [...groups].map(([key, members]) => ({
    labels: Object.fromEntries(JSON.parse(key)),
    points: timesOf(range).flatMap((seconds) => {
      const values = members.flatMap(({ values: all }) => valueAt(all, seconds) ?? []);
      return values.length === 0 ? [] : [[seconds, values.reduce((sum, one) => sum + one, 0)] as const];
    }),
  }));
}

function valueAt(values: CounterHistory['values'], seconds: number): number | undefined {
  return values[values.length - 1 - Math.round((endSeconds - seconds) / historyStepSeconds)];
}

function timesOf({ startSeconds, endSeconds: lastSeconds, stepSeconds }: TimeRange): number[] {
  const count = Math.floor((lastSeconds - startSeconds) / stepSeconds) + 1;
  return Array.from({ length: count }, (_, index) => startSeconds + index * stepSeconds);
}
