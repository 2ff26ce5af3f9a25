import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readObject } from '#server/sources/kubernetes/read-object.ts';
import { backend, cartSplit, httpRoute, to, virtualService } from '#tests/support/weighted-routes.ts';

const split = (route: readonly unknown[]) => virtualService('cart', { http: [{ route }] });

test.each<[string, readonly unknown[], number[], string[]]>([
  ['100', [to('v1', 90), to('v2', 10)], [0.9, 0.1], []],
  [
    '0/100',
    [to('v1', 0), to('v2', 100)],
    [0, 1],
    ['v1 has weight 0: proxies leave it out, so requests that arrive there came another way.'],
  ],
  [
    'a sum of 90',
    [to('v1', 60), to('v2', 30)],
    [0.667, 0.333],
    [
      'Weights add up to 90, not 100: Envoy takes them as shares of 90, so v1 gets 66.7 % and v2 gets 33.3 %.',
    ],
  ],
  [
    'a sum of 110',
    [to('v1', 90), to('v2', 20)],
    [0.818, 0.182],
    [
      'Weights add up to 110, not 100: Envoy takes them as shares of 110, so v1 gets 81.8 % and v2 gets 18.2 %.',
    ],
  ],
  [
    'one missing',
    [to('v1', 100), to('v2')],
    [1, 0],
    ['v2 has no weight: among several destinations it gets nothing.'],
  ],
  [
    'all missing',
    [to('v1'), to('v2')],
    [0, 0],
    [
      'v1 has no weight: among several destinations it gets nothing.',
      'v2 has no weight: among several destinations it gets nothing.',
      'All weights are 0: no request is sent on.',
    ],
  ],
  ['all 0', [to('v1', 0), to('v2', 0)], [0, 0], ['All weights are 0: no request is sent on.']],
  ['a negative one', [to('v1', 100), to('v2', -5)], [1, 0], ['The weight -5 of v2 is none and counts as 0.']],
  [
    'the same destination twice',
    [to('v1', 50), to('v1', 50)],
    [1],
    ['All its destinations are the same, v1: there is nothing to split.'],
  ],
])('%s', (_, route, shares, problems) => {
  const found = cartSplit(split(route));
  expect(found.versions.map(({ share }) => Math.round(share * 1000) / 1000)).toEqual(shares);
  expect(found.problems.map(({ text }) => text.replace(/\s/g, ' '))).toEqual(problems);
});

test('of any size and sign are shares of their sum, or none', () => {
  const weight = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), {
    nil: undefined,
  });
  fc.assert(
    fc.property(fc.array(weight, { minLength: 2, maxLength: 6 }), (weights) => {
      const found = cartSplit(split(weights.map((one, index) => to(`s${index}`, one))));
      const shares = found.versions.map(({ share }) => share);
      const sum = shares.reduce((total, share) => total + share, 0);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      expect([0, 1]).toContain(Math.round(sum * 1e9) / 1e9);
    }),
  );
});

test('that are no numbers take the object out, by name', () => {
  const raw = {
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { hosts: ['cart'], http: [{ route: [{ ...to('v1'), weight: 'half' }] }] },
  };
  expect(readObject('VirtualService', raw).rejected).toMatchObject({
    name: 'cart',
    reason: 'spec.http.0.route.0.weight: Invalid input: expected number, received string',
  });
});

test('of the Gateway API are shares of any sum; without one a backend has weight 1', () => {
  const of = (...backendRefs: unknown[]) => cartSplit(httpRoute('cart', { rules: [{ backendRefs }] }));
  expect(of(backend('cart-stable', 3), backend('cart-canary')).problems).toEqual([]);
  expect(of(backend('cart-stable', 0), backend('cart-canary', 0)).problems).toMatchObject([
    { id: 'all-zero', text: 'All weights are 0: proxies answer every request with 500 themselves.' },
  ]);
});
