import { measures } from '../plan/plan-graph-queries.ts';
import type { Addressed, Party } from '../rows/edge-row.ts';
import type { PlacedFlow } from './placed-flow.ts';
import type { RouteFolding } from './route-folding.ts';

export type WhoReports = {
  /**
   * Whether the proxies of both ends could have counted a flow: the caller's reports requests to this service, and the
   * receiver's reports what reaches it, or the request failed on the way to it. Only such flows can disagree.
   */
  couldBothSee(placed: PlacedFlow): boolean;
  /**
   * Whether the receiver counted requests that the caller's proxy, which does report its requests to this service, never
   * sent on its own account: copies that a route mirrors, or attempts that were repeated at another workload. Envoy
   * records no request for either.
   */
  isUnsent(placed: PlacedFlow): boolean;
};

/** Reads out of all flows of a picture which proxies report what, protocol by protocol. */
export function whoReports(placed: readonly PlacedFlow[], folding: RouteFolding): WhoReports {
  const keyOf = serviceKeys(folding);
  const sentBy = new Map<Party, Set<string>>();
  const receivedBy = new Map<Party, Set<string>>();
  for (const one of placed) {
    const { source, destination, views, protocol } = one.flow;
    if (hasCounted(views.source)) addTo(sentBy, source, keyOf(one));
    if (hasCounted(views.destination) || hasCounted(views.waypoint)) addTo(receivedBy, destination, protocol);
  }
  const isReportedByCaller = (one: PlacedFlow) => sentBy.get(one.flow.source)?.has(keyOf(one)) === true;
  return {
    couldBothSee(one) {
      if (!isReportedByCaller(one)) return false;
      const { destination, protocol } = one.flow;
      return one.reachedWorkload
        ? receivedBy.get(destination)?.has(protocol) === true
        : hasFailedOnTheWay(one);
    },
    isUnsent: (one) =>
      one.flow.protocol !== 'tcp' && !hasCounted(one.flow.views.source) && isReportedByCaller(one),
  };
}

/** What a caller addresses over a protocol, as a key: by the routed host, since a route may choose other Services. */
function serviceKeys(folding: RouteFolding): (one: PlacedFlow) => string {
  const known = new Map<Addressed, string>();
  return ({ flow: { addressed, destination, protocol } }) => {
    // Without a service only the pair itself tells what was addressed.
    if (addressed.name === '') return `${protocol}|${destination.namespace}/${destination.workload}`;
    let service = known.get(addressed);
    if (service === undefined) {
      service = `${addressed.namespace}/${addressed.name}`;
      const host = folding.hostOf(service);
      if (host !== undefined) service = `${host.namespace}/${host.name}`;
      known.set(addressed, service);
    }
    return `${protocol}|${service}`;
  };
}

function hasCounted(view: PlacedFlow['flow']['views']['source']): boolean {
  if (view === undefined) return false;
  for (const measure of measures) if ((view.totals[measure] ?? 0) > 0) return true;
  return false;
}

/** Answers from outside the mesh come without a workload, too, and no proxy there could have counted them. */
function hasFailedOnTheWay({ flow }: PlacedFlow): boolean {
  const answers = [...(flow.views.source?.responses.values() ?? [])];
  return answers.every(({ outcome, flags }) => outcome === 'error' || flags !== '-');
}

function addTo(sets: Map<Party, Set<string>>, party: Party, key: string): void {
  const known = sets.get(party);
  if (known === undefined) sets.set(party, new Set([key]));
  else known.add(key);
}
