import { expect, test } from 'vitest';
import { trustOf } from '#server/mesh/control-plane/trust.ts';

const nowMs = Date.UTC(2026, 10, 21);
const days = (count: number) => nowMs / 1000 + count * 86_400;
const metrics = (expirySeconds: number) => [
  { replica: 'istiod-1', value: `citadel_server_root_cert_expiry_timestamp ${expirySeconds}` },
];

test.each([
  [3650, 'healthy'],
  [89, 'degraded'],
  [13, 'failing'],
  [-1, 'failing'],
])('a root certificate that ends in %i days is %s', (left, status) => {
  const { roots } = trustOf({ meshes: [], metrics: metrics(days(left)), nowMs, shiftMs: 0 });
  expect(roots).toMatchObject([{ replica: 'istiod-1', health: { status } }]);
});

test('recorded times are moved, and a replica without the metric says nothing', () => {
  const { roots } = trustOf({ meshes: [], metrics: metrics(days(0)), nowMs, shiftMs: 86_400_000 });
  expect(roots[0]?.expiresAt).toBe('2026-11-22T00:00:00.000Z');
  expect(trustOf({ meshes: [], metrics: [{ replica: 'a', value: '' }], nowMs, shiftMs: 0 }).roots).toEqual(
    [],
  );
});

test('trust domains are told once for each revision', () => {
  const value = { trustDomain: 'td.example', trustDomainAliases: ['old.example'] };
  const meshes = [
    { replica: 'a', revision: 'default', value },
    { replica: 'b', revision: 'default', value },
    { replica: 'c', revision: 'canary', value: {} },
  ];
  expect(trustOf({ meshes, metrics: [], nowMs, shiftMs: 0 }).domains).toEqual([
    { revision: 'default', domain: 'td.example', aliases: ['old.example'] },
    { revision: 'canary', domain: 'cluster.local', aliases: [] },
  ]);
});
