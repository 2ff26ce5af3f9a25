import { expect, test } from 'vitest';
import { z } from 'zod';
import { syncStatesOf } from '#server/mesh/details/sync-states.ts';
import { dataFolder, readPacked } from '#server/sources/recording/data-folder.ts';

const cluster = 'type.googleapis.com/envoy.config.cluster.v3.Cluster';
const listener = 'type.googleapis.com/envoy.config.listener.v3.Listener';
const states = (fields: object) => syncStatesOf([{ proxy: 'a.shop', ...fields }]).get('a.shop')?.states;

test.each<[string, object, object]>([
  ['confirmed', { [cluster]: { sent: '1', acked: '1' } }, { CDS: 'SYNCED' }],
  ['not confirmed', { [cluster]: { sent: '2', acked: '1' } }, { CDS: 'STALE' }],
  ['never confirmed', { [listener]: { sent: '2' } }, { LDS: 'STALE' }],
  ['refused', { [listener]: { sent: '2', acked: '1', lastError: 'no such cluster' } }, { LDS: 'ERROR' }],
  ['asked for and not sent', { [cluster]: {} }, { CDS: 'NOT SENT' }],
  ['not asked for', {}, {}],
])('a type that was %s', (_, resources, expected) => {
  expect(states({ resources })).toEqual(expected);
});

test('proxies of an older Istio have only fields', () => {
  expect(states({ cluster_sent: '1', cluster_acked: '1', route_sent: '2', route_acked: '1' })).toEqual({
    CDS: 'SYNCED',
    LDS: 'NOT SENT',
    EDS: 'NOT SENT',
    RDS: 'STALE',
  });
});

test('an istiod without proxies answers null', () => {
  expect(syncStatesOf(null).size).toBe(0);
});

test('an answer of another shape is refused', () => {
  expect(() => syncStatesOf({ proxy: 'a.shop' })).toThrow();
  expect(() => syncStatesOf([{ proxy: 1 }])).toThrow();
});

test('of the recorded mesh one proxy is stale, one refuses its listeners, all others have what they were sent', async () => {
  const { syncz } = z.looseObject({ syncz: z.unknown() }).parse(await readPacked(dataFolder(), 'istiod'));
  const all = [...syncStatesOf(syncz)];
  const notSynced = all.filter(([, sync]) => Object.values(sync.states).some((state) => state !== 'SYNCED'));
  expect(all).toHaveLength(26);
  expect(notSynced.map(([proxy, { states: one }]) => [proxy.replace(/-.*\./, '.'), one])).toEqual([
    ['checkout.shop', { CDS: 'STALE', LDS: 'STALE', EDS: 'SYNCED', RDS: 'STALE' }],
    ['rejected.broken', { CDS: 'SYNCED', LDS: 'ERROR', EDS: 'SYNCED' }],
  ]);
});
