import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStatus } from '#server/mesh/status/load-status.ts';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import type { EnvoySource, IstiodSource } from '#server/sources/interface.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { createRecording } from '#server/sources/recording/recording.ts';
import { bookinfoFolder, type Kubeapi, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';

const roles = '/apis/rbac.authorization.k8s.io/v1';
const checkout = { namespace: 'shop', pod: 'checkout-99n5fqdxdr-m2n4z' };
const reviews = { namespace: 'bookinfo', pod: 'reviews-v1-8nlmnvhdvc-qrsdk' };

let api: Kubeapi;
let kubernetes: ReturnType<typeof createKubernetes>;
let istiod: IstiodSource;
let envoy: EnvoySource;

/** A user who may read every object, and no more. */
function writeObjects(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-rights-')), 'roles.json');
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  const role = {
    apiVersion,
    kind: 'ClusterRole',
    metadata: { name: 'vigla' },
    // Every resource by its name: a star would hold the subresources as well.
    rules: [
      {
        apiGroups: ['', 'apps'],
        resources: ['pods', 'namespaces', 'services'],
        verbs: ['get', 'list', 'watch'],
      },
    ],
  };
  const binding = {
    apiVersion,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'vigla' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'vigla' },
    subjects: [{ kind: 'User', name: 'vigla' }],
  };
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [role, binding] }));
  return file;
}

beforeAll(async () => {
  const users = join(mkdtempSync(join(tmpdir(), 'vigla-users-')), 'users.yaml');
  writeFileSync(users, JSON.stringify({ 'vigla-token': { username: 'vigla', groups: [] } }));
  api = await startKubeapi({
    load: [join(bookinfoFolder, 'kubernetes'), writeObjects()],
    flags: ['-rbac', '-users', users],
  });
  kubernetes = createKubernetes({ kubeconfigPath: writeKubeconfig(api.url, { token: 'vigla-token' }) });
  const pods = {
    forwardPort: kubernetes.forwardPort,
    objects: kubernetes,
    timeoutMs: 5_000,
    limitBytes: 64_000_000,
  };
  istiod = createIstiod(pods);
  envoy = createEnvoy({ ...pods, isWritable: false });
});
afterAll(async () => {
  await kubernetes.stop();
  await api.stop();
});

async function statusOf(id: 'istiod' | 'proxies') {
  const { data } = await loadStatus(
    {},
    {
      sources: { ...createRecording({}), objects: kubernetes, istiod, envoy },
      nowSeconds: 0,
      signal: new AbortController().signal,
      version: '0',
    },
  );
  return data.sources.find((source) => source.id === id);
}

/** Gives the right in one namespace, as an administrator would. */
async function grant(namespace: string): Promise<void> {
  const write = async (path: string, body: unknown) => {
    const answer = await fetch(`${api.url}${roles}/namespaces/${namespace}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer admin' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    await answer.body?.cancel();
  };
  const rules = [{ apiGroups: [''], resources: ['pods/portforward'], verbs: ['get', 'create'] }];
  await write('roles', { metadata: { name: 'forward' }, rules });
  await write('rolebindings', {
    metadata: { name: 'forward' },
    roleRef: { kind: 'Role', name: 'forward' },
    subjects: [{ kind: 'User', name: 'vigla' }],
  });
}

const remedy = 'Grant its account the verbs get and create on pods/portforward there.';

test('without the right to forward ports istiod is down, with the right that is missing', async () => {
  const [answer] = await istiod.ask({ endpoint: 'syncz' });
  expect(answer?.failure).toEqual({
    code: 'forbidden',
    message: expect.stringMatching(
      /^Vigla may not forward ports in the namespace istio-system: .*User "vigla" cannot get/,
    ),
  });
  const status = await statusOf('istiod');
  expect(status?.state).toBe('down');
  expect(status?.reason).toMatch(
    /^istiod does not answer: Vigla may not forward ports in the namespace istio-system/,
  );
  expect(status?.reason).toContain(remedy);
});

test('proxies are asked only where a page needs them; then the status names the namespaces that are closed', async () => {
  expect(await statusOf('proxies')).toMatchObject({
    state: 'ok',
    details: ['Asked when a page needs them; nothing was asked yet'],
  });
  for (const proxy of [checkout, reviews])
    await expect(envoy.admin(proxy, { path: 'certs' })).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining(remedy),
    });
  const status = await statusOf('proxies');
  expect(status?.state).toBe('degraded');
  expect(status?.details?.map((detail) => /namespace (\w+)/.exec(detail)?.[1])).toEqual(['shop', 'bookinfo']);
});

test('a right that is given opens its namespace at once, and no other', async () => {
  await grant('istio-system');
  await grant('shop');
  expect(await statusOf('istiod')).toMatchObject({ state: 'ok' });
  expect((await envoy.admin(checkout, { path: 'certs' })).byteLength).toBeGreaterThan(100);
  await expect(envoy.admin(reviews, { path: 'certs' })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await statusOf('proxies')).toMatchObject({
    state: 'degraded',
    reason: expect.stringContaining('namespace bookinfo'),
  });
});
