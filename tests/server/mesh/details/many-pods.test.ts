import { expect, test } from 'vitest';
import { targetQuery } from '#lib/contract/details.ts';
import { inventoryQuery } from '#lib/contract/inventory.ts';
import { loadService, loadWorkload } from '#server/mesh/details/load-details.ts';
import { loadServices, loadWorkloads } from '#server/mesh/inventory/load-lists.ts';
import { type Manifest, objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { steadyContext } from '#tests/support/steady-context.ts';

/** Workloads of 200 pods each behind a Service each, all in one namespace. */
function meshOf(workloads: number): Manifest[] {
  return Array.from({ length: workloads }, (_, index) => `w${index}`).flatMap((app): Manifest[] => {
    const names = Array.from({ length: 200 }, (_, index) => `${app}-${index}`);
    return [
      {
        kind: 'Service',
        namespace: 'big',
        name: app,
        spec: { selector: { app }, ports: [{ port: 80, name: 'http' }] },
      },
      ...names.map(
        (name, index): Manifest => ({
          kind: 'Pod',
          namespace: 'big',
          name,
          labels: { app, version: 'v1' },
          ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: app, controller: true }],
          spec: { containers: [{ name: 'app' }, { name: 'istio-proxy' }] },
          status: {
            phase: 'Running',
            podIP: `10.0.${index % 250}.1`,
            conditions: [{ type: 'Ready', status: 'True' }],
          },
        }),
      ),
      {
        kind: 'EndpointSlice',
        namespace: 'big',
        name: `${app}-slice`,
        labels: { 'kubernetes.io/service-name': app },
        ports: [{ port: 80 }],
        endpoints: names.map((name, index) => ({
          addresses: [`10.0.${index % 250}.1`],
          targetRef: { kind: 'Pod', name },
        })),
      },
    ];
  });
}

const context = steadyContext({}, objectsSnapshot([{ kind: 'Namespace', name: 'big' }, ...meshOf(25)]));

test('a mesh of 5,000 pods is listed whole', async () => {
  const [workloads, services] = await Promise.all([
    loadWorkloads(inventoryQuery.parse({}), context),
    loadServices(inventoryQuery.parse({}), context),
  ]);
  expect(workloads.data.items).toHaveLength(25);
  expect(workloads.data.items.map(({ pods }) => pods.ready)).toEqual(Array(25).fill(200));
  expect(services.data.items.map(({ endpoints }) => endpoints?.total)).toEqual(Array(25).fill(200));
});

test('the pages of a workload and a service of 200 pods have every one of them', async () => {
  const query = targetQuery.parse({ namespace: 'big', name: 'w7' });
  const startedMs = performance.now();
  const [workload, service] = await Promise.all([loadWorkload(query, context), loadService(query, context)]);
  const tookMs = performance.now() - startedMs;
  expect(workload.data.podList).toHaveLength(200);
  expect(service.data.endpointList.filter(({ workload: name }) => name === 'w7')).toHaveLength(200);
  console.log(`details of 200 pods among 5,000: ${Math.round(tookMs)} ms`);
  expect(tookMs).toBeLessThan(1000);
});
