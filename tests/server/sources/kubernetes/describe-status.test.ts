import { expect, test } from 'vitest';
import { describeStatus } from '#server/sources/kubernetes/describe-status.ts';

const address = 'https://east:6443';

test('a cluster of which all is read is ok, with absent kinds as details', () => {
  expect(
    describeStatus({
      address,
      kinds: [
        { kind: 'Pod', state: { phase: 'current' } },
        { kind: 'GRPCRoute', state: { phase: 'absent' } },
      ],
      rejected: [],
    }),
  ).toEqual({ id: 'kubernetes', state: 'ok', address, details: ['The cluster does not have: GRPCRoute'] });
});

test('a cluster of which one kind is forbidden is degraded and names it', () => {
  expect(
    describeStatus({
      address,
      kinds: [
        { kind: 'Pod', state: { phase: 'current' } },
        { kind: 'Service', state: { phase: 'forbidden', reason: 'services is forbidden (403)' } },
      ],
      rejected: [],
    }),
  ).toEqual({
    id: 'kubernetes',
    state: 'degraded',
    address,
    reason: 'Not read: Service. services is forbidden (403)',
    details: ['Service: services is forbidden (403)'],
  });
});

test('a cluster of which no kind is read any more is down', () => {
  expect(
    describeStatus({
      address,
      kinds: [
        { kind: 'Pod', state: { phase: 'failing', reason: 'the connection was refused' } },
        { kind: 'GRPCRoute', state: { phase: 'absent' } },
      ],
      rejected: [],
    }),
  ).toMatchObject({
    state: 'down',
    reason: 'The Kubernetes API cannot be read: the connection was refused. Objects are shown as last seen.',
  });
});

test('a cluster that is still being read for the first time is degraded', () => {
  expect(
    describeStatus({ address, kinds: [{ kind: 'Pod', state: { phase: 'pending' } }], rejected: [] }),
  ).toEqual({ id: 'kubernetes', state: 'degraded', address, reason: 'Not read yet: Pod' });
});

test('of many objects that are left out twenty are named and the rest is counted', () => {
  const rejected = Array.from({ length: 25 }, (_, index) => ({
    kind: 'Sidecar' as const,
    namespace: 'shop',
    name: `s${index}`,
    reason: 'spec: no',
  }));
  const { state, details } = describeStatus({
    address,
    kinds: [{ kind: 'Sidecar', state: { phase: 'current' } }],
    rejected,
  });
  expect(state).toBe('ok');
  expect(details).toHaveLength(21);
  expect(details?.[0]).toBe('Left out Sidecar shop/s0: spec: no');
  expect(details?.[20]).toBe('Left out 5 more objects');
});
