import { expect, test } from 'vitest';
import { rowDifference } from '#components/proxy/differences/row-difference.ts';
import type { ResourceDifference } from '#lib/contract/drift.ts';

function changed(...paths: string[]): ResourceDifference {
  return {
    section: 'routes',
    name: '8080',
    kind: 'changed',
    changes: paths.map((path) => ({ path, left: 3, right: 1 })),
    moreChanges: 0,
    lines: [],
    notes: [],
  };
}

const route = (host: number, index: number) => ({
  proofPath: `configs[5].dynamic_route_configs[8].route_config.virtual_hosts[${host}].routes[${index}]`,
});
const chain = (index: number) => ({
  proofPath: `configs[3].dynamic_listeners[2].active_state.listener.filter_chains[${index}]`,
});
const lastChain = {
  proofPath: 'configs[3].dynamic_listeners[2].active_state.listener.default_filter_chain',
};
const cluster = { proofPath: 'configs[1].dynamic_active_clusters[3].cluster' };

const weight = 'virtual_hosts[5].routes[1].route.weighted_clusters.clusters[0].weight';

test.each([
  ['a field of this route', route(5, 1), [weight], 1],
  ['a field of the route before it', route(5, 0), [weight], 0],
  ['a route whose number begins alike', route(5, 11), [weight], 0],
  ['a route of another virtual host', route(4, 1), [weight], 0],
  ['the whole route', route(5, 1), ['virtual_hosts[5].routes[1]'], 1],
  ['another route, missing here', route(5, 1), ['virtual_hosts[5].routes[2]'], 0],
  ['the domains of its virtual host', route(5, 1), ['virtual_hosts[5].domains'], 1],
  ['the domains of another virtual host', route(5, 1), ['virtual_hosts[4].domains'], 0],
  ['a field of the whole table', route(5, 1), ['validate_clusters'], 1],
  ['a filter of this chain', chain(0), ['filter_chains[0].filters[1].typed_config.stat_prefix'], 1],
  ['a filter of another chain', chain(0), ['filter_chains[1].filters[0].name'], 0],
  ['the chain that takes the rest', lastChain, ['default_filter_chain.filters[0].name'], 1],
  ['anything of a cluster', cluster, ['connect_timeout', 'lb_policy'], 2],
])('%s', (_, row, paths, count) => {
  expect(rowDifference(row, changed(...paths))?.changes.length ?? 0).toBe(count);
});

test('what is on one side only is so with all its rows', () => {
  const missing: ResourceDifference = { ...changed(), kind: 'onlyLeft' };
  expect(rowDifference(route(0, 0), missing)).toEqual({ kind: 'onlyLeft', changes: [] });
});

test('a resource that is the same differs in no row', () => {
  expect(rowDifference(route(0, 0), undefined)).toBeUndefined();
});
