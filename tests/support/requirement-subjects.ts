import type { Requirement } from '#lib/contract/details.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { serviceRequirements } from '#server/mesh/details/requirements/service-requirements.ts';
import { workloadRequirements } from '#server/mesh/details/requirements/workload-requirements.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { type Manifest, meshObjects } from './objects-snapshot.ts';

/** What requirements are judged from. */
export function requirementFacts(objects: MeshObjects, unread: readonly ObjectKind[] = []) {
  const namespaces = new Map(objects.Namespace.map((namespace) => [namespace.metadata.name, namespace]));
  const inventory = inventoryOf(objects, 'istio-system');
  return {
    objects,
    unread,
    list: { inventory, namespaceOf: (name: string) => namespaces.get(name) },
  };
}

export const [app, proxy] = [
  { name: 'app', ports: [{ containerPort: 8080, name: 'web' }] },
  { name: 'istio-proxy' },
];
const init = { name: 'istio-init', securityContext: { capabilities: { add: ['NET_ADMIN', 'NET_RAW'] } } };
export const sidecar = { containers: [app, proxy], initContainers: [init] };
const labels = { app: 'web', version: 'v1' };
const namespace: Manifest = { kind: 'Namespace', name: 'shop', labels: { 'istio-injection': 'enabled' } };

export const pod = (extra: Partial<Manifest> = {}): Manifest => ({
  kind: 'Pod',
  namespace: 'shop',
  name: 'a',
  labels,
  ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web', controller: true }],
  spec: sidecar,
  ...extra,
});
export const port = (extra: object = {}) => ({ port: 80, name: 'http', targetPort: 8080, ...extra });
export const service = (ports: object[] = [port()], extra: object = {}, name = 'web'): Manifest => ({
  kind: 'Service',
  namespace: 'shop',
  name,
  spec: { selector: { app: 'web' }, ports, ...extra },
});
export const slice = (endpoints: object[]): Manifest => ({
  kind: 'EndpointSlice',
  namespace: 'shop',
  name: 'web-1',
  labels: { 'kubernetes.io/service-name': 'web' },
  endpoints,
});
export const address = (ready: boolean) => ({
  addresses: ['10.0.0.1'],
  conditions: { ready },
  targetRef: { kind: 'Pod', name: 'a' },
});

/** One requirement of the one workload of these objects. */
export function ofWorkload(
  manifests: readonly Manifest[],
  id: string,
  unread: readonly ObjectKind[] = [],
): Requirement | undefined {
  const facts = requirementFacts(meshObjects([namespace, ...manifests]), unread);
  const [workload] = facts.list.inventory.workloadsIn('shop');
  if (workload === undefined) throw new Error('no workload');
  return workloadRequirements(workload, facts).find((one) => one.id === id);
}

/** One requirement of Service `shop/web`. */
export function ofService(
  manifests: readonly Manifest[],
  id: string,
  unread: readonly ObjectKind[] = [],
): Requirement | undefined {
  const facts = requirementFacts(meshObjects([namespace, ...manifests]), unread);
  const web = facts.list.inventory.service('shop', 'web');
  if (web === undefined) throw new Error('no service');
  return serviceRequirements(web, facts).find((one) => one.id === id);
}

export const bare = pod({ spec: { containers: [app] } });
export const withContainers = (...containers: object[]) =>
  pod({ spec: { ...sidecar, containers: [...containers, proxy] } });
export const gatewayLabels = {
  'gateway.networking.k8s.io/gateway-name': 'edge',
  'gateway.istio.io/managed': 'istio.io-gateway-controller',
};
export const gateway = pod({ labels: { app: 'web', ...gatewayLabels } });
export const owned = (kind: string, extra: Partial<Manifest> = {}) =>
  pod({ ownerReferences: [{ apiVersion: 'v1', kind, name: 'web', controller: true }], ...extra });

export type RequirementCase = [id: string, state: Requirement['state'], words: RegExp, manifests: Manifest[]];
