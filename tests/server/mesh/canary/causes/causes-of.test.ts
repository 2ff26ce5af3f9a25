import { expect, test } from 'vitest';
import { backendSplit, factLines, plain } from '#tests/support/cause-cases.ts';
import { causesIn, type MadeCase, madeProxy, staleProxy } from '#tests/support/made-causes.ts';
import { madePin } from '#tests/support/made-split.ts';

test('the stale proxy of one caller is proven by istiod, and its other callers rule the rest out', () => {
  const requests = { 'shop/checkout': [50, 50], 'shop/wordpress': [150, 50], 'bookinfo/page': [75, 25] };
  const measured = {
    isMeasured: true,
    lines: 400,
    pinnedShares: [0, 0],
    why: 'of 400 access-log lines, none',
  };
  const { causes, ruledOut } = causesIn({
    split: backendSplit({ pins: [madePin([1])] }),
    requests,
    proxies: [staleProxy('shop/checkout'), madeProxy('shop/wordpress'), madeProxy('bookinfo/page')],
    pinned: Object.fromEntries(Object.keys(requests).map((key) => [key, measured])),
  });
  expect(causes).toHaveLength(1);
  const [cause] = causes;
  expect(cause).toMatchObject({
    id: 'stale-proxy',
    confidence: 'proven',
    text: 'One stale proxy: shop/checkout-1 never accepted the routes that carry 3:1 and still splits 1:1.',
    sources: ['shop/checkout'],
    command: 'istioctl proxy-config routes checkout-1.shop --name 8080 -o json',
  });
  expect(factLines(cause?.facts ?? [])).toEqual([
    'syncz sent: 12:00:00 UTC …d18da63e',
    'syncz acked: 11:59:56 UTC …9274df9c: STALE for 15 min',
    'Envoy: 8080 / catalog.shop.svc.cluster.local:8080 / split: v1 1, v2 1',
    'istiod: same place: v1 3, v2 1',
    'Observed: checkout: v2 50.0 % [47.8 – 52.2], by its weights 50.0 / 50.0 %',
    'Without it: the other sources together: 25.0 % [23.9 – 26.1]',
  ]);
  expect(cause?.facts.find(({ label }) => label === 'Envoy')?.link).toBe(
    '/proxies/shop/checkout-1?tab=routes&row=row',
  );
  expect(ruledOut.map(({ id, text }) => `${id}: ${plain(text)}`)).toEqual([
    'other-weights-in-envoy: 0 of 1 proxy',
    'not-bound: 0 of 3',
    'pinned: 0 % of requests, taken out',
    'two-routes: none',
    'other-port: holds for every port',
    'unhealthy: 2 of 2 ready',
    'mirror: no copies are sent',
    'retries: they stay in their version',
    'direct-calls: told apart by access logs',
  ]);
});

test('nothing is off: no causes, and none to rule out', () => {
  const { causes, ruledOut } = causesIn({
    requests: { 'shop/web': [75, 25] },
    proxies: [staleProxy('shop/web')],
  });
  expect([causes, ruledOut]).toEqual([[], []]);
});

test('where only all callers together are off, all of them want explaining', () => {
  const few = [
    [5, 5],
    [5, 5],
    [5, 5],
  ];
  const { causes } = causesIn({
    requests: { 'shop/a': few, 'shop/b': few, 'shop/c': few },
    proxies: ['a', 'b', 'c'].map((name) => staleProxy(`shop/${name}`)),
  });
  expect(causes[0]).toMatchObject({ id: 'stale-proxy', sources: ['shop/a', 'shop/b', 'shop/c'] });
});

test('surer causes come first, and what is merely possible is left out where they explain the source', () => {
  const bursts = Array.from({ length: 400 }, (_, slice) => (slice % 2 === 0 ? [0, 40] : [40, 0]));
  const stale = staleProxy('shop/web');
  const split = backendSplit();
  const found = (proxies: MadeCase['proxies']) =>
    causesIn({ split, requests: { 'shop/web': bursts }, proxies }).causes.map(({ id, confidence }) => [
      id,
      confidence,
    ]);
  expect(found([{ ...stale, istiodWeights: undefined }])).toEqual([
    ['stale-proxy', 'likely'],
    ['connection-reuse', 'likely'],
  ]);
  expect(found([stale])).toEqual([
    ['stale-proxy', 'proven'],
    ['connection-reuse', 'likely'],
  ]);
});
