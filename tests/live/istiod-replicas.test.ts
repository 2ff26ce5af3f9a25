import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mergeLists } from '#server/mesh/istiod/merge-answers.ts';
import type { IstiodSource } from '#server/sources/interface.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { findFreePort } from '#tests/support/free-port.ts';
import { type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';
import { change, snapshotWhere } from '#tests/support/kubernetes-objects.ts';
import { type LocalServer, sendJson, startServer } from '#tests/support/local-server.ts';
import { forwardFlags } from '#tests/support/pod-ports.ts';

const recorded = 'istiod-nzq5g7tk5w-9wgnl';
const second = 'istiod-nzq5g7tk5w-second';
const third = 'istiod-canary-third';
const entry = z.looseObject({ proxy: z.string() });

let respond: Parameters<typeof startServer>[0];
let server: LocalServer;
let api: Kubeapi;
let kubernetes: ReturnType<typeof createKubernetes>;

/** The recorded istiod runs already; the others are made up. */
async function addReplica(name: string, revision: string): Promise<void> {
  const path = '/api/v1/namespaces/istio-system/pods';
  const labels = { app: 'istiod', 'istio.io/rev': revision };
  const spec = { containers: [{ name: 'discovery', args: ['--monitoringAddr=:15014'] }] };
  await change(api.url, { method: 'POST', path, body: { metadata: { name, labels }, spec } });
  const body = { status: { phase: 'Running' } };
  await change(api.url, { method: 'PATCH', path: `${path}/${name}/status`, body });
}

beforeAll(async () => {
  server = await startServer((response, received) => respond(response, received));
  api = await startKubeapi({
    flags: forwardFlags({
      [`istio-system/${second}:15014`]: new URL(server.url).host,
      [`istio-system/${third}:15014`]: `127.0.0.1:${await findFreePort()}`,
    }),
  });
  kubernetes = createKubernetes({ kubeconfigPath: api.kubeconfig });
  await addReplica(second, 'default');
  await snapshotWhere(
    kubernetes,
    ({ objects }) =>
      objects.Pod.some(({ metadata, status }) => metadata.name === second && status.phase === 'Running'),
    'the second istiod',
  );
});
afterAll(async () => {
  await kubernetes.stop();
  await api.stop();
  await server.stop();
});
beforeEach(() => {
  respond = (response) => sendJson(response, [{ proxy: 'late.shop' }, { proxy: 'later.shop' }]);
});

function createSource(timeoutMs = 5_000): IstiodSource {
  const { forwardPort } = kubernetes;
  return createIstiod({ forwardPort, objects: kubernetes, timeoutMs, limitBytes: 1_000_000 });
}

async function proxiesOf(source: IstiodSource) {
  const { entries, warnings } = mergeLists(await source.ask({ endpoint: 'syncz' }));
  const count: Record<string, number> = {};
  for (const { replica } of entries) count[replica] = (count[replica] ?? 0) + 1;
  return { names: entries.map(({ value }) => entry.parse(value).proxy), count, warnings };
}

test('two replicas each know their own proxies, and together all', async () => {
  const { names, count, warnings } = await proxiesOf(createSource());
  expect(warnings).toEqual([]);
  expect(count).toEqual({ [recorded]: 26, [second]: 2 });
  expect(new Set(names).size).toBe(28);
  expect(names).toContain('later.shop');
});

describe('the proxies of the other are still known when a replica', () => {
  const faults: [string, Parameters<typeof startServer>[0], string, RegExp][] = [
    ['never answers', () => undefined, 'timeout', /did not answer \/debug\/syncz in pod \S+ within 0\.5 s/],
    ['hangs up', (response) => void response.socket?.destroy(), 'unreachable', /could not be reached/],
    [
      'wants to know who asks',
      (response) => void response.writeHead(401).end(),
      'unauthorized',
      /wants to know who asks for \/debug\/syncz \(401\)/,
    ],
    [
      'refuses',
      (response) => void response.writeHead(403).end(),
      'forbidden',
      /DEBUG_ENDPOINT_AUTH_ALLOWED_NAMESPACES/,
    ],
    [
      'has no such endpoint',
      (response) => void response.writeHead(404).end('404 page not found\n'),
      'no_such_endpoint',
      /has no \/debug\/syncz: its version does not know it/,
    ],
    ['fails', (response) => void response.writeHead(500).end('oh no'), 'failed', /with 500: oh no\./],
    [
      'sends a list that is cut off',
      (response) => void response.end('[{"proxy":'),
      'failed',
      /cut off after 10 char/,
    ],
    [
      'sends something else',
      (response) => sendJson(response, {}),
      'failed',
      /sent an object where a list belongs/,
    ],
    [
      'sends too much',
      (response) => void response.writeHead(200, { 'content-length': 9_000_000 }).write('['),
      'failed',
      /9 MB large; up to 1 MB are read/,
    ],
  ];

  test.each(faults)('%s', async (_, behaviour, code, message) => {
    respond = behaviour;
    const { count, warnings } = await proxiesOf(createSource(500));
    expect(count).toEqual({ [recorded]: 26 });
    expect(warnings).toEqual([
      { code: `istiod_${code}`, source: 'istiod', message: expect.stringMatching(message) },
    ]);
    expect(warnings[0]?.message).toContain(`istiod ${second}: `);
  });
});

test('a proxy is asked of all, and the one that has it answers', async () => {
  respond = (response) =>
    void response
      .writeHead(404)
      .end('Proxy not connected to this Pilot instance. It may be connected to another instance.');
  const question = {
    endpoint: 'config_dump',
    parameters: { proxyID: 'checkout-99n5fqdxdr-m2n4z.shop', include_eds: 'true' },
  } as const;
  const answers = await createSource().ask(question);
  expect(answers.map(({ replica, failure }) => [replica, failure?.code])).toEqual([
    [recorded, undefined],
    [second, 'not_connected'],
  ]);
});

test('a replica of another revision on whose port nothing listens makes the status degraded, and its end heals it', async () => {
  respond = (response) => void response.end('1.30.2');
  await addReplica(third, 'canary');
  const source = createSource();
  const isThere = (name: string) => (snapshot: Awaited<ReturnType<typeof kubernetes.snapshot>>) =>
    snapshot.objects.Pod.some(({ metadata, status }) => metadata.name === name && status.phase === 'Running');
  await snapshotWhere(kubernetes, isThere(third), 'the third istiod');
  const status = await source.status();
  expect(status).toMatchObject({
    state: 'degraded',
    reason: `2 of 3 replicas of istiod answer: ${third}: Nothing listens on port 15014 of pod istio-system/${third}: its container has not started yet, or uses another port.`,
  });
  expect(status.details?.slice(1)).toEqual([
    `${recorded} (revision default): 1.31-dev-unknown-Clean`,
    `${second} (revision default): 1.30.2`,
  ]);
  await change(api.url, { method: 'DELETE', path: `/api/v1/namespaces/istio-system/pods/${third}` });
  await snapshotWhere(kubernetes, (snapshot) => !isThere(third)(snapshot), 'the end of the third istiod');
  expect(await source.status()).toMatchObject({ state: 'ok' });
});
