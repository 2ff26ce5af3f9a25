import type { StatRow } from '#lib/contract/proxy-stats.ts';
import { formatCount } from '#lib/format-count.ts';

/** Sentences and heads of a proxy's statistics. */
export const words = {
  facts: 'The proxy itself',
  runtime: (count: number) => `Feature flags (${formatCount(count)})`,
  runtimeTitle: 'Feature flags that differ from what this Envoy was built with',
  statistic: 'Statistic',
  of: 'Of',
  value: 'Value',
  meaning: 'Meaning',
  state: 'State',
  family: 'About',
  attention: 'Needs attention',
  unused: 'Never counted',
  unusedTitle: 'Counters that never counted anything, too',
  placeholder: 'Name, cluster or label',
  cut: (shown: number, count: number) =>
    `The first ${formatCount(shown)} of ${formatCount(count)} are here; search for the others.`,
  rule: ({ rule }: NonNullable<StatRow['attention']>) => `Marked because it is ${rule}`,
  quantiles: 'Estimated from the buckets',
  count: 'Count',
  mean: 'Mean',
  notExplained: 'Envoy’s documentation says what this counts.',
  types: {
    counter: 'Counter since the proxy started',
    gauge: 'Value now',
    histogram: 'Distribution',
    summary: 'Distribution',
    unknown: 'Value',
  } satisfies Record<StatRow['type'], string>,
} as const;
