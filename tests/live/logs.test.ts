import { appendFileSync, chmodSync, cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logsFollowQuery, logsQuery } from '#lib/contract/logs.ts';
import { followLogs } from '#server/mesh/logs/load-log-follow.ts';
import { loadLogs } from '#server/mesh/logs/load-logs.ts';
import type { LoadContext } from '#server/sources/interface.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { bookinfoFolder, type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';
import { change } from '#tests/support/kubernetes-objects.ts';

/** Of the recorded lines: the window ends two minutes after the last of them. */
const endSeconds = Date.parse('2026-11-21T02:04:00Z') / 1000;
const folder = mkdtempSync(join(tmpdir(), 'vigla-logs-'));
const reviewsV1 = 'reviews-v1-8nlmnvhdvc-qrsdk';

let api: Kubeapi;
let kubernetes: ReturnType<typeof createKubernetes>;

beforeAll(async () => {
  cpSync(join(bookinfoFolder, 'logs'), folder, { recursive: true });
  api = await startKubeapi({ flags: ['-logs', folder] });
  kubernetes = createKubernetes({
    kubeconfigPath: api.kubeconfig,
    timing: { quietMs: 1_000, backOffBaseMs: 20, backOffCapMs: 100 },
  });
});

afterAll(async () => {
  await kubernetes.stop();
  await api.stop();
});

function context(signal: AbortSignal = new AbortController().signal): LoadContext {
  const neverAsked = () => Promise.reject(new Error('not asked here'));
  return {
    sources: {
      mode: 'cluster',
      metrics: { query: neverAsked, queryRange: neverAsked, status: neverAsked },
      objects: kubernetes,
      logs: kubernetes.logs,
      now: () => endSeconds * 1000,
    },
    nowSeconds: endSeconds,
    signal,
    version: '0',
  };
}

function query(fields: Record<string, string>) {
  return logsQuery.parse({ namespace: 'bookinfo', ...fields });
}

function write(container: string, text: string): void {
  const file = join(folder, `bookinfo.${reviewsV1}.${container}.log`);
  chmodSync(file, 0o644);
  appendFileSync(file, text);
}

test('the recorded lines of a workload come in one order of time, access lines taken apart', async () => {
  const { data } = await loadLogs('workload')(query({ name: 'productpage-v1', tail: '2000' }), context());
  const read = data.containers.filter(({ isRead }) => isRead).map(({ container }) => container);
  expect(read.sort()).toEqual(['istio-proxy', 'productpage']);
  const times = data.lines.flatMap(({ atMs }) => atMs ?? []);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  const failing = data.lines.filter(({ access, level }) => access !== undefined && level !== 'info');
  expect(failing.length).toBeGreaterThan(50);
  expect(failing.filter(({ explanation }) => explanation === undefined)).toEqual([]);
  expect(data.lines.filter(({ level }) => level === 'unknown').length).toBeLessThan(data.lines.length / 10);
});

test('a service and an application read the pods of all versions', async () => {
  const service = await loadLogs('service')(query({ name: 'reviews', tail: '10' }), context());
  const application = await loadLogs('application')(query({ name: 'reviews', tail: '10' }), context());
  const pods = new Set(service.data.lines.map(({ pod }) => pod.split('-').slice(0, 2).join('-')));
  expect([...pods].sort()).toEqual(['reviews-v1', 'reviews-v2', 'reviews-v3']);
  expect(application.data.lines).toEqual(service.data.lines);
});

test('a window in the past holds only its own lines', async () => {
  const at = '2026-11-21T02:01:20Z';
  const { data } = await loadLogs('workload')(query({ name: 'productpage-v1', range: '30s', at }), context());
  expect(data.lines.length).toBeGreaterThan(10);
  for (const { atMs } of data.lines) {
    expect(atMs).toBeGreaterThanOrEqual(Date.parse(at) - 30_000);
    expect(atMs).toBeLessThanOrEqual(Date.parse(at));
  }
});

test('a follower is sent new lines, and told when the pod is deleted', async () => {
  const left = new AbortController();
  const follow = logsFollowQuery.parse({
    namespace: 'bookinfo',
    name: 'reviews-v1',
    containers: `${reviewsV1}/reviews`,
    from: String(endSeconds * 1000),
  });
  const events = await followLogs('workload')(follow, { ...context(left.signal), lastEventId: undefined });
  const iterator = events[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await iterator.next();
    return done === true ? undefined : value.data;
  };
  expect(await next()).toMatchObject({ kind: 'container', state: 'following' });
  write('reviews', '2026-11-21T02:04:01.5Z level=error msg="no stock"\n');
  expect(await next()).toMatchObject({
    kind: 'lines',
    lines: [{ level: 'error', atMs: Date.parse('2026-11-21T02:04:01.5Z') }],
  });
  write('reviews', '2026-11-21T02:04:02Z one\n2026-11-21T02:04:02Z two\n');
  const seen: string[] = [];
  while (seen.length < 2) {
    const event = await next();
    if (event?.kind === 'lines') seen.push(...event.lines.map(({ text }) => text.slice(-3)));
  }
  expect(seen).toEqual(['one', 'two']);

  await change(api.url, { method: 'DELETE', path: `/api/v1/namespaces/bookinfo/pods/${reviewsV1}` });
  // This server goes on with the log of a pod that is gone; silence makes Vigla look after the pod.
  expect(await next()).toEqual({
    kind: 'container',
    pod: reviewsV1,
    container: 'reviews',
    state: 'failed',
    text: `Pod bookinfo/${reviewsV1} is gone: it was deleted while its log was followed.`,
  });
  left.abort();
  expect((await iterator.next()).done).toBe(true);
});
