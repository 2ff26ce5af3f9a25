import type { FlowView } from '../flows/flow.ts';
import type { RouteFact } from '../route-facts.ts';
import type { EdgeTally } from './edge-tally.ts';
import type { PlacedFlow } from './placed-flow.ts';
import type { RouteFolding } from './route-folding.ts';
import type { SplitGroup } from './split-shares.ts';

type SplitPart = {
  one: PlacedFlow;
  operation: string | undefined;
  legs: readonly EdgeTally[];
  seconds: number;
  splitGroups: Map<string, SplitGroup>;
  folding: RouteFolding;
};

/**
 * A gateway's route splits on the way out of the gateway; a route of the mesh, or a service with several workloads, on
 * the way into the workloads. Requests that reached no workload were not split at all.
 */
export function addSplit({ one, operation, legs, seconds, splitGroups, folding }: SplitPart): void {
  const { flow, through, target, reachedWorkload } = one;
  if (!reachedWorkload) return;
  const service = `${flow.addressed.namespace}/${flow.addressed.name}`;
  const gatewayRoute = folding.gatewayRouteOf(`${flow.source.namespace}/${flow.source.workload}`, service);
  const isGatewaySplit =
    gatewayRoute?.backends.some((backend) => backend.service === service && backend.isSplit) === true;
  const meshRoute = folding.meshRouteOf(service);
  const leg = isGatewaySplit ? legs[0] : legs.at(-1);
  if (leg === undefined || (through === undefined && !isGatewaySplit)) return;
  const route = isGatewaySplit ? gatewayRoute : meshRoute;
  const group = isGatewaySplit
    ? `${gatewayRoute.kind}/${gatewayRoute.namespace}/${gatewayRoute.name}`
    : (through?.id ?? target.id);
  if (!splitGroups.has(group))
    splitGroups.set(group, { route, isWhole: isGatewaySplit || standsAlone(service, route, folding) });
  const count = amountOf(flow.views[flow.chosen], operation);
  leg.splitGroups ??= new Map();
  const known = leg.splitGroups.get(group);
  leg.splitGroups.set(group, {
    perSecond: (known?.perSecond ?? 0) + count / seconds,
    count: (known?.count ?? 0) + count,
  });
}

/** Whether all that the route splits among is drawn behind the service, and none of it behind another. */
function standsAlone(service: string, route: RouteFact | undefined, { hostOf }: RouteFolding): boolean {
  const drawnAt = (key: string) => {
    const host = hostOf(key);
    return host === undefined ? key : `${host.namespace}/${host.name}`;
  };
  const own = drawnAt(service);
  return route?.backends.every((backend) => !backend.isSplit || drawnAt(backend.service) === own) ?? true;
}

function amountOf(view: FlowView | undefined, operation: string | undefined): number {
  if (operation === undefined) return view?.totals.requests ?? view?.totals.connectionsOpened ?? 0;
  let amount = 0;
  for (const response of view?.responses.values() ?? [])
    if (response.operation === operation) amount += response.count;
  return amount;
}
