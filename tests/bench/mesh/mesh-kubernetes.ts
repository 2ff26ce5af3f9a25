import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchMesh, BenchWorkload } from './generate-mesh.ts';

function labelsOf(workload: BenchWorkload): Record<string, string> {
  return { app: workload.service, version: workload.version };
}

function deploymentOf(workload: BenchWorkload) {
  const labels = labelsOf(workload);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: workload.name, namespace: workload.namespace, labels },
    spec: { replicas: workload.pods, selector: { matchLabels: labels }, template: { metadata: { labels } } },
    status: { replicas: workload.pods, readyReplicas: workload.pods, availableReplicas: workload.pods },
  };
}

function podsOf(workload: BenchWorkload) {
  return Array.from({ length: workload.pods }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${workload.name}-${index}`,
      namespace: workload.namespace,
      labels: labelsOf(workload),
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'Deployment', name: workload.name, uid: workload.name },
      ],
    },
    spec: {
      containers: [
        { name: 'app', image: 'app:1' },
        { name: 'istio-proxy', image: 'proxyv2:1' },
      ],
    },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  }));
}

/** One slice for each service; Kubernetes puts at most 100 endpoints into one, Vigla does not mind more. */
function endpointSlicesOf(mesh: BenchMesh) {
  const byService = Map.groupBy(mesh.workloads, ({ namespace, service }) => `${namespace}/${service}`);
  return [...byService].map(([key, workloads]) => {
    const [namespace = '', name = ''] = key.split('/');
    const pods = workloads.flatMap((workload) => podsOf(workload));
    return {
      metadata: { name: `${name}-a`, namespace, labels: { 'kubernetes.io/service-name': name } },
      addressType: 'IPv4',
      endpoints: pods.map(({ metadata }, index) => ({
        addresses: [`10.0.${Math.floor(index / 250)}.${index % 250}`],
        conditions: { ready: true },
        targetRef: { kind: 'Pod', name: metadata.name },
      })),
      ports: [{ name: 'http', port: 8080 }],
    };
  });
}

function servicesOf(mesh: BenchMesh) {
  const keys = new Set(mesh.workloads.map(({ namespace, service }) => `${namespace}/${service}`));
  return [...keys].map((key) => {
    const [namespace = '', name = ''] = key.split('/');
    const spec = { selector: { app: name }, ports: [{ name: 'http', port: 8080 }] };
    return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec };
  });
}

function writeList(folder: string, path: string, kind: string, items: readonly object[]): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  const [group = ''] = path.split('/');
  const apiVersion = group === 'core' ? 'v1' : `${group}/v1`;
  writeFileSync(file, JSON.stringify({ apiVersion, kind: `${kind}List`, metadata: {}, items }));
}

/** The Kubernetes objects of a mesh as list files, in the layout of the recordings. */
export function writeKubernetesLists(folder: string, mesh: BenchMesh): void {
  const namespaces = [...mesh.namespaces, 'istio-system'].map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'istio-injection': 'enabled' }, creationTimestamp: '2026-01-01T00:00:00Z' },
  }));
  writeList(folder, 'core/namespaces.json', 'Namespace', namespaces);
  writeList(folder, 'core/services.json', 'Service', servicesOf(mesh));
  writeList(folder, 'core/pods.json', 'Pod', mesh.workloads.flatMap(podsOf));
  writeList(folder, 'discovery.k8s.io/endpointslices.json', 'EndpointSlice', endpointSlicesOf(mesh));
  writeList(folder, 'apps/deployments.json', 'Deployment', mesh.workloads.map(deploymentOf));
}
