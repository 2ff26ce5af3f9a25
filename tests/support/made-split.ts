import type { Observation, ObservedSource } from '#server/mesh/canary/observed.ts';
import type { Pin, Split } from '#server/mesh/canary/split.ts';

/** A split of the host `shop/catalog` over these weights, met by every caller in the mesh. */
export function madeSplit(weights: Record<string, number>, more: Partial<Split> = {}): Split {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  const object = { kind: 'VirtualService', namespace: 'shop', name: 'catalog' };
  return {
    object,
    root: object,
    route: 'split',
    path: 'spec.http[1]',
    protocol: 'http',
    routeName: 'split',
    isMesh: true,
    gatewayWorkloads: [],
    gateways: [],
    callers: '*',
    hosts: ['catalog'],
    services: ['shop/catalog'],
    matches: [],
    versions: Object.entries(weights).map(([name, weight]) => ({
      name,
      host: 'catalog.shop.svc.cluster.local',
      service: { namespace: 'shop', name: 'catalog' },
      subset: name,
      weight,
      share: sum === 0 ? 0 : weight / sum,
      workloads: [`catalog-${name}`],
      endpoints: { ready: 1, total: 1 },
    })),
    pins: [],
    mirrors: [],
    problems: [],
    ...more,
  };
}

/** A rule before the split that leads to these versions. */
export function madePin(versions: readonly number[]): Pin {
  return {
    object: { kind: 'VirtualService', namespace: 'shop', name: 'catalog' },
    path: 'spec.http[0]',
    routeName: 'pinned',
    matches: ['header x-canary is yes'],
    versions,
  };
}

/** Slices of 30 s from the epoch on, each with the same counts unless a list of slices is given. */
export function madeObservation(
  sources: Record<string, readonly (readonly number[])[]>,
  more: Partial<ObservedSource> = {},
): Observation {
  const length = Math.max(...Object.values(sources).map((slices) => slices.length), 0);
  return {
    slices: Array.from({ length }, (_, slice) => ({ startSeconds: slice * 30, endSeconds: slice * 30 + 30 })),
    sources: Object.entries(sources).map(([key, requests]) => {
      const [namespace = '', workload = ''] = key.split('/');
      return {
        namespace,
        workload,
        reporter: 'source',
        requests,
        failures: requests.map((counts) => ({
          application: counts.map(() => 0),
          proxyMade: counts.map(() => 0),
        })),
        unassigned: [],
        foreign: [],
        ...more,
      };
    }),
    notes: [],
  };
}

/** The same counts in each of so many slices. */
export function everySlice(counts: readonly number[], slices = 20): (readonly number[])[] {
  return Array.from({ length: slices }, () => counts);
}
