import type { Sync } from '#lib/contract/proxies.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { readName, waypointsOfSplit } from '../in-envoy/calling-proxies.ts';
import { type SourceName, type SourceProxy, sourceProxiesOf } from '../source-proxies.ts';
import type { Split } from '../split.ts';

type Mesh = { objects: MeshObjects; rootNamespace: string };

/** Each takes a dump, as on any page of a split. */
const mostProxies = 24;

/**
 * The proxies that would choose the version if they sent requests, where nobody knows who does: those of the gateways that
 * serve the split, of the waypoints of its Services, and of all workloads that meet it. Those that istiod waits for come
 * first, then the namespaces of the split: what is left out is what is least likely off.
 */
export function possibleCallers(
  split: Split,
  mesh: Mesh,
  isBehind: (proxy: SourceProxy) => boolean,
): { chosen: SourceProxy[]; leftOut: SourceProxy[] } {
  const serving = [...split.gatewayWorkloads.map(readName), ...waypointsOfSplit(split, mesh.objects)];
  // Other gateways and waypoints are not bound to the route.
  const sidecars = proxiesOf(workloadsThatMeet(split, mesh), mesh).filter(({ type }) => type === 'sidecar');
  const all = [...proxiesOf(serving, mesh), ...sidecars];
  const inOrder = [...all.filter(isBehind), ...all.filter((proxy) => !isBehind(proxy))];
  return { chosen: inOrder.slice(0, mostProxies), leftOut: inOrder.slice(mostProxies) };
}

function proxiesOf(names: readonly SourceName[], mesh: Mesh): SourceProxy[] {
  return sourceProxiesOf(names, mesh, { inAll: Number.POSITIVE_INFINITY }).chosen;
}

/** istiod sent something that the proxy did not acknowledge, or refused. */
export function isWaitedFor(syncs: readonly Sync[] | undefined): boolean {
  return syncs?.some(({ state }) => state === 'STALE' || state === 'ERROR') === true;
}

function workloadsThatMeet(split: Split, { objects, rootNamespace }: Mesh): SourceName[] {
  const { isMesh, callers, object, services } = split;
  if (!isMesh) return [];
  const own = new Set([object.namespace, ...services.map((key) => readName(key).namespace)]);
  const all = inventoryOf(objects, rootNamespace)
    .workloads.filter(({ namespace }) => callers === '*' || callers.includes(namespace))
    .map(({ namespace, name: workload }) => ({ namespace, workload }));
  return [
    ...all.filter(({ namespace }) => own.has(namespace)),
    ...all.filter(({ namespace }) => !own.has(namespace)),
  ];
}
