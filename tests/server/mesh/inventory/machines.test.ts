import { expect, test } from 'vitest';
import { machinesOf } from '#server/mesh/inventory/machines.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';

const entry = (name: string, extra: Partial<Manifest> = {}): Manifest => ({
  kind: 'WorkloadEntry',
  namespace: 'vms',
  name,
  spec: { address: '203.0.113.7', labels: { app: 'billing', version: 'v3' }, serviceAccount: 'billing' },
  ...extra,
});

test('a machine written by hand stands for itself, outside the mesh unless it says otherwise', () => {
  const [machine] = machinesOf(meshObjects([entry('vm-1')]));
  expect(machine).toMatchObject({ kind: 'WorkloadEntry', app: 'billing', version: 'v3', ready: 1, total: 1 });
  expect(machine?.inMesh.mode).toBe('none');
  const spec = { labels: { 'security.istio.io/tlsMode': 'istio' } };
  expect(machinesOf(meshObjects([entry('vm-1', { spec })]))[0]?.inMesh.mode).toBe('sidecar');
});

test('machines that joined a group count in the group, the unhealthy as not ready', () => {
  const joined = { annotations: { 'istio.io/autoRegistrationGroup': 'billing' } };
  const machines = machinesOf(
    meshObjects([
      {
        kind: 'WorkloadGroup',
        namespace: 'vms',
        name: 'billing',
        spec: { metadata: { labels: { app: 'billing' } }, template: { serviceAccount: 'billing' } },
      },
      entry('billing-1', joined),
      entry('billing-2', { ...joined, status: { conditions: [{ type: 'Healthy', status: 'False' }] } }),
      entry('other'),
    ]),
  );
  expect(machines.map(({ kind, name, ready, total }) => [kind, name, ready, total])).toEqual([
    ['WorkloadGroup', 'billing', 1, 2],
    ['WorkloadEntry', 'other', 1, 1],
  ]);
});

test('an entry of a group that is gone stands for itself', () => {
  const machines = machinesOf(
    meshObjects([entry('left', { annotations: { 'istio.io/autoRegistrationGroup': 'gone' } })]),
  );
  expect(machines.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['WorkloadEntry left']);
});
