import { expect, test } from 'vitest';
import type { Split } from '#server/mesh/canary/split.ts';
import { possibleCallers } from '#server/mesh/canary/unobserved/possible-callers.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { proxyPod } from '#tests/support/proxy-links.ts';
import { cartSplit } from '../made-cart.ts';

const of = (key: string, replica = 1, args?: readonly string[]): Manifest => {
  const [namespace = '', workload = ''] = key.split('/');
  const owner = { apiVersion: 'apps/v1', kind: 'StatefulSet', name: workload, controller: true };
  return proxyPod({ namespace, name: `${workload}-${replica}`, ownerReferences: [owner] }, args);
};
const mesh = objectsSnapshot([
  of('away/batch'),
  of('edge/gateway', 1, ['router']),
  of('edge/other', 1, ['router']),
  of('shop/cart'),
  of('shop/web'),
  of('shop/web', 2),
]);

test.each<[string, Partial<Split>, behind: string, expected: string]>([
  ['those of the split first, one of each', {}, '', 'cart-1 web-1 batch-1 web-2'],
  ['those that istiod waits for before all others', {}, 'web-2 batch-1', 'batch-1 web-2 cart-1 web-1'],
  ['whose namespaces meet the rule', { callers: ['away'] }, '', 'batch-1'],
  ['gateways that serve it', { gatewayWorkloads: ['edge/gateway'], isMesh: false }, '', 'gateway-1'],
  [
    'gateways beside workloads',
    { gatewayWorkloads: ['edge/gateway'] },
    '',
    'gateway-1 cart-1 web-1 batch-1 web-2',
  ],
  ['nobody where nobody meets it', { isMesh: false }, '', ''],
])('%s', (_, fields, behind, expected) => {
  const { chosen, leftOut } = possibleCallers(cartSplit(fields), mesh, ({ name }) =>
    behind.split(' ').includes(name),
  );
  expect([chosen.map(({ name }) => name).join(' '), leftOut]).toEqual([expected, []]);
});

test('a large mesh is not read whole, and what is behind is read in any case', () => {
  const many = objectsSnapshot(
    Array.from({ length: 200 }, (_, index) => of(`shop/web${String(index).padStart(3, '0')}`)),
  );
  const { chosen, leftOut } = possibleCallers(cartSplit(), many, ({ name }) => name === 'web177-1');
  expect([chosen.length, leftOut.length, chosen[0]?.name]).toEqual([24, 176, 'web177-1']);
});
