import type { Routing } from '#lib/contract/routing.ts';
import { routingOf } from '#server/mesh/routing/routing-of.ts';
import { routingSubject } from '#server/mesh/routing/subject.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const pod = (name: string, version: string): Manifest => ({
  kind: 'Pod',
  namespace: 'shop',
  name,
  labels: { app: 'cart', version },
  spec: { containers: [] },
});

const cart: readonly Manifest[] = [
  { kind: 'Service', namespace: 'shop', name: 'cart', spec: { ports: [{ port: 80 }] } },
  pod('cart-1', 'v1'),
  pod('cart-2', 'v2'),
  {
    kind: 'EndpointSlice',
    namespace: 'shop',
    name: 'cart-x',
    labels: { 'kubernetes.io/service-name': 'cart' },
    endpoints: [
      { addresses: ['10.0.0.1'], conditions: { ready: true }, targetRef: { kind: 'Pod', name: 'cart-1' } },
      { addresses: ['10.0.0.2'], conditions: { ready: false }, targetRef: { kind: 'Pod', name: 'cart-2' } },
    ],
  },
];

/** Subsets v1 to v3; the last one has no pods. */
export const subsets: Manifest = {
  kind: 'DestinationRule',
  namespace: 'shop',
  name: 'cart',
  spec: {
    host: 'cart',
    subsets: [
      { name: 'v1', labels: { version: 'v1' } },
      { name: 'v2', labels: { version: 'v2' } },
      { name: 'v3', labels: { version: 'v3' } },
    ],
  },
};

/** A VirtualService of the host `cart`. */
export const virtualService = (
  name: string,
  spec: Record<string, unknown>,
  more: Partial<Manifest> = {},
): Manifest => ({
  kind: 'VirtualService',
  namespace: 'shop',
  name,
  spec: { hosts: ['cart'], ...spec },
  ...more,
});

/** A route's destination: a subset of the cart. */
export const to = (subset: string, weight?: number) => ({
  destination: { host: 'cart', subset },
  ...(weight === undefined ? {} : { weight }),
});

/** Where requests go with these objects beside a cart that has one ready pod of v1 and one of v2 that is not. */
export function cartRouting(
  manifests: readonly Manifest[],
  at = { namespace: 'shop', name: 'cart' },
): Routing {
  const objects = meshObjects([...cart, ...manifests]);
  const subject = routingSubject(objects, at);
  if (subject === undefined) throw new Error(`${at.name} is not there`);
  return routingOf({ objects, rootNamespace: 'istio-system', subject });
}
