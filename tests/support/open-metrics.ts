import type { CounterStore } from '#server/metrics/counter-store.ts';

type Labels = Readonly<Record<string, string>>;

export type History = {
  store: CounterStore;
  metrics: readonly string[];
  /** Epoch seconds of the scrapes, oldest first. */
  atSeconds: readonly number[];
};

/**
 * A store as `promtool tsdb create-blocks-from openmetrics` reads it, a series at a time. A counter at 0 is not
 * reported, except the buckets of a histogram, as proxies do it.
 */
export function* openMetricsHistory({ store, metrics, atSeconds }: History): Generator<string> {
  for (const metric of metrics) {
    for (const { labels, valueAt } of store.series(metric)) {
      const name = `${metric}${labelsText(labels)}`;
      let lines = '';
      for (const seconds of atSeconds) {
        const value = valueAt(seconds);
        if (value > 0 || labels.le !== undefined) lines += `${name} ${value} ${seconds}\n`;
      }
      yield lines;
    }
  }
  yield '# EOF\n';
}

/** A store at a time, as an exporter answers a scrape. */
export function exposition({ store, metrics }: Omit<History, 'atSeconds'>, seconds: number): string {
  const lines = metrics.flatMap((metric) =>
    store
      .series(metric)
      .filter(({ labels, valueAt }) => valueAt(seconds) > 0 || labels.le !== undefined)
      .map(({ labels, valueAt }) => `${metric}${labelsText(labels)} ${valueAt(seconds)}\n`),
  );
  return lines.join('');
}

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

function labelsText(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) =>
      `${name}="${value.replaceAll(/[\\"\n]/g, (character) => escapes[character] ?? character)}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
