import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { writeKubeconfig } from '#tests/support/kubeapi.ts';
import { type LocalServer, sendJson, startServer } from '#tests/support/local-server.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

type Source = ReturnType<typeof createKubernetes>;

let server: LocalServer;
let source: Source;

afterEach(async () => {
  await source.stop();
  await server.stop();
});

const preferred = '/apis/networking.istio.io/v1';
const older = '/apis/networking.istio.io/v1beta1';
const listed = { resources: [{ name: 'virtualservices', verbs: ['list'] }] };

/** A cluster that serves VirtualServices in two versions, of which discovery of the preferred one answers `status`. */
async function clusterWith(status: () => number): Promise<void> {
  server = await startServer((response, { path, form }) => {
    if (form.has('watch')) return void response.writeHead(200).flushHeaders();
    if (path === older) return sendJson(response, listed);
    if (path === preferred) return sendJson(response, status() === 200 ? listed : {}, status());
    const items = [{ metadata: { name: 'catalog', namespace: 'shop' }, spec: { hosts: ['catalog'] } }];
    if (path.endsWith('/virtualservices'))
      return sendJson(response, { metadata: { resourceVersion: '1' }, items });
    return sendJson(response, {}, 404);
  });
  source = createKubernetes({
    kubeconfigPath: writeKubeconfig(server.url),
    timing: { probeMs: 20, backOffBaseMs: 10, backOffCapMs: 20, firstReadMs: 500 },
  });
}

const timesAsked = (path: string) => server.received.filter((one) => one.path === path).length;

async function nextDiscoveries(): Promise<void> {
  const asked = timesAsked(preferred);
  await waitUntil(() => timesAsked(preferred) > asked + 2, { what: 'discovery', withinMs: 5_000 });
}

test('objects stay, and the status says why, while discovery of the version they are read in fails', async () => {
  let status = 200;
  await clusterWith(() => status);
  const before = await source.snapshot();
  expect(before.objects.VirtualService).toHaveLength(1);
  status = 500;
  await nextDiscoveries();
  const during = await source.snapshot();
  expect(during.objects.VirtualService).toBe(before.objects.VirtualService);
  expect(timesAsked(`${older}/virtualservices`)).toBe(0);
  expect((await source.status()).details?.join('\n')).toMatch(
    /^VirtualService: is read as before, since discovery failed: .*500/m,
  );
});

test('with nothing read yet an older version is better than none, and the preferred one follows', async () => {
  let status = 500;
  await clusterWith(() => status);
  expect((await source.snapshot()).objects.VirtualService).toHaveLength(1);
  expect(timesAsked(`${older}/virtualservices`)).toBeGreaterThan(0);
  status = 200;
  await nextDiscoveries();
  const silentlyMissing: string[] = [];
  await waitUntil(
    async () => {
      const { objects, unread } = await source.snapshot();
      const isThere = objects.VirtualService.length === 1;
      if (!isThere && !unread.some(({ kind }) => kind === 'VirtualService')) silentlyMissing.push('once');
      return timesAsked(`${preferred}/virtualservices`) > 0 && isThere;
    },
    { what: 'the list of the preferred version', withinMs: 5_000 },
  );
  expect(silentlyMissing).toEqual([]);
});

test('a kind that vanished is looked for again soon, long before discovery is due', async () => {
  let isServed = true;
  const watches: ServerResponse[] = [];
  server = await startServer((response, { path, form }) => {
    if (!isServed || !path.startsWith(preferred)) return sendJson(response, {}, 404);
    if (form.has('watch')) {
      response.writeHead(200).flushHeaders();
      return void watches.push(response);
    }
    if (path === preferred) return sendJson(response, listed);
    return sendJson(response, { metadata: { resourceVersion: '1' }, items: [] });
  });
  source = createKubernetes({
    kubeconfigPath: writeKubeconfig(server.url),
    timing: { probeMs: 600_000, backOffBaseMs: 100, backOffCapMs: 4_000, firstReadMs: 500 },
  });
  const isAbsent = async () =>
    /does not have: .*VirtualService/.test(String((await source.status()).details));
  await waitUntil(async () => !(await isAbsent()) && watches.length > 0, {
    what: 'a watch',
    withinMs: 5_000,
  });
  isServed = false;
  for (const watch of watches.splice(0)) watch.end();
  await waitUntil(isAbsent, { what: 'the loss', withinMs: 5_000 });
  isServed = true;
  await waitUntil(async () => !(await isAbsent()) && watches.length > 0, {
    what: 'the return',
    withinMs: 20_000,
  });
});
