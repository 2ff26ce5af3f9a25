import { expect, test } from 'vitest';
import { graphQuery, graphSeriesQuery } from '#lib/contract/graph-query.ts';
import { namespacesQuery } from '#lib/contract/namespaces.ts';
import { loadGraph } from '#server/mesh/graph/load-graph.ts';
import { loadGraphSeries } from '#server/mesh/graph/load-graph-series.ts';
import { loadNamespaces } from '#server/mesh/inventory/load-namespaces.ts';
import { windowEnd } from '#server/mesh/window-end.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { endSeconds } from '#tests/support/telemetry.ts';

test('a window ends now, at a time that was, or at one that a clock a little ahead takes for now', () => {
  expect(windowEnd('now', 1000)).toBe(1000);
  expect(windowEnd(400, 1000)).toBe(400);
  expect(windowEnd(1060, 1000)).toBe(1060);
});

test('a time to come is refused by name, wherever a window is asked for', async () => {
  const at = new Date((endSeconds + 61) * 1000).toISOString();
  const refused = { code: 'bad_parameter', parameter: 'at' };
  const node = 'workload:Kubernetes/shop/server-v1';
  await expect(loadGraph(graphQuery.parse({ at }), graphContext())).rejects.toMatchObject(refused);
  await expect(loadGraphSeries(graphSeriesQuery.parse({ at, node }), graphContext())).rejects.toMatchObject(
    refused,
  );
  await expect(loadNamespaces(namespacesQuery.parse({ at }), graphContext())).rejects.toMatchObject(refused);
});
