import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectKindNames } from '#lib/objects/kinds.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import type { Timing } from '#server/sources/kubernetes/timing.ts';
import { type Fault, type FaultyProxy, startFaultyProxy } from '#tests/support/faulty-proxy.ts';
import { type Kubeapi, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';
import { change, healedWithinMs, snapshotWhere } from '#tests/support/kubernetes-objects.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

type Source = ReturnType<typeof createKubernetes>;

let api: Kubeapi;
let proxy: FaultyProxy;
const sources: Source[] = [];

beforeEach(async () => {
  api = await startKubeapi();
  proxy = await startFaultyProxy(api.url);
});

afterEach(async () => {
  for (const source of sources.splice(0)) await source.stop();
  await proxy.stop();
  await api.stop();
});

function createSource(timing: Partial<Timing> = {}): Source {
  const source = createKubernetes({ kubeconfigPath: writeKubeconfig(proxy.url), timing });
  sources.push(source);
  return source;
}

const isServices = (address: string) => /^\/api\/v1\/services\?/.test(address);
const isWatch = (address: string) => address.includes('watch=true');
const services = '/api/v1/namespaces/shop/services';

async function addService(name: string): Promise<void> {
  await change(api.url, { method: 'POST', path: services, body: { metadata: { name }, spec: {} } });
}

function withService(source: Source, name: string) {
  return snapshotWhere(
    source,
    ({ objects }) => objects.Service.some((service) => service.metadata.name === name),
    `the Service ${name}`,
  );
}

async function statusBecomes(source: Source, state: 'ok' | 'degraded' | 'down') {
  return waitUntil(
    async () => {
      const status = await source.status();
      return status.state === state ? status : undefined;
    },
    { what: `the status is ${state}`, withinMs: healedWithinMs },
  );
}

describe('while the API server is away', () => {
  test('the last objects stay, the status says why, and all heals by itself when it is back', async () => {
    const source = createSource();
    const before = await source.snapshot();
    await addService('lost');
    await withService(source, 'lost');
    const port = Number(new URL(api.url).port);
    await api.stop();

    const status = await statusBecomes(source, 'down');
    expect(status.reason).toBe(
      'The Kubernetes API cannot be read: the connection was cut. Objects are shown as last seen.',
    );
    const during = await source.snapshot();
    expect(during.objects.Pod).toBe(before.objects.Pod);
    expect(during.unread).toEqual([]);

    api = await startKubeapi({ port });
    await statusBecomes(source, 'ok');
    await addService('after-the-restart');
    const healed = await withService(source, 'after-the-restart');
    // This server keeps nothing over a restart, so what it had learnt before must go.
    expect(healed.objects.Service.map((service) => service.metadata.name)).not.toContain('lost');
  });

  test('a first snapshot comes at once, with every kind unread, and fills when it is there', async () => {
    proxy.setFault({ kind: 'cut' });
    const source = createSource();
    const empty = await source.snapshot();
    expect(empty.objects.Pod).toEqual([]);
    expect(empty.unread.map(({ kind }) => kind)).toEqual(objectKindNames);
    expect(empty.unread[0]).toEqual({ kind: 'Namespace', reason: 'the connection was cut' });
    proxy.setFault(undefined);
    const healed = await snapshotWhere(source, ({ unread }) => unread.length === 0, 'all kinds');
    expect(healed.objects.Pod).toHaveLength(30);
    expect(await source.status()).toMatchObject({ state: 'ok' });
  });

  test('a server that takes requests and never answers holds the first snapshot up for its limit only', async () => {
    proxy.setFault({ kind: 'drop' }, (address) => address.includes('/pods'));
    const source = createSource({ firstReadMs: 500, answerMs: 1_000 });
    const snapshot = await source.snapshot();
    expect(snapshot.unread).toContainEqual({ kind: 'Pod', reason: 'the first answer has not come yet' });
    expect(snapshot.objects.Namespace).toHaveLength(9);
    const status = await waitUntil(
      async () => {
        const now = await source.status();
        return now.details?.includes('Pod: no answer within the time limit') ? now : undefined;
      },
      { what: 'the reason', withinMs: 10_000 },
    );
    expect(status).toMatchObject({
      state: 'degraded',
      reason: 'Not read: Pod. no answer within the time limit',
    });
    proxy.setFault(undefined);
    await snapshotWhere(source, ({ objects }) => objects.Pod.length === 30, 'the Pods');
  });

  test('a slow server is waited for', async () => {
    proxy.setFault({ kind: 'delay', ms: 300 });
    expect((await createSource().snapshot()).objects.Pod).toHaveLength(30);
  });
});

describe('a watch', () => {
  test('that is cut goes on where it was, without a new list and without loss', async () => {
    const source = createSource();
    await source.snapshot();
    const from = proxy.requests.length;
    proxy.setFault({ kind: 'cut' }, isServices);
    await addService('made-meanwhile');
    proxy.setFault(undefined);
    await withService(source, 'made-meanwhile');
    const asked = proxy.requests.slice(from).map(({ address }) => address);
    expect(asked.some((address) => isServices(address) && isWatch(address))).toBe(true);
    expect(asked.filter((address) => isServices(address) && !isWatch(address))).toEqual([]);
  });

  test('asks for bookmarks', async () => {
    await createSource().snapshot();
    const watches = await waitUntil(
      () => {
        const found = proxy.requests.filter(({ address }) => isWatch(address));
        return found.length >= objectKindNames.length ? found : undefined;
      },
      { what: 'all watches', withinMs: 10_000 },
    );
    expect(watches.every(({ address }) => address.includes('allowWatchBookmarks=true'))).toBe(true);
  });

  test('whose history is gone (410) is begun again with a list', async () => {
    const source = createSource();
    await source.snapshot();
    const from = proxy.requests.length;
    proxy.setFault({ kind: 'cut' }, isServices);
    await addService('made-meanwhile');
    proxy.setFault({ kind: 'status', status: 410 }, (address) => isServices(address) && isWatch(address));
    await withService(source, 'made-meanwhile');
    const lists = proxy.requests
      .slice(from)
      .filter(({ address }) => isServices(address) && !isWatch(address));
    expect(lists.length).toBeGreaterThan(0);
    proxy.setFault(undefined);
    await addService('later');
    await withService(source, 'later');
  });

  test('that has fallen silent for ever is left and begun again', async () => {
    const source = createSource({ quietMs: 500 });
    await source.snapshot();
    proxy.setFault({ kind: 'drop' }, (address) => isServices(address));
    await addService('unheard');
    proxy.setFault(undefined);
    await withService(source, 'unheard');
  });

  test('that is interrupted by garbage is begun again with a list', async () => {
    const source = createSource();
    await source.snapshot();
    const from = proxy.requests.length;
    proxy.setFault({ kind: 'garbage' }, (address) => isServices(address) && isWatch(address));
    proxy.setFault(undefined);
    await addService('after-garbage');
    await withService(source, 'after-garbage');
    const lists = proxy.requests
      .slice(from)
      .filter(({ address }) => isServices(address) && !isWatch(address));
    expect(lists.length).toBeGreaterThan(0);
  });
});

describe('one kind that cannot be read', () => {
  const faults: [string, Fault, string][] = [
    ['403', { kind: 'status', status: 403 }, 'the proxy of the tests says 403 (403)'],
    ['500', { kind: 'status', status: 500 }, 'the proxy of the tests says 500 (500)'],
    ['garbage', { kind: 'garbage' }, 'the answer to /api/v1/services is not JSON: "<html>{\\"half\\": \\n"'],
  ];

  test.each(faults)(
    'because of %s is unread with the reason, the others go on, and it heals',
    async (_, fault, reason) => {
      proxy.setFault(fault, isServices);
      const source = createSource();
      const snapshot = await source.snapshot();
      expect(snapshot.unread).toEqual([{ kind: 'Service', reason }]);
      expect(snapshot.objects.Pod).toHaveLength(30);
      expect(await source.status()).toMatchObject({
        state: 'degraded',
        reason: `Not read: Service. ${reason}`,
      });
      proxy.setFault(undefined);
      const healed = await snapshotWhere(source, ({ unread }) => unread.length === 0, 'the Services');
      expect(healed.objects.Service).toHaveLength(31);
      expect(await source.status()).toMatchObject({ state: 'ok' });
    },
  );

  test('any more, since the right was taken away, loses its objects; while the server only fails, it keeps them', async () => {
    const source = createSource();
    const before = await source.snapshot();
    proxy.setFault({ kind: 'cut' }, isServices);
    proxy.setFault({ kind: 'status', status: 500 }, isServices);
    await statusBecomes(source, 'degraded');
    expect((await source.snapshot()).objects.Service).toBe(before.objects.Service);
    proxy.setFault({ kind: 'status', status: 403 }, isServices);
    const without = await snapshotWhere(source, ({ unread }) => unread.length === 1, 'the loss of the right');
    expect(without.objects.Service).toEqual([]);
  });
});

test('a stopped source leaves no connection behind and asks nothing more', async () => {
  const source = createSource();
  await source.snapshot();
  await source.stop();
  await waitUntil(() => proxy.open() === 0, { what: 'all answers under way have ended', withinMs: 5_000 });
  const asked = proxy.requests.length;
  await addService('unheard');
  expect(proxy.requests).toHaveLength(asked);
});
