import type { CounterSeries } from '#server/metrics/counter-store.ts';

type Labels = Readonly<Record<string, string>>;

/** Series that are summed into one row. */
export type SeriesGroup = { labels: Labels; series: CounterSeries[] };

/**
 * Series by the values of the labels `by`, in the order of those values. A label that is absent or empty is absent
 * from the group's labels, as in Prometheus.
 */
export function groupSeries(series: Iterable<CounterSeries>, by: readonly string[]): SeriesGroup[] {
  const names = [...new Set(by)].sort();
  const groups = new Map<string, SeriesGroup>();
  for (const one of series) {
    const key = keyOf(one.labels, names);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { labels: pick(one.labels, names), series: [one] });
    else group.series.push(one);
  }
  return [...groups.entries()].sort(([left], [right]) => compare(left, right)).map(([, group]) => group);
}

// Names beside values: `{a="x"}` and `{b="x"}` are different rows, and sort by name first, as labels do there.
function keyOf(labels: Labels, names: readonly string[]): string {
  let key = '';
  for (const name of names) {
    const value = labels[name];
    if (value !== undefined && value !== '') key += `${name}\u0000${value}\u0000`;
  }
  return key;
}

function pick(labels: Labels, names: readonly string[]): Labels {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = labels[name];
    if (value !== undefined && value !== '') picked[name] = value;
  }
  return picked;
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
