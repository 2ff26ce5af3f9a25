import { ViglaError } from '#server/errors.ts';
import { escapeRegularExpression } from '#server/metrics/match-one-of.ts';
import type { Matcher, MetricQuery } from '#server/metrics/query.ts';
import type { IstiodSource, MetricSource, Sources } from '#server/sources/interface.ts';
import type { TraceSource } from '#server/sources/trace-source.ts';
import { isTrafficMetric } from './metrics/traffic-ends.ts';

/**
 * The sources without the telemetry of some clusters: no traffic with an end there, and no traces, whose summaries do not
 * say through which clusters they went.
 */
export function withoutClusters(sources: Sources, clusters: readonly string[]): Sources {
  const { traces, metrics, istiod } = sources;
  return {
    ...sources,
    metrics: metricsWithout(metrics, clusters),
    ...(istiod === undefined ? {} : { istiod: onlyOwn(istiod) }),
    ...(traces === undefined ? {} : { traces: noTraces(traces, clusters) }),
  };
}

/** istiod of another cluster also tells what is in that one. */
function onlyOwn(istiod: IstiodSource): IstiodSource {
  return {
    ask: async (question, signal) =>
      (await istiod.isElsewhere?.(signal)) === true ? [] : istiod.ask(question, signal),
    status: () => istiod.status(),
  };
}

function metricsWithout(metrics: MetricSource, clusters: readonly string[]): MetricSource {
  const { promql, exemplars } = metrics;
  const value = clusters.map(escapeRegularExpression).join('|');
  const matchers: Matcher[] = ['source_cluster', 'destination_cluster'].map((label) => ({
    label,
    is: '!~',
    value,
  }));
  const outside = <Asked extends MetricQuery>(asked: Asked): Asked =>
    isTrafficMetric(asked.selector.metric)
      ? { ...asked, selector: { ...asked.selector, matchers: [...asked.selector.matchers, ...matchers] } }
      : asked;
  return {
    query: (asked, atSeconds, signal) => metrics.query(outside(asked), atSeconds, signal),
    queryRange: (asked, range, signal) => metrics.queryRange(outside(asked), range, signal),
    ...(promql === undefined ? {} : { promql: (asked) => promql.call(metrics, outside(asked)) }),
    ...(exemplars === undefined
      ? {}
      : { exemplars: (asked, range, signal) => exemplars.call(metrics, outside(asked), range, signal) }),
    status: () => metrics.status(),
  };
}

function noTraces(traces: TraceSource, clusters: readonly string[]): TraceSource {
  const refuse = async () => {
    throw new ViglaError(
      'forbidden',
      `Traces go through all clusters, and you may see less in ${clusters.join(', ')} than here.`,
    );
  };
  return { services: refuse, search: refuse, trace: refuse, status: () => traces.status() };
}
