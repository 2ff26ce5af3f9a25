import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import packageJson from '#package.json' with { type: 'json' };
import { readConfig } from '#server/config.ts';
import { installHelm } from '#tests/support/helm-program.ts';
import { chartFolder, type Manifest, onlyOf, release, renderChart } from '#tests/support/rendered-chart.ts';

const everything = {
  replicas: 3,
  secretName: 'vigla',
  config: { auth: { mode: 'anonymous' }, prometheus: { url: 'http://prometheus.monitoring:9090' } },
  env: [{ name: 'VIGLA_LOG_LEVEL', value: 'warn' }],
  image: { pullSecrets: [{ name: 'registry' }] },
  rbac: { revisions: ['canary'] },
  ingress: { enabled: true, className: 'nginx', host: 'vigla.example', tlsSecretName: 'vigla-tls' },
  httpRoute: { enabled: true, parentRefs: [{ name: 'gateway' }], hostnames: ['vigla.example'] },
  networkPolicy: { enabled: true, from: [{ namespaceSelector: {} }], to: [{ ports: [{ port: 9090 }] }] },
  serviceMonitor: { enabled: true, labels: { release: 'prometheus' } },
  podLabels: { team: 'mesh' },
  podAnnotations: { note: 'yes' },
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  tolerations: [{ operator: 'Exists' }],
};

const access = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'ServiceAccount'];
const always = [...access, 'ConfigMap', 'Deployment', 'Service'].sort();

const labels = z.record(z.string(), z.string());
const deploymentSchema = z.looseObject({
  spec: z.looseObject({
    replicas: z.number(),
    selector: z.object({ matchLabels: labels }),
    template: z.looseObject({
      metadata: z.looseObject({ labels, annotations: labels }),
      spec: z.looseObject({
        securityContext: z.unknown(),
        enableServiceLinks: z.boolean(),
        containers: z.tuple([
          z.looseObject({
            image: z.string(),
            securityContext: z.unknown(),
            env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })),
            ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
            volumeMounts: z.array(z.looseObject({ name: z.string(), mountPath: z.string() })),
          }),
        ]),
        volumes: z.array(z.looseObject({ name: z.string() })),
      }),
    }),
  }),
});

function podOf(manifests: readonly Manifest[]) {
  const { spec } = deploymentSchema.parse(onlyOf(manifests, 'Deployment'));
  return { ...spec, template: spec.template.metadata, pod: spec.template.spec };
}

/** The name of a file with what the ConfigMap holds. */
function settingsOf(manifests: readonly Manifest[]): string {
  const { data } = z
    .looseObject({ data: z.object({ 'vigla.yaml': z.string() }) })
    .parse(onlyOf(manifests, 'ConfigMap'));
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-chart-')), 'vigla.yaml');
  writeFileSync(file, data['vigla.yaml']);
  return file;
}

beforeAll(async () => {
  await installHelm();
}, 600_000);

test('the chart has the version of the package', async () => {
  const { labels: found } = podOf(await renderChart()).template;
  expect(found['app.kubernetes.io/version']).toBe(packageJson.version);
});

test('without any values it makes what is always needed, with all of them the rest', async () => {
  const kinds = async (values: object) => (await renderChart(values)).map(({ kind }) => kind).sort();
  expect(await kinds({})).toEqual(always);
  expect(await kinds(everything)).toEqual(
    [...always, 'HTTPRoute', 'Ingress', 'NetworkPolicy', 'PodDisruptionBudget', 'ServiceMonitor'].sort(),
  );
  expect(await kinds({ rbac: { create: false }, serviceAccount: { create: false, name: 'own' } })).toEqual([
    'ConfigMap',
    'Deployment',
    'Service',
  ]);
});

test('every object is in the namespace of the release, of the cluster, or of istiod', async () => {
  const places = (await renderChart(everything)).map(({ kind, metadata }) => {
    const place = metadata.namespace ?? 'the cluster';
    return place === release.namespace ? '' : `${kind}: ${place}`;
  });
  expect(places.filter((place) => place !== '').sort()).toEqual([
    'ClusterRole: the cluster',
    'ClusterRoleBinding: the cluster',
    'Role: istio-system',
    'RoleBinding: istio-system',
  ]);
});

test('the pod keeps to the restricted pod security standard, with a root file system that is read-only', async () => {
  for (const values of [{}, everything]) {
    const { pod } = podOf(await renderChart(values));
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 65_532,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    for (const key of ['hostNetwork', 'hostPID', 'hostIPC', 'initContainers', 'ephemeralContainers'])
      expect(pod).not.toHaveProperty(key);
    // The standard allows these kinds of volumes, among others.
    const kinds = pod.volumes.flatMap(({ name: _, ...volume }) => Object.keys(volume));
    expect(kinds.filter((kind) => !['configMap', 'secret'].includes(kind))).toEqual([]);
  }
});

test('its configuration is one that Vigla reads, from the place that the pod names', async () => {
  const manifests = await renderChart(everything);
  const [container] = podOf(manifests).pod.containers;
  const path = container.env.find(({ name }) => name === 'VIGLA_CONFIG')?.value ?? '';
  const folder = container.volumeMounts.find(({ name }) => name === 'config')?.mountPath;
  expect(path).toBe(`${folder}/vigla.yaml`);
  const config = readConfig({ VIGLA_CONFIG: settingsOf(manifests) });
  expect(config.PROMETHEUS_URL).toBe('http://prometheus.monitoring:9090');
});

test('the values of docs/install.md make an installation whose configuration Vigla reads', async () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'install.md'), 'utf8');
  const [, values = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const secrets = mkdtempSync(join(tmpdir(), 'vigla-secrets-'));
  const manifests = await renderChart(parse(values));
  const text = readFileSync(settingsOf(manifests), 'utf8');
  const names = [...text.matchAll(/\/etc\/vigla\/secrets\/(\S+)/g)].map(([, name = '']) => name);
  for (const name of names) writeFileSync(join(secrets, name), 'k'.repeat(40));
  const file = join(secrets, 'vigla.yaml');
  writeFileSync(file, text.replaceAll('/etc/vigla/secrets', secrets));
  expect(readConfig({ VIGLA_CONFIG: file })).toMatchObject({
    VIGLA_AUTH: 'openid',
    VIGLA_SESSION_KEY: 'k'.repeat(40),
    OPENID_ISSUER: 'https://login.example',
  });
  expect(podOf(manifests).pod.volumes.map(({ name }) => name)).toEqual(['config', 'secrets']);
});

test('another configuration starts the pods again, the same does not', async () => {
  const sum = async (values: object) =>
    podOf(await renderChart(values)).template.annotations['checksum/config'];
  expect(await sum({ config: { writes: true } })).toBe(await sum({ config: { writes: true } }));
  expect(await sum({ config: { writes: true } })).not.toBe(await sum({}));
});

test('what chooses the pods is what they carry, and the Service leads to their port', async () => {
  const manifests = await renderChart(everything);
  const { selector, template, pod } = podOf(manifests);
  const service = z
    .looseObject({ spec: z.looseObject({ selector: labels, ports: z.array(z.looseObject({})) }) })
    .parse(onlyOf(manifests, 'Service')).spec;
  expect(template.labels).toMatchObject(selector.matchLabels);
  expect(template.labels).toMatchObject({ team: 'mesh' });
  expect(service.selector).toEqual(selector.matchLabels);
  for (const kind of ['PodDisruptionBudget', 'NetworkPolicy', 'ServiceMonitor'])
    expect(JSON.stringify(onlyOf(manifests, kind).spec), kind).toContain(JSON.stringify(selector));
  expect(service.ports).toMatchObject([{ name: 'http', targetPort: 'http' }]);
  expect(pod.containers[0].ports).toEqual([{ name: 'http', containerPort: 3000 }]);
  for (const kind of ['Ingress', 'HTTPRoute'])
    expect(JSON.stringify(onlyOf(manifests, kind).spec)).toContain('"name":"vigla"');
});

test('probes ask the addresses of probes', async () => {
  const text = JSON.stringify(podOf(await renderChart()).pod.containers[0]);
  const paths = [...text.matchAll(/"(\w+Probe)":\{[^{]*"httpGet":\{"path":"([^"]+)"/g)].map((found) => [
    found[1],
    found[2],
  ]);
  expect(Object.fromEntries(paths)).toEqual({
    startupProbe: '/readyz',
    readinessProbe: '/readyz',
    livenessProbe: '/healthz',
  });
});

test.each([
  ['a misspelt key', { replica: 2 }, /additional properties 'replica' not allowed/],
  ['no replica', { replicas: 0 }, /\/replicas/],
  ['a text for a number', { replicas: '2' }, /\/replicas/],
  ['a feature that there is not', { rbac: { features: { secrets: true } } }, /'secrets' not allowed/],
  ['a name that is none', { rbac: { rootNamespace: 'Istio_System' } }, /\/rbac\/rootNamespace/],
  ['a port that is none', { service: { port: 70_000 } }, /\/service\/port/],
  ['a kind of service that there is not', { service: { type: 'External' } }, /\/service\/type/],
  ['a route to nowhere', { httpRoute: { enabled: true } }, /\/httpRoute\/parentRefs/],
  ['a path without a slash', { ingress: { path: 'vigla' } }, /\/ingress\/path/],
  ['a variable without a name', { env: [{ value: 'x' }] }, /\/env\/0/],
  ['no image', { image: { repository: '' } }, /\/image\/repository/],
  ['an interval without a unit', { serviceMonitor: { interval: '30' } }, /\/serviceMonitor\/interval/],
  [
    'several replicas with sessions of one each',
    { replicas: 2, config: { auth: { mode: 'openid' } } },
    /auth\.session\.keyFile or VIGLA_SESSION_KEY/,
  ],
])('%s is refused', async (_, values, words) => {
  await expect(renderChart(values)).rejects.toThrow(words);
});

test.each([
  [{ config: { auth: { mode: 'openid', session: { keyFile: '/etc/vigla/secrets/key' } } } }],
  [{ config: { auth: { mode: 'token' } }, env: [{ name: 'VIGLA_SESSION_KEY', valueFrom: {} }] }],
  [{ config: { auth: { mode: 'header' } } }],
])('several replicas with %j are not', async (values) => {
  expect(podOf(await renderChart({ ...values, replicas: 2 })).replicas).toBe(2);
});

test('every value has its place in the schema', async () => {
  const text = readFileSync(join(chartFolder, 'values.yaml'), 'utf8');
  const keys = Object.keys(z.record(z.string(), z.unknown()).parse(parse(text)));
  expect(keys.length).toBeGreaterThan(15);
  await expect(renderChart(Object.fromEntries(keys.map((key) => [key, 7])))).rejects.toThrow(
    new RegExp(
      keys
        .filter((key) => key !== 'replicas')
        .map((key) => `(?=[\\s\\S]*at '/${key}')`)
        .join(''),
    ),
  );
});
