import { expect, test } from 'vitest';
import { sourceProxiesOf } from '#server/mesh/canary/source-proxies.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { proxyPod } from '#tests/support/proxy-links.ts';

const of = (workload: string, name: string, fields: Partial<Manifest> = {}) =>
  proxyPod({
    name,
    ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: workload, controller: true }],
    ...fields,
  });
const mesh = objectsSnapshot([
  of('web', 'web-2'),
  of('web', 'web-1'),
  of('web', 'web-3'),
  of('cart', 'cart-1'),
  of('cart', 'cart-2', { spec: { containers: [{ name: 'app' }] } }),
  of('cart', 'cart-3', { status: { phase: 'Succeeded' } }),
  of('away', 'web-9', { namespace: 'away' }),
  of('node', 'ztunnel-1', { labels: { app: 'ztunnel' } }),
]);
const shop = (...workloads: string[]) => workloads.map((workload) => ({ namespace: 'shop', workload }));

test.each<
  [string, Parameters<typeof sourceProxiesOf>[0], Parameters<typeof sourceProxiesOf>[2], string, string]
>([
  ['one of each workload comes first', shop('web', 'cart'), { inAll: 24 }, 'web-1 cart-1 web-2 web-3', ''],
  ['no more than allowed in all', shop('web', 'cart'), { inAll: 3 }, 'web-1 cart-1 web-2', 'web-3'],
  [
    'no more than allowed of each',
    shop('web', 'cart'),
    { ofEach: 1, inAll: 24 },
    'web-1 cart-1',
    'web-2 web-3',
  ],
  ['a workload named twice counts once', shop('cart', 'cart'), { inAll: 24 }, 'cart-1', ''],
  ['ztunnel chooses nothing', shop('node'), { inAll: 24 }, '', ''],
  ['what runs nowhere has none', shop('gone'), { inAll: 24 }, '', ''],
  ['nor has a namesake in another namespace', shop('away'), { inAll: 24 }, '', ''],
])('%s', (_, sources, limits, chosen, leftOut) => {
  const found = sourceProxiesOf(sources, mesh, limits);
  const names = (proxies: typeof found.chosen) => proxies.map(({ name }) => name).join(' ');
  expect([names(found.chosen), names(found.leftOut)]).toEqual([chosen, leftOut]);
});
