import { expect, test } from 'vitest';
import type { EnvoySplit } from '#server/mesh/canary/envoy-split.ts';
import { callersOfProxies } from '#server/mesh/canary/unobserved/callers-of-proxies.ts';
import { proxiesSentence } from '#server/mesh/canary/unobserved/proxies-sentence.ts';
import { unobservedSource } from '#server/mesh/canary/unobserved/unobserved-source.ts';
import { cartSplit } from '../made-cart.ts';

const split = cartSplit();

function proxy(pod: string, fields: Partial<EnvoySplit> = {}): EnvoySplit {
  return {
    namespace: 'shop',
    pod,
    workload: pod.replace(/-\d$/, ''),
    type: 'sidecar',
    state: 'found',
    shares: [0.9, 0.1],
    others: [],
    weights: 'v1 90, v2 10',
    section: 'routes',
    ...fields,
  };
}
const equal = { shares: [0.5, 0.5], weights: 'v1 1, v2 1' };
const silent = { state: 'unanswered', shares: [0, 0], unanswered: 'It is silent.' } as const;
const lacking = { state: 'unserved', shares: [0, 0], weights: 'nothing' } as const;
const isGateway = (key: string) => key === 'shop/gate';

test.each<[string, EnvoySplit[], string]>([
  ['one that is as configured', [proxy('web-1')], 'workload web: proxy as configured'],
  ['two that are', [proxy('web-1'), proxy('web-2')], 'workload web: all 2 proxies as configured'],
  ['one of two', [proxy('web-1'), proxy('web-2', equal)], 'workload web: 1 of 2 proxies not as configured'],
  ['one that is silent', [proxy('web-1', silent)], 'workload web: proxy not read'],
  [
    'those that are off come first, then those that are silent',
    [proxy('a-1'), proxy('b-1', silent), proxy('c-1', equal)],
    'workload c: proxy not as configured; workload b: proxy not read; workload a: proxy as configured',
  ],
  ['one that knows nothing of the host does not call', [proxy('web-1', lacking)], ''],
  [
    'unless istiod waits for it',
    [proxy('web-1', { ...lacking, sync: { state: 'STALE' } })],
    'workload web: proxy not as configured',
  ],
  [
    'or the route is bound to it',
    [proxy('gate-1', { ...lacking, type: 'gateway' }), proxy('way-1', { type: 'waypoint' })],
    'gateway gate: proxy not as configured; waypoint way: proxy as configured',
  ],
])('%s', (_, proxies, expected) => {
  const told = callersOfProxies(proxies, split, isGateway).map((caller) => {
    const { kind, workload, verdict, requestCount } = unobservedSource(caller, split);
    expect([verdict.status, requestCount]).toEqual(['unobserved', undefined]);
    return `${kind} ${workload}: ${verdict.text}`;
  });
  expect(told.join('; ')).toBe(expected);
});

test.each<[EnvoySplit[], string]>([
  [[], ''],
  [[proxy('web-1', silent)], ''],
  [[proxy('web-1')], 'Of 1 proxy that could be read 1 divides requests as configured.'],
  [
    [proxy('web-1'), proxy('web-2'), proxy('cart-1', equal)],
    'Of 3 proxies that could be read 2 divide requests as configured; shop/cart-1 does not.',
  ],
  [
    ['a-1', 'b-1', 'c-1', 'd-1'].map((pod) => proxy(pod, equal)),
    'Of 4 proxies that could be read 0 divide requests as configured; shop/a-1, shop/b-1, shop/c-1, 1 more do not.',
  ],
])('in a sentence, %#', (proxies, expected) => {
  expect(proxiesSentence(proxies, split).join('')).toBe(expected);
});
