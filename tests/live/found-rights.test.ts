import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFoundMetrics } from '#server/sources/discovery/found-metrics.ts';
import type { MetricSource } from '#server/sources/interface.ts';
import { createKubernetes } from '#server/sources/kubernetes/kubernetes.ts';
import { createPrometheus } from '#server/sources/prometheus/prometheus.ts';
import { prometheusSearch } from '#server/sources/prometheus/prometheus-search.ts';
import { bookinfoFolder, type Kubeapi, startKubeapi, writeKubeconfig } from '#tests/support/kubeapi.ts';
import { healedWithinMs } from '#tests/support/kubernetes-objects.ts';
import { type LocalServer, sendJson, startServer } from '#tests/support/local-server.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const apiVersion = 'rbac.authorization.k8s.io/v1';
const account = 'system:serviceaccount:vigla:vigla';
const roles = `/apis/${apiVersion}/namespaces/istio-system`;
const role = { apiVersion, kind: 'Role', metadata: { name: 'vigla-service-proxy' } };
const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { namespace: 'istio-system', name: 'prometheus' },
  spec: { ports: [{ name: 'http', port: 9090 }] },
};

/** The account may read every object, and has no way to any Service. */
const reader = {
  apiVersion,
  kind: 'ClusterRole',
  metadata: { name: 'vigla' },
  rules: [
    { apiGroups: [''], resources: ['pods', 'services', 'namespaces'], verbs: ['get', 'list', 'watch'] },
  ],
};
const reading = {
  apiVersion,
  kind: 'ClusterRoleBinding',
  metadata: { name: 'vigla' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'vigla' },
  subjects: [{ kind: 'User', name: account }],
};

let store: LocalServer;
let api: Kubeapi;
let kubernetes: ReturnType<typeof createKubernetes>;
let found: MetricSource;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigla-found-rights-'));
  const write = (name: string, value: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(value));
    return join(folder, name);
  };
  // A store that has one series, whatever it is asked, and says by which method it was asked.
  store = await startServer((response) =>
    sendJson(response, {
      status: 'success',
      data: { resultType: 'vector', result: [{ metric: {}, value: [0, '1'] }] },
    }),
  );
  const items = [reader, reading, service];
  api = await startKubeapi({
    load: [
      join(bookinfoFolder, 'kubernetes'),
      write('objects.json', { apiVersion: 'v1', kind: 'List', items }),
    ],
    flags: [
      '-rbac',
      '-users',
      write('users.yaml', { 'vigla-token': { username: account, groups: [] } }),
      '-forward',
      write('ports.yaml', { 'istio-system/prometheus:9090': new URL(store.url).host }),
    ],
  });
  kubernetes = createKubernetes({ kubeconfigPath: writeKubeconfig(api.url, { token: 'vigla-token' }) });
  found = createFoundMetrics({
    search: prometheusSearch(),
    cluster: kubernetes,
    headers: { 'X-Scope-OrgID': 'shop', Authorization: 'Bearer of-the-store' },
    open: (client) => createPrometheus({ client, timeoutMs: 5_000 }),
  });
});

afterAll(async () => {
  await kubernetes?.stop();
  await api?.stop();
  await store?.stop();
});

/** As the administrator of the cluster. */
async function apply(method: 'POST' | 'PUT', path: string, body: object): Promise<void> {
  const headers = { authorization: 'Bearer admin', 'content-type': 'application/json' };
  const answer = await fetch(`${api.url}${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  await answer.body?.cancel();
}

const rulesFor = (verbs: string[]) => [{ apiGroups: [''], resources: ['services/proxy'], verbs }];
const longQuery = {
  fn: 'sum',
  selector: {
    metric: 'istio_requests_total',
    matchers: [{ label: 'reporter', is: '=~', value: 'namespace-|'.repeat(2_000) }],
  },
  by: [],
} as const;

test('a right that is missing is named, with the commands that give it, and nothing reaches the store', async () => {
  const status = await found.status();
  expect(status).toMatchObject({ state: 'down' });
  expect(status.reason).toMatch(
    /^No Prometheus was found .*prometheus\.istio-system:9090 was passed over: Vigla's account lacks the verb get on services\/proxy in the namespace istio-system/,
  );
  console.log(status.reason);
  expect(status.fix).toEqual({
    words: "Grant Vigla's account the verb get on services/proxy in istio-system, or set PROMETHEUS_URL.",
    command:
      'kubectl -n istio-system create role vigla-service-proxy --verb=get,create --resource=services/proxy && ' +
      'kubectl -n istio-system create rolebinding vigla-service-proxy --role=vigla-service-proxy --serviceaccount=vigla:vigla',
  });
  expect(store.received).toEqual([]);
});

test('once it is given the store is found without a restart, and gets no credentials', async () => {
  await apply('POST', `${roles}/roles`, { ...role, rules: rulesFor(['get']) });
  await apply('POST', `${roles}/rolebindings`, {
    ...role,
    kind: 'RoleBinding',
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: role.metadata.name },
    subjects: [{ kind: 'User', name: account }],
  });
  await waitUntil(async () => (await found.status()).state === 'ok', {
    what: 'the store is found',
    withinMs: healedWithinMs,
  });
  expect(store.received.length).toBeGreaterThan(0);
  for (const { method, headers } of store.received) {
    expect(method).toBe('GET');
    expect(headers['x-scope-orgid']).toBe('shop');
    expect(headers.authorization).toBeUndefined();
  }
});

test('a query too long for an address names the verb that it needs, and is posted once that is given', async () => {
  const nowSeconds = Date.now() / 1000;
  await expect(found.query(longQuery, nowSeconds)).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringMatching(/lacks the verb create on services\/proxy in the namespace istio-system/),
  });
  // What is short goes on.
  expect((await found.status()).state).toBe('ok');
  await apply('PUT', `${roles}/roles/${role.metadata.name}`, { ...role, rules: rulesFor(['get', 'create']) });
  expect((await found.query(longQuery, nowSeconds)).rows).toHaveLength(1);
  const posted = store.received.filter(({ method }) => method === 'POST');
  expect(posted.map(({ form }) => form.get('query')?.length)).toEqual([expect.any(Number)]);
});
