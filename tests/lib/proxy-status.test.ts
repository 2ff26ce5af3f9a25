import { expect, test } from 'vitest';
import type { ProxyItem } from '#lib/contract/proxies.ts';
import { compareProxies, isConnectionUnknown, proxyStatus, worstDrift } from '#lib/proxy-status.ts';
import { makeDrift, makeProxy } from '#tests/support/make-proxy.ts';

const open = { class: 'unknownToIstiod', because: 'A replica is silent.' } as const;

test.each<[ProxyItem['drift'], ProxyItem['undecided'], string]>([
  [[], [], 'healthy'],
  [[makeDrift('versionSkew', 'info')], [], 'healthy'],
  [[makeDrift('versionSkew', 'info'), makeDrift('stale', 'degraded')], [], 'degraded'],
  [[makeDrift('stale', 'degraded'), makeDrift('rejected', 'failing')], [], 'failing'],
  [[], [open], 'unknown'],
  [[makeDrift('stale', 'degraded')], [open], 'degraded'],
])('%#', (drift, undecided, status) => {
  expect(proxyStatus({ drift, undecided })).toBe(status);
});

test.each<[string, Pick<ProxyItem, 'istiod' | 'undecided'>, boolean]>([
  ['a replica has it', { istiod: 'istiod-1', undecided: [] }, false],
  ['a replica has it, and another is silent', { istiod: 'istiod-1', undecided: [open] }, false],
  ['every replica answered, and none has it', { istiod: undefined, undecided: [] }, false],
  ['none has it, and one is silent', { istiod: undefined, undecided: [open] }, true],
  [
    'what is undecided is something else',
    { istiod: undefined, undecided: [{ ...open, class: 'stale' }] },
    false,
  ],
])('whether the connection is unknown: %s', (_, item, expected) => {
  expect(isConnectionUnknown(item)).toBe(expected);
});

test('the worst drift is the most severe', () => {
  expect(
    worstDrift({ drift: [makeDrift('stale', 'degraded'), makeDrift('rejected', 'failing')] })?.class,
  ).toBe('rejected');
  expect(worstDrift({ drift: [] })).toBeUndefined();
});

test('the worst proxy stands first, among equals by name with numbers as numbers', () => {
  const items = [
    makeProxy({ pod: 'web-10' }),
    makeProxy({ pod: 'web-9' }),
    makeProxy({ pod: 'web-3', undecided: [open] }),
    makeProxy({ pod: 'web-2', drift: [makeDrift('stale', 'degraded')] }),
    makeProxy({ pod: 'web-1', drift: [makeDrift('rejected', 'failing')] }),
  ];
  expect(items.sort(compareProxies).map(({ pod }) => pod)).toEqual([
    'web-1',
    'web-2',
    'web-3',
    'web-9',
    'web-10',
  ]);
});
