import type { EdgeSplit } from '#lib/contract/edge-split.ts';
import { configuredSplits } from '#server/mesh/graph/decorators/configured-splits.ts';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import { edge, graphOf, type Party, seenByBoth, workload } from '#tests/support/telemetry.ts';
import {
  backend,
  cart,
  cartSubsets,
  deployed,
  httpRoute,
  to,
  virtualService,
} from '#tests/support/weighted-routes.ts';

export const client = workload('shop/client-v1');
export const callers = deployed('client-v1', { service: 'client', labels: { app: 'client' } });

export type SplitCase = {
  routes: readonly Manifest[];
  query?: Record<string, string>;
  from?: Party;
  /** The Service that telemetry names, by workload. */
  addressed?: Record<string, string>;
  protocol?: 'http' | 'grpc';
  line?: string;
};

export const direct = 'workload:shop/client-v1 -> workload:shop/cart-v2 http';

/** What the graph says of the split on the line from a caller to the second of two versions, 750 to 250 requests. */
export function splitOf({
  routes,
  query = {},
  from = client,
  addressed,
  protocol,
  line = direct,
}: SplitCase): EdgeSplit {
  const requests = [
    ['cart-v1', 750],
    ['cart-v2', 250],
  ] as const;
  const graph = graphOf(
    {
      requests: requests.flatMap(([name, value]) =>
        seenByBoth({
          from,
          to: workload(`shop/${name}`),
          service: `shop/${addressed?.[name] ?? 'cart'}`,
          value,
          ...(protocol === undefined ? {} : { protocol }),
        }),
      ),
    },
    { objects: [...cart, ...callers, cartSubsets, ...routes], query, decorators: [configuredSplits] },
  );
  const { split } = edge(graph, line);
  if (split === undefined) throw new Error(`${line} has no split`);
  return split;
}

export const weighted = (first: number, second: number) => ({ route: [to('v1', first), to('v2', second)] });
export const ninety = virtualService('cart', { http: [weighted(90, 10)] });
export const ownServices = { 'cart-v1': 'cart-stable', 'cart-v2': 'cart-canary' };
export const gamma = httpRoute('cart-mesh', {
  rules: [{ backendRefs: [backend('cart-stable', 3), backend('cart-canary', 1)] }],
});
export const toRouted = { serviceNodes: 'routed' };
export const fromService = 'service:shop/cart -> workload:shop/cart-v2 http';
