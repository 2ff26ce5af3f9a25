import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import packageJson from '#package.json' with { type: 'json' };
import { labels, podOf } from '#tests/support/chart-pod.ts';
import { allValues } from '#tests/support/chart-values.ts';
import { installHelm } from '#tests/support/helm-program.ts';
import { onlyOf, release, renderChart } from '#tests/support/rendered-chart.ts';

const access = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'ServiceAccount'];
const always = [...access, 'ConfigMap', 'Deployment', 'Service'].sort();

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
  expect(await kinds(allValues)).toEqual(
    [...always, 'HTTPRoute', 'Ingress', 'NetworkPolicy', 'PodDisruptionBudget', 'ServiceMonitor'].sort(),
  );
  expect(await kinds({ rbac: { create: false }, serviceAccount: { create: false, name: 'own' } })).toEqual([
    'ConfigMap',
    'Deployment',
    'Service',
  ]);
});

test('every object is in the namespace of the release, of the cluster, or of istiod', async () => {
  const places = (await renderChart(allValues)).map(({ kind, metadata }) => {
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
  for (const values of [{}, allValues, { basePath: '/vigla' }]) {
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
    expect(kinds.filter((kind) => !['configMap', 'emptyDir', 'secret'].includes(kind))).toEqual([]);
  }
});

test('what chooses the pods is what they carry, and the Service leads to their port', async () => {
  const manifests = await renderChart(allValues);
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
