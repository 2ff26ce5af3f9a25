import type { Warning } from '#lib/contract/envelope.ts';
import type { GraphNode } from '#lib/contract/graph.ts';
import type { InventoryQuery } from '#lib/contract/inventory.ts';
import { messageOf } from '#server/errors.ts';
import type { GraphFacts } from '#server/mesh/graph/facts/graph-facts.ts';
import { planGraphQueries } from '#server/mesh/graph/plan/plan-graph-queries.ts';
import type { ToleranceBook } from '#server/mesh/health/tolerances/tolerance-book.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { inventoryOf } from './inventory.ts';
import { nodeResponseTimes } from './node-response-times.ts';
import { responseTimesOf } from './response-times.ts';

type Asked = {
  tolerances: ToleranceBook;
  namespaces: InventoryQuery['namespaces'];
  rangeSeconds: number;
  endSeconds: number;
  facts: GraphFacts;
  objects: MeshObjects;
  rootNamespace: string;
};
type Read = { p95Ms?: (node: GraphNode) => number | undefined; warnings: Warning[] };

/** Response times by node where somebody tolerates only so much of them; where nobody does, nothing is asked. */
export async function loadJudgedResponseTimes(asked: Asked, { sources, signal }: LoadContext): Promise<Read> {
  const { tolerances, namespaces, rangeSeconds, endSeconds, facts, objects, rootNamespace } = asked;
  if (!tolerances.needsResponseTimes) return { warnings: [] };
  const plan = planGraphQueries({
    namespaces,
    range: rangeSeconds,
    include: ['latency'],
    operations: false,
  }).find(({ measure }) => measure === 'durationBuckets');
  if (plan === undefined) return { warnings: [] };
  try {
    const { rows } = await sources.metrics.query(plan.query, endSeconds, signal);
    const inventory = inventoryOf(objects, rootNamespace);
    return { p95Ms: nodeResponseTimes(responseTimesOf(rows), { facts, inventory }), warnings: [] };
  } catch (error) {
    const message = `Limits of response times could not be judged: ${messageOf(error)}`;
    return { warnings: [{ code: 'metrics_missing', source: 'prometheus', message }] };
  }
}
