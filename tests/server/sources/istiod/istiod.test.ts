import { describe, expect, test } from 'vitest';
import { ViglaError } from '#server/errors.ts';
import type { ObjectsSnapshot } from '#server/sources/interface.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { answeringPorts } from '#tests/support/answering-stream.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';

function istiodPod(name: string, fields: { [field: string]: unknown } = {}): Manifest {
  return {
    kind: 'Pod',
    name,
    namespace: 'istio-system',
    labels: { app: 'istiod' },
    spec: { containers: [{ name: 'discovery' }] },
    status: { phase: 'Running' },
    ...fields,
  };
}

function sourceOf(
  pods: readonly Manifest[],
  options: { now?: () => number; unread?: ObjectsSnapshot['unread'] } = {},
) {
  const { forwardPort, sent } = answeringPorts(({ pod, line }) => `${pod} ${line.split(' ')[1]}`);
  const snapshot = { ...objectsSnapshot(pods), unread: options.unread ?? [] };
  const now = options.now ?? (() => 0);
  const objects = { snapshot: async () => snapshot };
  return { sent, source: createIstiod({ forwardPort, objects, timeoutMs: 5_000, limitBytes: 1_000, now }) };
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('every running replica of every revision in the root namespace is asked, and says for itself', async () => {
  const { source } = sourceOf([
    istiodPod('istiod-b', { labels: { app: 'istiod', 'istio.io/rev': 'canary' } }),
    istiodPod('istiod-a'),
    istiodPod('istiod-c', { status: { phase: 'Pending' } }),
    istiodPod('istiod-d', { status: { phase: 'Failed' } }),
    istiodPod('elsewhere', { namespace: 'other' }),
    istiodPod('ingress', { labels: { app: 'istio-ingressgateway' } }),
  ]);
  const answers = await source.ask({ endpoint: 'syncz' });
  expect(answers.map(({ replica, revision, body }) => [replica, revision, text(body)])).toEqual([
    ['istiod-a', undefined, 'istiod-a /debug/syncz'],
    ['istiod-b', 'canary', 'istiod-b /debug/syncz'],
  ]);
});

test.each<[string, unknown, number]>([
  ['no word of it', {}, 15014],
  ['an argument', { args: ['discovery', '--monitoringAddr=:16014'] }, 16014],
  ['an argument and its value', { args: ['--monitoringAddr', '127.0.0.1:16014', '--domain'] }, 16014],
  ['an address without a port', { args: ['--monitoringAddr='] }, 15014],
  ['the port of the chart', { ports: [{ containerPort: 17014, name: 'http-monitoring' }] }, 17014],
])('with %s the monitoring port is found', async (_, container, port) => {
  const spec = { containers: [{ name: 'discovery', ...Object(container) }] };
  const { source, sent } = sourceOf([istiodPod('istiod-a', { spec })]);
  await source.ask({ endpoint: 'version' });
  expect(sent.map((one) => one.port)).toEqual([port]);
});

test.each<[string, Manifest[], ObjectsSnapshot['unread'], string]>([
  [
    'is none',
    [],
    [],
    'No pod with the label app=istiod is in the namespace istio-system; set VIGLA_ROOT_NAMESPACE if istiod runs elsewhere, or ISTIOD_URL if it runs outside of the cluster.',
  ],
  [
    'does not run yet',
    [istiodPod('istiod-a', { status: { phase: 'Pending' } })],
    [],
    'istiod does not run yet: pod istio-system/istiod-a is Pending.',
  ],
  [
    'cannot be found',
    [],
    [{ kind: 'Pod', reason: 'pods is forbidden' }],
    'Pods could not be read (pods is forbidden), so where istiod runs is not known.',
  ],
])('where istiod %s, that is said instead of an empty answer', async (_, pods, unread, message) => {
  const { source } = sourceOf(pods, { unread });
  await expect(source.ask({ endpoint: 'syncz' })).rejects.toMatchObject({
    code: 'source_unreachable',
    message,
  });
  await expect(source.status()).rejects.toThrow(message);
});

describe('answers', () => {
  test('are shared and kept for three seconds, each question by itself', async () => {
    let nowMs = 0;
    const { source, sent } = sourceOf([istiodPod('istiod-a')], { now: () => nowMs });
    await Promise.all([source.ask({ endpoint: 'syncz' }), source.ask({ endpoint: 'syncz' })]);
    nowMs = 2_999;
    await source.ask({ endpoint: 'syncz' });
    expect(sent).toHaveLength(1);
    await source.ask({ endpoint: 'connections' });
    expect(sent).toHaveLength(2);
    nowMs = 3_001;
    await source.ask({ endpoint: 'syncz' });
    expect(sent).toHaveLength(3);
  });

  test('are not kept while a replica gives none', async () => {
    const { forwardPort, sent } = answeringPorts();
    let isBroken = true;
    const broken = () => Promise.reject(new ViglaError('not_found', 'gone'));
    const source = createIstiod({
      forwardPort: (to, signal) => (isBroken ? broken() : forwardPort(to, signal)),
      objects: { snapshot: async () => objectsSnapshot([istiodPod('istiod-a')]) },
      timeoutMs: 5_000,
      limitBytes: 1_000,
      now: () => 0,
    });
    expect((await source.ask({ endpoint: 'syncz' })).map(({ failure }) => failure?.message)).toEqual([
      'gone',
    ]);
    isBroken = false;
    expect((await source.ask({ endpoint: 'syncz' })).map(({ failure }) => failure)).toEqual([undefined]);
    expect(sent).toHaveLength(1);
  });

  test('about one proxy are never kept', async () => {
    const { source, sent } = sourceOf([istiodPod('istiod-a')]);
    const question = { endpoint: 'sidecarz', parameters: { proxyID: 'a.shop' } } as const;
    await source.ask(question);
    await source.ask(question);
    expect(sent).toHaveLength(2);
  });
});

describe('a proxy whose name is in that of another', () => {
  const proxyOf = (name: string, namespace: string): Manifest => ({ kind: 'Pod', name, namespace, spec: {} });
  const connections = (...ids: string[]) =>
    JSON.stringify({ totalClients: ids.length, clients: ids.map((connectionId) => ({ connectionId })) });

  function askingFor(proxies: readonly Manifest[], byReplica: Readonly<Record<string, string>>) {
    const { forwardPort, sent } = answeringPorts(({ pod, line }) =>
      line.includes('connections') ? (byReplica[pod] ?? '') : `dump of ${pod}`,
    );
    const snapshot = objectsSnapshot([...Object.keys(byReplica).map((name) => istiodPod(name)), ...proxies]);
    const objects = { snapshot: async () => snapshot };
    const source = createIstiod({ forwardPort, objects, timeoutMs: 5_000, limitBytes: 1_000 });
    return { sent, ask: () => source.ask({ endpoint: 'sidecarz', parameters: { proxyID: 'db-0.shop' } }) };
  }

  test('is asked for by its connection, and only where it has one', async () => {
    const { sent, ask } = askingFor([proxyOf('db-0', 'shop'), proxyOf('db-0', 'shop2')], {
      'istiod-a': connections('db-0.shop2-3', 'mydb-0.shop-4', 'db-0.shop-2-5', 'db-0.shop-17'),
      'istiod-b': connections('db-0.shop2-3'),
      'istiod-c': 'no JSON',
    });
    const answers = await ask();
    expect(answers.map(({ body, failure }) => failure?.code ?? text(body))).toEqual([
      'dump of istiod-a',
      'not_connected',
      'not_connected',
    ]);
    expect(sent.filter(({ line }) => !line.includes('connections')).map(({ line }) => line)).toEqual([
      'GET /debug/sidecarz?proxyID=db-0.shop-17 HTTP/1.1',
    ]);
  });

  test('costs no question more where there is no other', async () => {
    const { sent, ask } = askingFor([proxyOf('db-0', 'shop'), proxyOf('db-1', 'shop')], { 'istiod-a': '' });
    await ask();
    expect(sent.map(({ line }) => line)).toEqual(['GET /debug/sidecarz?proxyID=db-0.shop HTTP/1.1']);
  });
});

describe('the status', () => {
  const failing = (broken: string, error: Error, waiting: Manifest[] = []) => {
    const { forwardPort } = answeringPorts(() => '1.31.0\n');
    const pods = [istiodPod('istiod-a'), istiodPod('istiod-b'), ...waiting];
    return createIstiod({
      forwardPort: (to, signal) =>
        to.pod.includes(broken) ? Promise.reject(error) : forwardPort(to, signal),
      objects: { snapshot: async () => objectsSnapshot(pods) },
      timeoutMs: 5_000,
      limitBytes: 1_000,
    });
  };
  const forbidden = new ViglaError('forbidden', 'Grant its account the verbs get and create.');

  test('is degraded where one of several replicas does not answer, and names those that wait', async () => {
    const waiting = [istiodPod('istiod-c', { status: { phase: 'Pending' } })];
    expect(await failing('istiod-b', forbidden, waiting).status()).toEqual({
      id: 'istiod',
      state: 'degraded',
      address: 'istio-system/istiod-a:15014, by port-forward',
      reason: '1 of 2 replicas of istiod answer: istiod-b: Grant its account the verbs get and create.',
      details: [
        'istiod-a (revision default): 1.31.0',
        'istiod-b (revision default): Grant its account the verbs get and create.',
        'istiod-c: Pending, not asked',
      ],
    });
  });

  test('is down where none answers', async () => {
    expect(await failing('istiod', forbidden).status()).toMatchObject({
      state: 'down',
      reason: '0 of 2 replicas of istiod answer: istiod-a: Grant its account the verbs get and create.',
    });
  });
});

test('a question that nobody waits for any more is given up', async () => {
  const controller = new AbortController();
  const { source } = sourceOf([istiodPod('istiod-a')]);
  controller.abort();
  await expect(source.ask({ endpoint: 'syncz' }, controller.signal)).rejects.toThrow();
  const perProxy = { endpoint: 'sidecarz', parameters: { proxyID: 'a.shop' } } as const;
  await expect(source.ask(perProxy, controller.signal)).rejects.toThrow();
});
