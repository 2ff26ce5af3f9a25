import { expect, test } from 'vitest';
import type { GraphNode } from '#lib/contract/graph.ts';
import { nodeTarget } from '#lib/graph/node-target.ts';

test.each<[GraphNode['kind'], string | undefined, string | undefined]>([
  ['workload', 'shop', 'workload'],
  ['application', 'shop', 'application'],
  ['serviceEntry', 'external', 'service'],
  ['unknown', undefined, undefined],
  ['passthrough', undefined, undefined],
  ['service', 'unknown', undefined],
])('a %s in %s has the page of a %s', (kind, namespace, page) => {
  const health = { status: 'healthy' as const, reasons: [] };
  const node: GraphNode = { id: 'x', kind, cluster: 'c', name: 'x', labels: {}, health, badges: [] };
  const target = nodeTarget(namespace === undefined ? node : { ...node, namespace });
  expect(target?.kind).toBe(page);
});
