import { afterEach, expect, test, vi } from 'vitest';
import { statusSchema } from '#lib/contract/status.ts';
import { loadStatus } from '#server/mesh/status/load-status.ts';
import type { LoadContext, Sources } from '#server/sources/interface.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { istiodSaying } from '#tests/support/proxy-answers.ts';
import { traceContext } from '#tests/support/trace-context.ts';

afterEach(() => void vi.useRealTimers());

const metrics: Sources['metrics'] = {
  query: async () => ({ rows: [], warnings: [] }),
  queryRange: async () => ({ rows: [], warnings: [] }),
  status: async () => ({ id: 'prometheus', state: 'ok', address: 'http://127.0.0.1:9090' }),
};
const objects: Sources['objects'] = {
  snapshot: async () => objectsSnapshot([], { cluster: 'east' }),
  status: async () => ({ id: 'kubernetes', state: 'degraded', reason: 'pods may not be listed' }),
};

function context(sources: Partial<Sources>): LoadContext {
  return {
    sources: { mode: 'cluster', metrics, objects, now: () => 0, ...sources },
    nowSeconds: 0,
    signal: new AbortController().signal,
    version: '1.2.3',
  };
}

test('each source says how it is', async () => {
  const answer = await loadStatus({}, context({}));
  expect(answer).toEqual({
    data: {
      version: '1.2.3',
      mode: 'cluster',
      cluster: 'east',
      sources: [
        { id: 'prometheus', state: 'ok', address: 'http://127.0.0.1:9090' },
        { id: 'kubernetes', state: 'degraded', reason: 'pods may not be listed' },
      ],
      user: { name: 'anonymous', groups: [], isAnonymous: true, canSignOut: false },
    },
    warnings: [],
  });
  expect(statusSchema.parse(answer.data)).toEqual(answer.data);
});

test('clusters that could be chosen instead are named', async () => {
  const { data } = await loadStatus({}, context({ objects: { ...objects, otherContexts: ['west'] } }));
  expect(data.otherContexts).toEqual(['west']);
});

test('a trace store is among them where one is configured', async () => {
  const { traces } = traceContext().sources;
  const { data } = await loadStatus({}, context(traces === undefined ? {} : { traces }));
  expect(data.sources.at(-1)).toEqual({ id: 'traces', state: 'ok' });
});

test.each(['demo', 'snapshot'] as const)('in a %s there is no Grafana, and it is said', async (mode) => {
  const { data } = await loadStatus({}, context({ mode }));
  expect(data.sources.at(-1)).toMatchObject({
    id: 'grafana',
    state: 'absent',
    reason: expect.stringContaining('nothing links'),
  });
});

test('a Grafana is asked as every other source', async () => {
  const grafana = {
    dashboards: async () => ({ dashboards: [] }),
    status: () => Promise.reject(new Error('gone')),
  };
  const { data } = await loadStatus({}, context({ grafana }));
  expect(data.sources.at(-1)).toEqual({ id: 'grafana', state: 'down', reason: 'gone' });
});

test('a source that throws is down with its reason, and the others still answer', async () => {
  const broken = { ...metrics, status: () => Promise.reject(new Error('connection refused')) };
  const { data } = await loadStatus({}, context({ metrics: broken }));
  expect(data.sources).toEqual([
    { id: 'prometheus', state: 'down', reason: 'connection refused' },
    { id: 'kubernetes', state: 'degraded', reason: 'pods may not be listed' },
  ]);
});

test('a source that throws before it promises anything is down too', async () => {
  const broken = {
    ...metrics,
    status: () => {
      throw new Error('no address');
    },
  };
  const { data } = await loadStatus({}, context({ metrics: broken }));
  expect(data.sources[0]).toEqual({ id: 'prometheus', state: 'down', reason: 'no address' });
});

test('a source that hangs is down after three seconds', async () => {
  vi.useFakeTimers();
  const hanging = { ...metrics, status: () => new Promise<never>(() => undefined) };
  const loading = loadStatus({}, context({ metrics: hanging }));
  await vi.advanceTimersByTimeAsync(3000);
  const { data } = await loading;
  expect(data.sources[0]).toEqual({ id: 'prometheus', state: 'down', reason: 'No answer within 3 s' });
});

test('without objects the cluster has no name, and a warning says why', async () => {
  const broken = { ...objects, snapshot: () => Promise.reject(new Error('forbidden')) };
  const { data, warnings } = await loadStatus({}, context({ objects: broken }));
  expect(data.cluster).toBe('unknown');
  expect(warnings).toEqual([
    {
      code: 'cluster_unknown',
      source: 'kubernetes',
      message: "The cluster's name is not known, because its objects could not be read: forbidden",
    },
  ]);
});

test('istiod is listed where there is a way to it', async () => {
  const { data } = await loadStatus({}, context({ istiod: istiodSaying([]) }));
  expect(data.sources.map((source) => source.id)).toEqual(['prometheus', 'kubernetes', 'istiod']);
});

test('proxies are listed where they say how they can be reached', async () => {
  const admin = () => Promise.reject(new Error('not asked here'));
  const silent = await loadStatus({}, context({ envoy: { admin } }));
  expect(silent.data.sources.map(({ id }) => id)).toEqual(['prometheus', 'kubernetes']);
  const status = async () => ({ id: 'proxies', state: 'ok' }) as const;
  const { data } = await loadStatus({}, context({ envoy: { admin, status } }));
  expect(data.sources.at(-1)).toEqual({ id: 'proxies', state: 'ok' });
});
