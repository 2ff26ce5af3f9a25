import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '#server/config.ts';
import { podOf } from '#tests/support/chart-pod.ts';
import { allValues } from '#tests/support/chart-values.ts';
import { installHelm } from '#tests/support/helm-program.ts';
import { chartFolder, type Manifest, onlyOf, renderChart } from '#tests/support/rendered-chart.ts';

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

test('its configuration is one that Vigla reads, from the place that the pod names', async () => {
  const manifests = await renderChart(allValues);
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
  ['a base path with a slash at its end', { basePath: '/vigla/' }, /\/basePath/],
  ['two base paths', { basePath: '/vigla', config: { basePath: '/mesh-ui' } }, /\/vigla.*\/mesh-ui/],
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

test.each([
  [{}, { delay: '5s', timeout: '20s', grace: 30 }],
  [{ stopping: { delaySeconds: 0, timeoutSeconds: 60 } }, { delay: undefined, timeout: '60s', grace: 65 }],
])('with the values %j a pod has the time that Vigla takes to stop', async (values, expected) => {
  const { pod } = podOf(await renderChart(values));
  const [container] = pod.containers;
  const settings = Object.fromEntries(container.env.map(({ name, value }) => [name, value ?? '']));
  const { VIGLA_STOP_DELAY: delay, VIGLA_STOP_TIMEOUT: timeout } = settings;
  expect({ delay, timeout, grace: pod.terminationGracePeriodSeconds }).toEqual(expected);
  const { VIGLA_STOP_DELAY: delayMs = 0, VIGLA_STOP_TIMEOUT: timeoutMs } = readConfig({
    ...settings,
    VIGLA_CONFIG: '',
  });
  expect((expected.grace - 5) * 1000).toBe(delayMs + timeoutMs);
});
