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
 * not reported, except the buckets of a histogram, as proxies do it.
 */
export function* openMetricsHistory({ store, metrics, atSeconds }: History): Generator<string> {
  const named = metrics.flatMap((metric) =>
    store.series(metric).map((series) => ({ series, name: `${metric}${labelsText(series.labels)}` })),
  );
  for (const seconds of atSeconds) {
    for (const { series, name } of named) {
      const value = series.valueAt(seconds);
      if (value > 0 || series.labels.le !== undefined) yield `${name} ${value} ${seconds}\n`;
    }
  }
  yield '# EOF\n';
}

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

function labelsText(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) =>
      `${name}="${value.replaceAll(/[\\"\n]/g, (character) => escapes[character] ?? character)}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
