import { afterEach, expect, test, vi } from 'vitest';
import { type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';
import { type LocalServer, sendJson, startServer } from '#tests/support/local-server.ts';
import { startVigla } from '#tests/support/started-vigla.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

vi.setConfig({ testTimeout: 240_000 });
const toStop: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

/** A cluster, and a Prometheus that answers when it is let go on. */
async function startMesh() {
  const held = Promise.withResolvers<void>();
  const api: Kubeapi = await startKubeapi();
  const prometheus: LocalServer = await startServer(async (response) => {
    await held.promise;
    sendJson(response, { status: 'success', data: { resultType: 'vector', result: [] } });
  });
  toStop.push(
    () => api.stop(),
    held.resolve,
    () => prometheus.stop(),
  );
  return { api, prometheus, goOn: held.resolve };
}

async function startOn(mesh: Awaited<ReturnType<typeof startMesh>>, more: Record<string, string>) {
  const { api, prometheus } = mesh;
  const server = await startVigla({
    KUBECONFIG: api.kubeconfig,
    PROMETHEUS_URL: prometheus.url,
    PROMETHEUS_TIMEOUT: '5m',
    ...more,
  });
  toStop.push(() => server.signal('SIGKILL'));
  return server;
}

/** A request that waits for Prometheus; answers once Prometheus has been asked. */
async function beginSlow(url: string, { prometheus }: { prometheus: LocalServer }) {
  const before = prometheus.received.length;
  const answer = fetch(`${url}/api/graph?namespaces=bookinfo`).then(
    ({ status }) => status,
    () => 'cut off' as const,
  );
  await waitUntil(() => prometheus.received.length > before, {
    what: 'Prometheus is asked',
    withinMs: 60_000,
  });
  return { answer };
}

const isReady = async (url: string) => (await fetch(`${url}/readyz`)).status === 200;
const isGone = (url: string) =>
  fetch(`${url}/healthz`).then(
    () => false,
    () => true,
  );

test('a signal is said at once, ends streams with a word and lets running requests finish', async () => {
  const mesh = await startMesh();
  const server = await startOn(mesh, { VIGLA_STOP_DELAY: '5s', VIGLA_STOP_TIMEOUT: '2m' });
  const follow = `${server.url}/api/workloads/bookinfo/productpage-v1/logs/follow`;
  const stream = await fetch(follow);
  expect(stream.status).toBe(200);
  const { answer } = await beginSlow(server.url, mesh);

  server.signal('SIGTERM');
  await waitUntil(async () => !(await isReady(server.url)), { what: 'it is not ready', withinMs: 60_000 });
  expect(await stream.text()).toMatch(/\n\nevent: problem\ndata: .*"code":"stopping".*\n\n$/);
  const refused = await fetch(follow);
  expect([refused.status, await refused.text()]).toEqual([503, expect.stringContaining('"stopping"')]);

  await waitUntil(() => isGone(server.url), { what: 'no connection is taken', withinMs: 60_000 });
  mesh.goOn();
  expect(await answer).toBe(200);
  expect(await server.ended).toBe(0);
  expect(server.output()).toContain('"msg":"stopped"');
});

test('what takes longer than it may is cut off, and the end is in peace all the same', async () => {
  const mesh = await startMesh();
  const server = await startOn(mesh, { VIGLA_STOP_TIMEOUT: '1s' });
  const { answer } = await beginSlow(server.url, mesh);
  server.signal('SIGTERM');
  expect(await answer).toBe('cut off');
  expect(await server.ended).toBe(0);
  expect(server.output()).toContain('requests that still ran were cut off');
});

test('a second signal ends it at once', async () => {
  const mesh = await startMesh();
  const server = await startOn(mesh, { VIGLA_STOP_TIMEOUT: '1h' });
  const { answer } = await beginSlow(server.url, mesh);
  let isOver = false;
  void server.ended.then(() => {
    isOver = true;
  });
  // What a terminal and npm repeat at once does not count; one a second later does.
  const again = () => {
    server.signal('SIGINT');
    return isOver;
  };
  await waitUntil(again, { what: 'it has ended', withinMs: 60_000 });
  expect([await answer, await server.ended]).toEqual(['cut off', 130]);
});
