import { splitsOf } from '#server/mesh/canary/configured/splits-of.ts';
import type { Split } from '#server/mesh/canary/split.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

type Labels = Record<string, string>;

/** A Deployment of one pod with an endpoint in `service`; `ready: false` for one that is not, none for no pod at all. */
export function deployed(
  name: string,
  { service, labels, ready = true, namespace = 'shop' }: Deployed,
): Manifest[] {
  const owner = (kind: string, of: string) => [{ apiVersion: 'apps/v1', kind, name: of, controller: true }];
  return [
    {
      kind: 'Deployment',
      namespace,
      name,
      spec: { template: { metadata: { labels } } },
    },
    {
      kind: 'ReplicaSet',
      namespace,
      name: `${name}-x`,
      ownerReferences: owner('Deployment', name),
      spec: {},
    },
    ...(ready === 'no pod'
      ? []
      : [
          {
            kind: 'Pod',
            namespace,
            name: `${name}-x-1`,
            labels,
            ownerReferences: owner('ReplicaSet', `${name}-x`),
            spec: {},
          } as const,
          ...[service].flat().map(
            (of): Manifest => ({
              kind: 'EndpointSlice',
              namespace,
              name: `${of}-${name}`,
              labels: { 'kubernetes.io/service-name': of },
              endpoints: [
                {
                  addresses: [`10.0.0.${name.length}`],
                  conditions: { ready },
                  targetRef: { kind: 'Pod', name: `${name}-x-1` },
                },
              ],
            }),
          ),
        ]),
  ] as Manifest[];
}
type Deployed = {
  service: string | readonly string[];
  labels: Labels;
  ready?: boolean | 'no pod';
  namespace?: string;
};

export function service(
  name: string,
  selector: Labels,
  ports: readonly Record<string, unknown>[] = [{ port: 80, name: 'http' }],
): Manifest {
  return { kind: 'Service', namespace: 'shop', name, spec: { selector, ports } };
}

/** Service `cart` with `cart-v1` and `cart-v2` behind it, told apart by the label `track`, and each with its own Service. */
export const cart: readonly Manifest[] = [
  service('cart', { app: 'cart' }),
  service('cart-stable', { app: 'cart', track: 'stable' }),
  service('cart-canary', { app: 'cart', track: 'canary' }),
  ...deployed('cart-v1', { service: ['cart', 'cart-stable'], labels: { app: 'cart', track: 'stable' } }),
  ...deployed('cart-v2', { service: ['cart', 'cart-canary'], labels: { app: 'cart', track: 'canary' } }),
];

/** Subsets `v1` and `v2` of `cart`, by the label `track`. */
export const cartSubsets: Manifest = {
  kind: 'DestinationRule',
  namespace: 'shop',
  name: 'cart',
  spec: {
    host: 'cart',
    subsets: [
      { name: 'v1', labels: { track: 'stable' } },
      { name: 'v2', labels: { track: 'canary' } },
      { name: 'v9', labels: { track: 'nobody' } },
    ],
  },
};

type Spec = Record<string, unknown>;

export function virtualService(name: string, spec: Spec, more: Partial<Manifest> = {}): Manifest {
  return { kind: 'VirtualService', namespace: 'shop', name, spec: { hosts: ['cart'], ...spec }, ...more };
}

/** A destination of `cart` by subset. */
export function to(subset: string, weight?: number) {
  return { destination: { host: 'cart', subset }, ...(weight === undefined ? {} : { weight }) };
}

/** An HTTPRoute on the Service `cart`. */
export function httpRoute(name: string, spec: Spec, more: Partial<Manifest> = {}): Manifest {
  return {
    kind: 'HTTPRoute',
    namespace: 'shop',
    name,
    spec: { parentRefs: [{ kind: 'Service', group: '', name: 'cart' }], ...spec },
    ...more,
  };
}

export function backend(name: string, weight?: number) {
  return { name, port: 80, ...(weight === undefined ? {} : { weight }) };
}

/** The splits of some manifests beside `cart` and its subsets. */
export function cartSplits(...manifests: readonly Manifest[]): readonly Split[] {
  return splitsOf(meshObjects([...cart, cartSubsets, ...manifests]), 'istio-system');
}

/** The only split of some manifests. @throws where there are none or several */
export function cartSplit(...manifests: readonly Manifest[]): Split {
  const splits = cartSplits(...manifests);
  const [split] = splits;
  if (split === undefined || splits.length > 1)
    throw new Error(`${splits.length} splits: ${splits.map(({ route }) => route).join(', ')}`);
  return split;
}
