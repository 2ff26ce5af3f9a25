import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { recordedMetricSource } from '#server/sources/recording/recorded-metrics.ts';
import { type SteadyCounter, steadyCounters } from './counters.ts';
import { graphContext } from './graph-context.ts';
import { endSeconds, requests } from './telemetry.ts';

type Traffic = Parameters<typeof requests>[0];

/** A counter with the labels of one series. `value` is requests per second. */
export function counter(traffic: Traffic): SteadyCounter {
  return { labels: requests(traffic).labels, perSecond: traffic.value, fromSeconds: endSeconds - 86_400 };
}

/** The same requests as both proxies report them. */
export function seenByBothSides(traffic: Omit<Traffic, 'reporter'>): SteadyCounter[] {
  return [counter({ ...traffic, reporter: 'source' }), counter({ ...traffic, reporter: 'destination' })];
}

/** A histogram of the same requests, in which all took up to `ms` (a bound of Istio's) and more than the bound below. */
export function durations(traffic: Traffic, ms: number): SteadyCounter[] {
  const { labels, perSecond } = { ...counter(traffic), perSecond: traffic.value };
  return [String(ms), '3600000', '+Inf'].map((le) => ({
    labels: { ...labels, le },
    perSecond,
    fromSeconds: endSeconds - 86_400,
  }));
}

/** Sources with steady traffic of these counters by metric. */
export function steadyContext(
  counters: Record<string, readonly SteadyCounter[]>,
  objects: ObjectsSnapshot | Error,
): LoadContext {
  const { query, queryRange } = recordedMetricSource(async () => steadyCounters(counters));
  const context = graphContext({ query, queryRange, objects });
  // The traffic is older than the recorded objects say they are.
  return { ...context, sources: { ...context.sources, mode: 'demo' } };
}
