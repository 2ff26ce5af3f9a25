import { expect } from 'vitest';
import { graphQuery, graphSeriesQuery } from '#lib/contract/graph-query.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import { loadGraphSeries } from '#server/mesh/graph/load-graph-series.ts';
import { evaluateInstant, evaluateRange } from '#server/metrics/evaluate.ts';
import type { LoadContext, ObjectsSnapshot } from '#server/sources/interface.ts';
import { type SteadyCounter, steadyCounters } from './counters.ts';
import { graphContext } from './graph-context.ts';
import { objectsSnapshot } from './objects-snapshot.ts';
import { requests } from './telemetry.ts';

type Told = Parameters<typeof requests>[0];

/** Requests as they come in each second, by the reporter that tells of them. */
export function told({ value: perSecond, ...traffic }: Told): SteadyCounter {
  return { labels: requests({ ...traffic, value: perSecond }).labels, perSecond };
}

/** What a loader is given in a mesh whose counters grow evenly. */
export function contextOf(
  counters: { requests?: readonly SteadyCounter[]; bytes?: readonly SteadyCounter[] },
  objects: ObjectsSnapshot | Error = objectsSnapshot([]),
): LoadContext {
  const store = steadyCounters({
    istio_requests_total: counters.requests ?? [],
    istio_tcp_sent_bytes_total: counters.bytes ?? [],
  });
  return graphContext({
    query: async (query, at) => ({ rows: evaluateInstant(query, at, store), warnings: [] }),
    queryRange: async (query, range) => ({ rows: evaluateRange(query, range, store), warnings: [] }),
    objects,
  });
}

/** The curve of an edge or node. */
export const askSeries = (parameters: Record<string, string>, context: LoadContext) =>
  loadGraphSeries(graphSeriesQuery.parse(parameters), context);

/** Requests per second where a curve ends. */
export async function rateOf(parameters: Record<string, string>, context: LoadContext) {
  const { data } = await askSeries(parameters, context);
  return data.points.at(-1)?.requestsPerSecond;
}

/** Every id of a graph whose curve ends elsewhere than its figure. */
export async function disagreements(
  parameters: Record<string, string>,
  context: LoadContext,
): Promise<string[]> {
  const { data: graph } = await loadGraph(graphQuery.parse(parameters), context);
  const wrong: string[] = [];
  for (const { id, requestsPerSecond = 0 } of graph.edges) {
    const rate = (await rateOf({ ...parameters, edge: id }, context)) ?? 0;
    if (Math.abs(rate - requestsPerSecond) > 1e-3) wrong.push(`${id}: ${requestsPerSecond}, curve ${rate}`);
  }
  for (const { id, requestsInPerSecond, requestsOutPerSecond = 0 } of graph.nodes) {
    const figure = requestsInPerSecond ?? requestsOutPerSecond;
    const rate = (await rateOf({ ...parameters, node: id }, context)) ?? 0;
    if (Math.abs(rate - figure) > 1e-3) wrong.push(`${id}: ${figure}, curve ${rate}`);
  }
  expect(graph.edges.length).toBeGreaterThan(0);
  return wrong;
}
