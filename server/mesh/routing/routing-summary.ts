import type { RouteDestination, ServiceRoute } from '#lib/contract/routing.ts';
import type { EndpointCounts } from './endpoint-counts.ts';
import type { RoutingSubject } from './subject.ts';

type Known = {
  subject: RoutingSubject;
  routes: readonly ServiceRoute[];
  endpoints: EndpointCounts | undefined;
};

/** Where a request without anything special goes, in one sentence. */
export function routingSummary({ subject, routes, endpoints }: Known): string {
  const route = routes.find(
    ({ isInForce, side, hosts }) =>
      isInForce && side === 'mesh' && hosts.some((host) => subject.isNamedBy(host, subject.namespace)),
  );
  if (route === undefined) return withoutRoute(subject, endpoints);
  const { kind, namespace, name } = route.object;
  const usual = route.rules.find(({ matches, isUnreachable }) => matches.length === 0 && !isUnreachable);
  const others = route.rules.filter((rule) => rule !== usual && !rule.isUnreachable).length;
  const before = others === 0 ? '' : `, after ${others} more particular ${others === 1 ? 'rule' : 'rules'}`;
  const by = `${kind} ${namespace}/${name} decides`;
  if (usual === undefined) return `${by}: what none of its rules matches gets 404 (NR).`;
  if (usual.destinations.length === 0)
    return `${by}${before}: ${usual.actions.join(', ') || 'nothing is sent on'}.`;
  return `${by}${before}: ${usual.destinations.map(destinationWords).join(', ')}.`;
}

function withoutRoute({ kind, hosts }: RoutingSubject, endpoints: EndpointCounts | undefined): string {
  if (kind === 'ServiceEntry') return `No route decides: requests leave for ${hosts.join(', ')}.`;
  const { ready = 0, total = 0 } = endpoints ?? {};
  if (total === 0) return 'No route decides, and no pod stands behind it: requests get 503 (UH).';
  if (ready === 0) return `No route decides, and none of its ${total} pods is ready: requests get 503 (UH).`;
  const pods = ready === 1 ? 'its one ready pod' : `any of its ${ready} ready pods`;
  return `No route decides: every request goes to ${pods}.`;
}

function destinationWords({ share, service, host, subset, problem }: RouteDestination): string {
  const name = service?.name ?? host;
  const to = subset === undefined ? name : `${name} ${subset}`;
  const percent = `${Math.round(share * 1000) / 10} %`;
  return `${percent} to ${to}${problem === undefined ? '' : ` (${problem})`}`;
}
