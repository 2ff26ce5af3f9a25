import type { Evidence } from '#lib/contract/evidence.ts';
import { objectLink } from '#lib/object-place.ts';
import type { MetricQuery } from '#server/metrics/query.ts';
import { ofCallersIn } from './observed/of-callers-in.ts';
import { planCounters, planLatency } from './observed/plan-counters.ts';
import { isOfConnections } from './of-connections.ts';
import type { Split } from './split.ts';

/** The field that configures a split and the questions behind its counts, for a reader to ask again. */
export function proofOf(split: Split, write: (query: MetricQuery) => string, cluster?: string): Evidence[] {
  const promql = (query: MetricQuery) => write(ofCallersIn(cluster, query));
  const { object, path, versions } = split;
  const weights = versions.map(({ name, weight }) => `${name} ${weight}`).join(', ');
  const link = objectLink(object, path);
  return [
    {
      kind: 'object',
      text: `${object.kind} ${object.namespace}/${object.name}: ${path}, ${weights}`,
      ...(link === undefined ? {} : { link }),
    },
    ...planCounters([split]).map(({ query }): Evidence => ({ kind: 'series', text: promql(query) })),
    ...(isOfConnections(split) ? [] : [{ kind: 'series' as const, text: promql(planLatency(split)) }]),
  ];
}
