import { expect, test } from 'vitest';
import type { Manifest } from '#tests/support/objects-snapshot.ts';
import {
  backend,
  cartSplit,
  deployed,
  httpRoute,
  service,
  to,
  virtualService,
} from '#tests/support/weighted-routes.ts';

const split = (route: readonly unknown[]) => virtualService('cart', { http: [{ route }] });

test('a subset that no DestinationRule defines', () => {
  const found = cartSplit(split([to('v1', 50), to('v7', 50)]));
  expect(found.versions[1]).toMatchObject({ name: 'v7', share: 0.5, workloads: [] });
  expect(found.problems).toEqual([
    {
      id: 'no-subset',
      text: 'v7: no DestinationRule of shop/cart defines subset v7, so requests sent there get 503 (NC).',
    },
  ]);
});

test('a subset without pods, unless nothing is sent there', () => {
  expect(cartSplit(split([to('v1', 50), to('v9', 50)])).problems).toEqual([
    { id: 'no-pods', text: 'v9: no pod stands behind subset v9, so requests sent there get 503 (UH).' },
  ]);
  const unused = cartSplit(split([to('v1', 100), to('v9', 0)]));
  expect(unused.problems.map(({ id }) => id)).toEqual(['zero-weight']);
  expect(unused.versions[1]?.problem).toMatch(/^no pod stands behind subset v9/);
});

test('a Service whose pods are not ready, and a workload that is scaled to nothing', () => {
  const backendRefs = [backend('slow', 1), backend('gone', 1)];
  const found = cartSplit(
    service('slow', { app: 'slow' }),
    service('gone', { app: 'gone' }),
    ...deployed('slow', { service: 'slow', labels: { app: 'slow' }, ready: false }),
    ...deployed('gone', { service: 'gone', labels: { app: 'gone' }, ready: 'no pod' }),
    httpRoute('cart', { rules: [{ backendRefs }] }),
  );
  expect(found.versions.map(({ workloads, endpoints }) => [workloads, endpoints])).toEqual([
    [['slow'], { ready: 0, total: 1 }],
    [['gone'], { ready: 0, total: 0 }],
  ]);
  expect(found.problems.map(({ text }) => text)).toEqual([
    'slow: none of the pods of Service shop/slow is ready, so requests sent there get 503 (UH).',
    'gone: no pod stands behind Service shop/gone, so requests sent there get 503 (UH).',
  ]);
});

test('a host that nobody has; one of a ServiceEntry is none', () => {
  const entry: Manifest = {
    kind: 'ServiceEntry',
    namespace: 'shop',
    name: 'api',
    spec: { hosts: ['*.example.com'] },
  };
  const found = cartSplit(
    entry,
    split([
      { destination: { host: 'lost.example.org' }, weight: 40 },
      { destination: { host: 'api.example.com' }, weight: 30 },
      { destination: { host: 'ghost' }, weight: 30 },
    ]),
  );
  expect(found.problems.map(({ text }) => text)).toEqual([
    'lost.example.org: no Service or ServiceEntry has the host lost.example.org, so requests sent there fail (NC).',
    'ghost: no Service or ServiceEntry has the host ghost.shop.svc.cluster.local, so requests sent there fail (NC).',
  ]);
});

test('subsets that choose the same pods cannot be told apart', () => {
  const all: Manifest = {
    kind: 'DestinationRule',
    namespace: 'shop',
    name: 'all',
    spec: { host: 'cart', subsets: [{ name: 'any' }] },
  };
  expect(cartSplit(all, split([to('v1', 50), to('any', 50)])).problems).toEqual([
    {
      id: 'same-workload',
      text: 'v1 and any both choose pods of cart-v1: telemetry cannot tell their requests apart.',
    },
  ]);
});
