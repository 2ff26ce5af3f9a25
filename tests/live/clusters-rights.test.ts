import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differingClusters } from '#server/access/differing-clusters.ts';
import { restrictSources } from '#server/access/restrict/restrict-sources.ts';
import { reviewedVisibility } from '#server/access/reviewed-visibility.ts';
import type { User } from '#server/access/user.ts';
import { readConfig } from '#server/config.ts';
import type { Cluster, Sources } from '#server/sources/interface.ts';
import { createMesh } from '#server/sources/sources.ts';
import { bookinfoFolder, type Kubeapi, startKubeapi } from '#tests/support/kubeapi.ts';
import { type PrometheusServer, startPrometheus } from '#tests/support/prometheus.ts';
import { historyOf, homeName, kubeconfigOf, writeContexts } from '#tests/support/two-clusters.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const nowSeconds = Math.floor(Date.now() / 1000);
const scrapes = Array.from({ length: 12 }, (_, index) => nowSeconds - 660 + index * 60);
const { signal } = new AbortController();
const apiGroup = 'rbac.authorization.k8s.io';
const apiVersion = `${apiGroup}/v1`;

/** Members of `team-<namespace>` may list its pods. */
function rightsIn(namespaces: readonly string[]): string {
  const items = namespaces.flatMap((namespace) => {
    const metadata = { name: 'see-pods', namespace };
    return [
      {
        apiVersion,
        kind: 'Role',
        metadata,
        rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }],
      },
      {
        apiVersion,
        kind: 'RoleBinding',
        metadata,
        roleRef: { apiGroup, kind: 'Role', name: 'see-pods' },
        subjects: [{ kind: 'Group', name: 'team', apiGroup }],
      },
    ];
  });
  return write({ apiVersion: 'v1', kind: 'List', items });
}

function write(content: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-rights-')), 'content.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const sam: User = { name: 'sam', groups: ['team'], isAnonymous: false };
const admin = { token: 'admin' };
let servers: Record<'home' | 'same' | 'less', Kubeapi>;
let store: PrometheusServer;

beforeAll(async () => {
  const start = (...visible: string[]) =>
    startKubeapi({ load: [join(bookinfoFolder, 'kubernetes'), rightsIn(visible)], flags: ['-rbac'] });
  const [home, same, less, started] = await Promise.all([
    start('bookinfo', 'shop'),
    start('bookinfo', 'shop'),
    start('bookinfo'),
    startPrometheus({ backfill: historyOf([homeName, 'same', 'less'], scrapes) }),
  ]);
  servers = { home, same, less };
  store = started;
}, 240_000);
afterAll(() => Promise.all([...Object.values(servers), store].map((server) => server.stop())));

function openWith(settings: Record<string, string>) {
  const named = Object.entries(servers).map(([name, { url }]) => [name, { url, ...admin }]);
  return createMesh(
    readConfig({
      KUBECONFIG: writeContexts(Object.fromEntries(named)),
      PROMETHEUS_URL: store.url,
      ...settings,
    }),
  );
}

async function clustersReaching(sources: Sources): Promise<string[]> {
  const { rows } = await sources.metrics.query(
    {
      fn: 'increase',
      selector: { metric: 'istio_requests_total', matchers: [] },
      windowSeconds: 300,
      by: ['source_cluster', 'destination_cluster'],
    },
    nowSeconds,
  );
  const names = rows.flatMap(({ labels }) => [labels.source_cluster, labels.destination_cluster]);
  return [
    ...new Set(names.flatMap((name) => (name === undefined || name === 'unknown' ? [] : [name]))),
  ].sort();
}

test('what touches a cluster in which somebody may see less is left out of the shared store', async () => {
  const mesh = openWith({ KUBE_CONTEXTS: 'same=same,less=less' });
  const listed = await mesh.others?.(signal);
  const all = [{ name: homeName, sources: mesh.home }, ...(listed?.clusters ?? [])];
  const seen = await Promise.all(
    all.map(async ({ name, sources }) => ({
      name,
      sources,
      visibility: await reviewedVisibility({ getSources: () => sources })(sam, signal),
    })),
  );
  expect(
    seen.map(({ visibility: { namespaces } }) => (namespaces === 'all' ? 'all' : [...namespaces].sort())),
  ).toEqual([['bookinfo', 'shop'], ['bookinfo', 'shop'], ['bookinfo']]);
  const views: Record<string, string[]> = {};
  for (const { name, sources, visibility } of seen) {
    const leftOut = await differingClusters(
      visibility,
      seen.filter((other) => other.name !== name),
    );
    views[name] = await clustersReaching(restrictSources(sources, visibility, leftOut));
    if (leftOut.length > 0)
      await expect(
        restrictSources(sources, visibility, leftOut).traces?.search({
          tags: {},
          fromMs: 0,
          toMs: nowSeconds * 1000,
          errorsOnly: false,
          limit: 1,
        }),
      ).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect(await clustersReaching(mesh.home)).toEqual([homeName, 'less', 'same']);
  expect(views).toEqual({
    [homeName]: [homeName, 'same'],
    same: [homeName, 'same'],
    // Who may see less here may see this much in the others, too.
    less: [homeName, 'less', 'same'],
  });
});

test('nothing of a cluster whose rights cannot be asked for', async () => {
  const everything = { namespaces: 'all' } as const;
  const objects = {
    snapshot: () => Promise.reject(new Error('away')),
    status: () => Promise.reject(new Error('away')),
  };
  const nobodyKnows = { name: 'west', sources: { objects }, visibility: { namespaces: new Set<string>() } };
  expect(await differingClusters(everything, [nobodyKnows])).toEqual(['west']);
  expect(await differingClusters(everything, [{ ...nobodyKnows, visibility: everything }])).toEqual([]);
});

type SecretsApi = {
  put(name: string, kubeconfigs: Record<string, unknown>): Promise<void>;
  remove(name: string): Promise<void>;
};

function remoteSecrets(api: Kubeapi): SecretsApi {
  const address = `${api.url}/api/v1/namespaces/istio-system/secrets`;
  const headers = { authorization: 'Bearer admin', 'content-type': 'application/json' };
  return {
    async put(name, kubeconfigs) {
      const data = Object.fromEntries(
        Object.entries(kubeconfigs).map(([cluster, content]) => [
          cluster,
          Buffer.from(JSON.stringify(content)).toString('base64'),
        ]),
      );
      const metadata = { name, namespace: 'istio-system', labels: { 'istio/multiCluster': 'true' } };
      const body = JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata, data });
      const { ok, status } = await fetch(address, { method: 'POST', headers, body });
      if (!ok) throw new Error(`The secret was not taken: ${status}`);
    },
    async remove(name) {
      await fetch(`${address}/${name}`, { method: 'DELETE', headers });
    },
  };
}

test("clusters come and go with Istio's remote secrets, and one that names a program is not taken", async () => {
  const secrets = remoteSecrets(servers.home);
  const { url } = servers.same;
  const good = kubeconfigOf({ west: { url, ...admin } });
  const program = {
    ...good,
    users: [{ name: 'west', user: { exec: { command: '/bin/true', apiVersion: 'v1' } } }],
  };
  const file = { ...good, users: [{ name: 'west', user: { tokenFile: '/etc/passwd' } }] };
  const mesh = openWith({ VIGLA_REMOTE_SECRETS: 'true' });
  const named = async (): Promise<readonly Cluster[]> => (await mesh.others?.(signal))?.clusters ?? [];
  await secrets.put('istio-remote-secret-west', { west: good });
  await secrets.put('istio-remote-secret-bad', { program, file, garbage: 'no kubeconfig' });
  const listed = await mesh.others?.(signal);
  expect(listed?.clusters.map(({ name }) => name)).toEqual(['west']);
  const objects = await listed?.clusters[0]?.sources.objects.snapshot();
  expect(objects?.cluster).toBe('west');
  expect(objects?.objects.Pod.length).toBeGreaterThan(20);
  const reasons = Object.fromEntries((listed?.unusable ?? []).map(({ name, reason }) => [name, reason]));
  console.log(reasons);
  expect(Object.keys(reasons)).toEqual(expect.arrayContaining(['program', 'file', 'garbage']));
  expect(reasons.program).toMatch(/names a program or a file by "exec"/);
  expect(reasons.file).toMatch(/names a program or a file by "tokenFile"/);
  await secrets.remove('istio-remote-secret-west');
  await waitUntil(async () => (await named()).length === 0, {
    what: 'the cluster has gone',
    withinMs: 60_000,
  });
}, 120_000);

test('without the right to read remote secrets the home cluster is as ever, and the missing right is named', async () => {
  const mesh = createMesh(
    readConfig({
      KUBECONFIG: writeContexts({ home: { url: servers.home.url, token: 'nobody' } }),
      PROMETHEUS_URL: store.url,
      VIGLA_REMOTE_SECRETS: 'true',
    }),
  );
  const listed = await mesh.others?.(signal);
  expect(listed?.clusters).toEqual([]);
  expect(listed?.unusable).toEqual([{ name: 'remote secrets', reason: expect.stringMatching(/secrets/) }]);
}, 60_000);
