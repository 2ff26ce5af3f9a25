import { expect, test } from 'vitest';
import { type ProxySync, syncStatesOf } from '#server/mesh/proxies/sync-states.ts';

const cluster = 'type.googleapis.com/envoy.config.cluster.v3.Cluster';
const listener = 'type.googleapis.com/envoy.config.listener.v3.Listener';

const readOne = (fields: object, shiftMs = 0) =>
  syncStatesOf([{ replica: 'istiod-1', value: { proxy: 'a.shop', ...fields } }], shiftMs).proxies.get(
    'a.shop',
  );
const states = (fields: object) => asked(readOne(fields));

/** States of the types that the proxy asked for. */
function asked(sync: ProxySync | undefined): Record<string, string> {
  const all = sync?.syncs ?? [];
  return Object.fromEntries(
    all.filter(({ state }) => state !== 'IGNORED').map(({ type, state }) => [type, state]),
  );
}

test.each<[string, object, object]>([
  ['confirmed', { [cluster]: { sent: '1', acked: '1' } }, { CDS: 'SYNCED' }],
  ['not confirmed', { [cluster]: { sent: '2', acked: '1' } }, { CDS: 'STALE' }],
  ['never confirmed', { [listener]: { sent: '2' } }, { LDS: 'STALE' }],
  ['refused', { [listener]: { sent: '2', acked: '1', lastError: 'no such cluster' } }, { LDS: 'ERROR' }],
  ['asked for and not sent', { [cluster]: {} }, { CDS: 'NOT SENT' }],
  ['not asked for', {}, {}],
  [
    'of ambient or DNS',
    {
      'type.googleapis.com/istio.workload.Address': { sent: '1', acked: '1' },
      'type.googleapis.com/istio.security.Authorization': { sent: '2', acked: '1' },
      'type.googleapis.com/istio.networking.nds.v1.NameTable': { sent: '1', acked: '1' },
      'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret': {},
    },
    { SDS: 'NOT SENT', NDS: 'SYNCED', WDS: 'SYNCED', WADS: 'STALE' },
  ],
])('a type that was %s', (_, resources, expected) => {
  expect(states({ resources })).toEqual(expected);
});

test('every type has a state, also one that the proxy never asked for', () => {
  expect(readOne({ resources: {} })?.syncs).toHaveLength(10);
});

test('proxies of an older Istio have only fields', () => {
  expect(states({ cluster_sent: '1', cluster_acked: '1', route_sent: '2', route_acked: '1' })).toEqual({
    CDS: 'SYNCED',
    LDS: 'NOT SENT',
    EDS: 'NOT SENT',
    RDS: 'STALE',
  });
  expect(states({ extensionconfig_sent: '2', extensionconfig_acked: '1' })).toMatchObject({ ECDS: 'STALE' });
});

test('when it was sent is moved with the recording, and what is no time is left out', () => {
  const resources = {
    [cluster]: { sent: '1', acked: '1', sentTime: '2026-11-21T02:00:00.5Z' },
    [listener]: { sent: '1', acked: '1', sentTime: 'yesterday' },
  };
  const syncs = readOne({ resources }, 60_000)?.syncs ?? [];
  expect(syncs.find(({ type }) => type === 'CDS')?.sentAt).toBe('2026-11-21T02:01:00.500Z');
  expect(syncs.find(({ type }) => type === 'LDS')).not.toHaveProperty('sentAt');
});

test('of two replicas that list a proxy the one that sent last counts', () => {
  const at = (sentTime: string) => ({
    proxy: 'a.b.shop',
    resources: { [cluster]: { sent: '1', acked: '1', sentTime } },
  });
  const { proxies } = syncStatesOf(
    [
      { replica: 'istiod-old', value: at('2026-11-21T02:00:00Z') },
      { replica: 'istiod-new', value: at('2026-11-21T02:05:00Z') },
      { replica: 'istiod-third', value: at('2026-11-21T01:00:00Z') },
    ],
    0,
  );
  expect([...proxies]).toMatchObject([
    ['a.b.shop', { replica: 'istiod-new', pod: 'a.b', namespace: 'shop' }],
  ]);
});

test('an entry of another shape is counted, and the rest stays', () => {
  const { proxies, warnings } = syncStatesOf(
    [
      { replica: 'istiod-1', value: { proxy: 1 } },
      { replica: 'istiod-1', value: null },
      { replica: 'istiod-1', value: { proxy: 'a.shop', resources: null } },
    ],
    0,
  );
  expect([...proxies.keys()]).toEqual(['a.shop']);
  expect(warnings.map(({ message }) => message)).toEqual([
    "2 of 3 entries of istiod's list of proxies have an unknown shape and are left out.",
  ]);
});

test('istioctl, which is connected as well, is no proxy', () => {
  expect(syncStatesOf([{ replica: 'istiod-1', value: { proxy: 'istioctl' } }], 0).proxies.size).toBe(0);
});
