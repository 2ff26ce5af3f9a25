import { expect, test } from 'vitest';
import type { Sync } from '#lib/contract/proxies.ts';
import { routeSync } from '#server/mesh/canary/in-envoy/route-sync.ts';

const older = '2026-11-21T02:12:44Z/69274df9c-e047-4e0e-84b1-6dee5dfa5dab';
const newer = '2026-11-21T02:12:48Z/7d18da63e-98db-4c7b-86f2-bdc858879115';
const olderMs = Date.UTC(2026, 10, 21, 2, 12, 44);
const newerMs = Date.UTC(2026, 10, 21, 2, 12, 48);
const minuteMs = 60_000;

test.each<[string, Omit<Sync, 'type'>, object]>([
  [
    'what was acknowledged tells when it was made by its nonce, to the second and moved',
    { state: 'STALE', sent: newer, acked: older, sentAt: '2026-11-21T02:13:48.353Z' },
    {
      state: 'STALE',
      sentAtMs: newerMs + minuteMs + 353,
      ackedAtMs: olderMs + minuteMs,
      sentNonce: newer,
      ackedNonce: older,
    },
  ],
  [
    'what was sent and acknowledged was so at one time',
    { state: 'SYNCED', sent: newer, acked: newer, sentAt: '2026-11-21T02:13:48.353Z' },
    {
      state: 'SYNCED',
      sentAtMs: newerMs + minuteMs + 353,
      ackedAtMs: newerMs + minuteMs + 353,
      sentNonce: newer,
      ackedNonce: newer,
    },
  ],
  [
    'without a time of its own the nonce tells it',
    { state: 'SYNCED', sent: newer, acked: newer },
    {
      state: 'SYNCED',
      sentAtMs: newerMs + minuteMs,
      ackedAtMs: newerMs + minuteMs,
      sentNonce: newer,
      ackedNonce: newer,
    },
  ],
  [
    'nonces of older Istios tell nothing',
    { state: 'STALE', sent: 'Zm9v', acked: 'YmFy' },
    { state: 'STALE', sentNonce: 'Zm9v', ackedNonce: 'YmFy' },
  ],
  [
    'what was never acknowledged',
    { state: 'STALE', sent: newer },
    { state: 'STALE', sentAtMs: newerMs + minuteMs, sentNonce: newer },
  ],
  ['what was never asked for', { state: 'IGNORED' }, { state: 'IGNORED' }],
])('%s', (_, sync, expected) => {
  const syncs: Sync[] = [
    { type: 'LDS', state: 'ERROR' },
    { type: 'RDS', ...sync },
  ];
  expect(routeSync(syncs, { type: 'RDS', shiftMs: minuteMs })).toEqual(expected);
});

test('where istiod says nothing of the proxy, or of the type, nothing is said', () => {
  expect(routeSync(undefined, { type: 'RDS', shiftMs: 0 })).toBeUndefined();
  expect(routeSync([], { type: 'RDS', shiftMs: 0 })).toBeUndefined();
});
