import { formatDuration } from '#lib/duration.ts';
import type { Matcher, MetricQuery, Selector } from '#server/metrics/query.ts';

/** A query with every field that some function has; a function reads only its own. */
type Asked = { selector: Selector; by: readonly string[]; windowSeconds: number; quantile: number };

const textByFunction: Record<MetricQuery['fn'], (asked: Asked) => string> = {
  sum: (asked) => summed(asked, '', (series) => series),
  rate: (asked) => summed(asked, '', windowed('rate', asked)),
  increase: (asked) => summed(asked, '', windowed('increase', asked)),
  avg: (asked) => {
    const rate = windowed('rate', asked);
    return `${summed(asked, '_sum', rate)} / ${summed(asked, '_count', rate)}`;
  },
  buckets: (asked) => `${summed(withBound(asked), '_bucket', windowed('increase', asked))} > 0`,
  bucketRates: (asked) => summed(withBound(asked), '_bucket', windowed('rate', asked)),
  each: (asked) => alternatives(asked, '', windowed('increase', asked)).join(' or '),
  quantile: (asked) =>
    `histogram_quantile(${asked.quantile}, ${summed(withBound(asked), '_bucket', windowed('rate', asked))})`,
};

/**
 * A query in PromQL, with nothing but what every Prometheus-compatible store knows: selectors, `sum by`, `rate`,
 * `increase`, `histogram_quantile`, `or`, `/` and `>`. `extraMatchers` narrow every selector, for a store that is
 * shared by several meshes or tenants.
 */
export function toPromQL(query: MetricQuery, options: { extraMatchers?: readonly Matcher[] } = {}): string {
  const asked: Asked = { windowSeconds: Number.NaN, quantile: Number.NaN, by: [], ...query };
  const matchers = [...asked.selector.matchers, ...(options.extraMatchers ?? [])];
  return textByFunction[query.fn]({ ...asked, selector: { ...asked.selector, matchers } });
}

function summed(asked: Asked, suffix: string, apply: (series: string) => string): string {
  return `sum by (${asked.by.join(', ')}) (${alternatives(asked, suffix, apply).join(' or ')})`;
}

function alternatives({ selector }: Asked, suffix: string, apply: (series: string) => string): string[] {
  const { matchers, anyOf = [[]] } = selector;
  // Contradictory on purpose: alternatives were asked for and there are none, so no series is chosen.
  const chosen = anyOf.length === 0 ? [nothing] : anyOf;
  return chosen.map((alternative) =>
    apply(`${selector.metric}${suffix}${braced([...matchers, ...alternative])}`),
  );
}

const nothing: readonly Matcher[] = [
  { label: 'job', is: '=', value: '' },
  { label: 'job', is: '!=', value: '' },
];

function windowed(fn: 'rate' | 'increase', { windowSeconds }: Asked): (series: string) => string {
  return (series) => `${fn}(${series}[${formatDuration(windowSeconds)}])`;
}

function withBound(asked: Asked): Asked {
  return { ...asked, by: [...asked.by, 'le'] };
}

function braced(matchers: readonly Matcher[]): string {
  if (matchers.length === 0) return '';
  return `{${matchers.map(({ label, is, value }) => `${label}${is}${quoted(value)}`).join(',')}}`;
}

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

/** A PromQL string: only backslash, quote and line end must not stand in it as they are. */
function quoted(value: string): string {
  return `"${value.replaceAll(/[\\"\n]/g, (character) => escapes[character] ?? character)}"`;
}
