import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { messageOf } from '#server/errors.ts';
import { createEnvoy } from '#server/sources/envoy/envoy.ts';
import { createIstiod } from '#server/sources/istiod/istiod.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { installHelm } from '#tests/support/helm-program.ts';
import { bookinfoFolder, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';
import { release, renderChart } from '#tests/support/rendered-chart.ts';

const signal = new AbortController().signal;
const proxy = { namespace: 'bookinfo', pod: 'reviews-v1-8nlmnvhdvc-qrsdk' };
const user = { name: 'alice', groups: ['team-shop'], isAnonymous: false };
const tokenAnswer = z.object({ status: z.object({ token: z.string() }) });

beforeAll(async () => {
  await installHelm();
}, 600_000);

/** Vigla with the account of the chart, in a cluster that enforces its roles. */
async function install(features: Record<string, boolean>) {
  const chart = await renderChart({ rbac: { features } });
  const folder = mkdtempSync(join(tmpdir(), 'vigla-chart-'));
  const access = chart.filter(({ kind }) => /Role|ServiceAccount/.test(kind));
  // A real server takes the name of what is listed from `metadata.name` in the field selector, this one does not.
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: access }, (key, value) =>
    key === 'resourceNames' ? undefined : value,
  );
  writeFileSync(join(folder, 'access.json'), text);
  const api = await startKubeapi({
    load: [join(bookinfoFolder, 'kubernetes'), join(folder, 'access.json')],
    flags: ['-rbac'],
  });
  const account = `/api/v1/namespaces/${release.namespace}/serviceaccounts/${release.name}/token`;
  const answer = await fetch(api.url + account, {
    method: 'POST',
    headers: { authorization: 'Bearer admin', 'content-type': 'application/json' },
    body: JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} }),
  });
  const { token } = tokenAnswer.parse(await answer.json()).status;
  const kubeconfigPath = writeKubeconfig(api.url, { token });
  const kubernetes = createKubernetes({ kubeconfigPath });
  const impersonating = createKubernetes({ kubeconfigPath, isImpersonating: true });
  onTestFinished(async () => {
    await Promise.all([kubernetes.stop(), impersonating.stop()]);
    await api.stop();
  });
  const pods = {
    forwardPort: kubernetes.forwardPort,
    objects: kubernetes,
    timeoutMs: 10_000,
    limitBytes: 64_000_000,
  };
  await kubernetes.snapshot();
  return {
    kubernetes,
    /** Each feature, as a page would use it. */
    uses: {
      logs: async () => {
        const question = { ...proxy, container: 'reviews', tailLines: 5 };
        for await (const _ of kubernetes.logs.read(question, signal)) return;
      },
      istiod: async () => {
        const [replica] = await createIstiod(pods).ask({ endpoint: 'syncz' });
        if (replica?.failure !== undefined) throw new Error(replica.failure.message);
      },
      proxies: async () => {
        await createEnvoy({ ...pods, isWritable: false }).admin(proxy, { path: 'certs' });
      },
      discovery: async () => {
        for (const method of ['GET', 'POST']) {
          const path = '/api/v1/namespaces/istio-system/services/istiod:15014/proxy/version';
          const { status } = await fetch(api.url + path, {
            method,
            headers: { authorization: `Bearer ${token}` },
          });
          // Nothing listens behind it here: that is another answer than that it may not be asked.
          if (status !== 503) throw new Error(`${method} services/proxy: ${status}`);
        }
      },
      accessReviews: async () => {
        await kubernetes.reviews.mayListPods(user, 'shop', signal);
      },
      impersonation: async () => {
        await impersonating.reviews.mayListPods(user, 'shop', signal);
      },
      remoteSecrets: async () => {
        await kubernetes.remoteSecrets.list('istio-system', signal);
      },
    },
  };
}

/** What each use ended with: `allowed`, or the refusal. */
async function tryAll(uses: Record<string, () => Promise<void>>): Promise<Record<string, string>> {
  const ended = Object.entries(uses).map(async ([feature, use]) => [
    feature,
    await use().then(() => 'allowed', messageOf),
  ]);
  return Object.fromEntries(await Promise.all(ended));
}

test('with every feature the account of the chart can do all that Vigla does', async () => {
  const names = ['logs', 'istiod', 'proxies', 'discovery', 'accessReviews', 'impersonation', 'remoteSecrets'];
  const { kubernetes, uses } = await install(Object.fromEntries(names.map((name) => [name, true])));
  expect(await kubernetes.status()).toMatchObject({ state: 'ok' });
  const { objects } = await kubernetes.snapshot();
  expect(objects.ConfigMap.map(({ metadata }) => metadata.name).sort()).toEqual([
    'istio',
    'istio-sidecar-injector',
  ]);
  expect(await tryAll(uses)).toEqual(Object.fromEntries(names.map((name) => [name, 'allowed'])));
});

test('with every feature off it still reads all objects, and each use says which right is missing', async () => {
  const features = { logs: false, istiod: false, proxies: false, discovery: false };
  const { kubernetes, uses } = await install(features);
  expect(await kubernetes.status()).toMatchObject({ state: 'ok' });
  // This server reviews for everybody, unlike a real one.
  const { accessReviews: _, ...others } = uses;
  expect(await tryAll(others)).toEqual({
    logs: expect.stringMatching(/pods\/log/),
    istiod: expect.stringMatching(/pods\/portforward/),
    proxies: expect.stringMatching(/pods\/portforward/),
    discovery: 'GET services/proxy: 403',
    impersonation: expect.stringMatching(/impersonate/),
    remoteSecrets: expect.stringMatching(/list secrets in istio-system/),
  });
});

test('istiod alone may be asked where proxies may not', async () => {
  const { uses } = await install({ istiod: true, proxies: false });
  const { istiod, proxies } = await tryAll({ istiod: uses.istiod, proxies: uses.proxies });
  expect(istiod).toBe('allowed');
  expect(proxies).toMatch(/pods\/portforward/);
});
