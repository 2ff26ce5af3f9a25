import type { ServiceNodeMode } from '#lib/contract/graph-query.ts';
import type { PlacedFlow } from './placed-flow.ts';
import type { RouteFolding } from './route-folding.ts';

type DrawnOptions = { mode: ServiceNodeMode; folding: RouteFolding };

/**
 * Ids of the services that are drawn between a caller and a workload. `routed` draws those that decide something
 * (several backends in the picture, a route) or at which requests ended.
 */
export function drawnServices(
  placed: readonly PlacedFlow[],
  { mode, folding }: DrawnOptions,
): ReadonlySet<string> {
  if (mode === 'false') return new Set();
  const backends = new Map<string, Set<string>>();
  const drawn = new Set<string>();
  for (const { flow, through, target } of placed) {
    if (through === undefined) {
      if (target.kind === 'service' || target.kind === 'serviceEntry') drawn.add(target.id);
      continue;
    }
    const targets = backends.get(through.id) ?? new Set();
    backends.set(through.id, targets.add(target.id));
    const isRouted = folding.meshRouteOf(`${flow.addressed.namespace}/${flow.addressed.name}`) !== undefined;
    if (mode === 'true' || targets.size > 1 || isRouted) drawn.add(through.id);
  }
  return drawn;
}
