import type { CounterStore } from '#server/metrics/counter-store.ts';

type Labels = Readonly<Record<string, string>>;

type History = {
  store: CounterStore;
  metrics: readonly string[];
  /** Epoch seconds of the scrapes, oldest first. */
  atSeconds: readonly number[];
};

/**
 * A store's history as `promtool tsdb create-blocks-from openmetrics` reads it, a scrape at a time. A counter at 0 is
 * not reported, except the empty buckets of a histogram that has begun, as proxies do it.
 */
export function* openMetricsHistory({ store, metrics, atSeconds }: History): Generator<string> {
  const named = metrics.flatMap((metric) =>
    store.series(metric).map((series) => ({ metric, series, name: `${metric}${labelsText(series.labels)}` })),
  );
  const wholes = new Map(
    named.flatMap(({ metric, series }) =>
      series.labels.le === '+Inf' ? [[histogramOf(metric, series.labels), series]] : [],
    ),
  );
  for (const seconds of atSeconds) {
    for (const { metric, series, name } of named) {
      const value = series.valueAt(seconds);
      const whole =
        series.labels.le === undefined ? undefined : wholes.get(histogramOf(metric, series.labels));
      if (value > 0 || (whole?.valueAt(seconds) ?? 0) > 0) yield `${name} ${value} ${seconds}\n`;
    }
  }
  yield '# EOF\n';
}

function histogramOf(metric: string, { le: _, ...labels }: Labels): string {
  return `${metric}${labelsText(labels)}`;
}

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

function labelsText(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) =>
      `${name}="${value.replaceAll(/[\\"\n]/g, (character) => escapes[character] ?? character)}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
