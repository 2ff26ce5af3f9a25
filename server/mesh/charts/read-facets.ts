import { type ChartReporter, chartReporters } from '#lib/contract/charts.ts';
import type { Sample } from '#server/metrics/query.ts';

const mostValues = 1000;
/** They say where the figure comes from, not what was asked for. */
const own: ReadonlySet<string> = new Set(['reporter', 'le', '__name__']);

export type Facet = { name: string; values: number; example: string };

/** The labels that series have, those that tell most apart last, each with the number of its values. */
export function readFacets(samples: readonly Sample[]): Facet[] {
  const valuesByName = new Map<string, Set<string>>();
  for (const { labels } of samples) {
    for (const [name, value] of Object.entries(labels)) {
      if (own.has(name) || value === '') continue;
      const values = valuesByName.get(name) ?? new Set();
      valuesByName.set(name, values);
      if (values.size < mostValues) values.add(value);
    }
  }
  return [...valuesByName]
    .map(([name, values]) => ({ name, values: values.size, example: [...values].sort()[0] ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Who reported; a series whose reporter is another word is nobody's. */
export function reportersOf(samples: readonly Sample[]): ChartReporter[] {
  const told = new Set(samples.map(({ labels }) => labels.reporter));
  return chartReporters.filter((reporter) => told.has(reporter));
}
