import type { Pin, Split } from '#server/mesh/canary/split.ts';

/** The first rule of VirtualService `shop/cart`, 90 to subset v1 and 10 to subset v2, unless said otherwise. */
export function cartSplit(fields: Partial<Split> = {}): Split {
  const object = { kind: 'VirtualService', namespace: 'shop', name: 'cart' };
  const version = (subset: string, weight: number) => ({
    name: subset,
    host: 'cart.shop.svc.cluster.local',
    service: { namespace: 'shop', name: 'cart' },
    subset,
    weight,
    share: weight / 100,
    workloads: [`cart-${subset}`],
  });
  return {
    object,
    root: object,
    route: '0',
    path: 'spec.http[0]',
    protocol: 'http',
    routeName: 'default',
    isMesh: true,
    gatewayWorkloads: [],
    gateways: [],
    callers: '*',
    hosts: ['cart'],
    services: ['shop/cart'],
    matches: [],
    versions: [version('v1', 90), version('v2', 10)],
    pins: [],
    mirrors: [],
    problems: [],
    ...fields,
  };
}

/** A rule of the same VirtualService before it. */
export function cartPin(fields: Pick<Pin, 'routeName' | 'versions'>): Pin {
  return {
    object: { kind: 'VirtualService', namespace: 'shop', name: 'cart' },
    path: 'spec.http[0]',
    matches: ['header x-canary is yes'],
    ...fields,
  };
}
