import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '#server/config.ts';
import { podOf } from '#tests/support/chart-pod.ts';
import { allValues } from '#tests/support/chart-values.ts';
import { installHelm } from '#tests/support/helm-program.ts';
import { type Manifest, onlyOf, renderChart } from '#tests/support/rendered-chart.ts';

beforeAll(async () => {
  await installHelm();
}, 600_000);

/** Every path that proxies, probes and monitors are told. */
function pathsOf(manifests: readonly Manifest[]): Record<string, string | undefined> {
  const [container] = podOf(manifests).pod.containers;
  const text = JSON.stringify([
    container,
    ...['Ingress', 'HTTPRoute', 'ServiceMonitor'].map((kind) => onlyOf(manifests, kind)),
  ]);
  const find = (pattern: RegExp) => pattern.exec(text)?.[1];
  return {
    startup: find(/"startupProbe":\{[^{]*"httpGet":\{"path":"([^"]+)"/),
    readiness: find(/"readinessProbe":\{[^{]*"httpGet":\{"path":"([^"]+)"/),
    liveness: find(/"livenessProbe":\{[^{]*"httpGet":\{"path":"([^"]+)"/),
    ingress: find(/"path":"([^"]+)","pathType":"Prefix"/),
    route: find(/"type":"PathPrefix","value":"([^"]+)"/),
    metrics: find(/"path":"([^"]*\/metrics)"/),
  };
}

function basePathOf(manifests: readonly Manifest[]): string {
  const { data } = z
    .looseObject({ data: z.object({ 'vigla.yaml': z.string() }) })
    .parse(onlyOf(manifests, 'ConfigMap'));
  const file = join(mkdtempSync(join(tmpdir(), 'vigla-chart-')), 'vigla.yaml');
  writeFileSync(file, data['vigla.yaml']);
  return readConfig({ VIGLA_CONFIG: file }).VIGLA_BASE_PATH;
}

test.each([
  ['none', {}, '', '/'],
  ['the chart', { basePath: '/vigla' }, '/vigla', '/vigla'],
  [
    'the settings',
    { config: { ...allValues.config, basePath: '/tools/vigla' } },
    '/tools/vigla',
    '/tools/vigla',
  ],
])('with the base path of %s everything is told the same', async (_, values, basePath, route) => {
  const manifests = await renderChart({ ...allValues, ...values });
  expect(basePathOf(manifests)).toBe(basePath);
  expect(pathsOf(manifests)).toEqual({
    startup: `${basePath}/readyz`,
    readiness: `${basePath}/readyz`,
    liveness: `${basePath}/healthz`,
    metrics: `${basePath}/metrics`,
    ingress: route,
    route,
  });
  const { containers, volumes } = podOf(manifests).pod;
  const mounts = containers[0].volumeMounts.filter(({ mountPath }) => mountPath === '/tmp');
  expect(mounts.map(({ name }) => volumes.find((volume) => volume.name === name)?.emptyDir)).toEqual(
    basePath === '' ? [] : [{ sizeLimit: '64Mi' }],
  );
});

test('a path of its own wins for a proxy that takes it off', async () => {
  const proxied = { ...allValues, basePath: '/vigla', ingress: { ...allValues.ingress, path: '/' } };
  expect(pathsOf(await renderChart(proxied))).toMatchObject({ ingress: '/', route: '/vigla' });
});
