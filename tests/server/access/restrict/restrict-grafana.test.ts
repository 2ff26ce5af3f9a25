import { expect, test } from 'vitest';
import { restrictGrafana } from '#server/access/restrict/restrict-grafana.ts';
import { ViglaError } from '#server/errors.ts';
import type { GrafanaSource, ObjectSource } from '#server/sources/interface.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';

const found = {
  orgId: 1,
  dashboards: [
    { kind: 'workload', uid: 'w', title: 'Workloads of the secret team', variables: ['workload'] },
    { kind: 'proxy', uid: 'p', title: 'Proxies' },
    { kind: 'mesh', uid: 'm', title: 'Mesh' },
    { kind: 'controlPlane', uid: 'c', title: 'istiod' },
    { kind: 'ztunnel', uid: 'z', title: 'ztunnel' },
  ],
} as const;
const grafana: GrafanaSource = {
  externalUrl: 'https://grafana.example',
  dashboards: async () => found,
  status: async () => ({ id: 'grafana', state: 'ok', address: 'http://grafana.secret', details: ['x'] }),
};
const objects: ObjectSource = {
  snapshot: async () => objectsSnapshot([]),
  status: async () => ({ id: 'kubernetes', state: 'ok' }),
};

function seenBy(...namespaces: string[]): GrafanaSource {
  return restrictGrafana(grafana, { objects, view: { namespaces: new Set(namespaces) } });
}

test('who does not see the control plane gets dashboards of what is in namespaces, without their titles', async () => {
  expect(await seenBy('shop').dashboards()).toEqual({
    orgId: 1,
    dashboards: [
      { kind: 'workload', uid: 'w', variables: ['workload'] },
      { kind: 'proxy', uid: 'p' },
    ],
  });
  expect(await seenBy('shop').status()).toEqual({ id: 'grafana', state: 'ok' });
});

test('who sees the control plane gets all of them', async () => {
  expect(await seenBy('shop', 'istio-system').dashboards()).toEqual(found);
  expect((await seenBy('istio-system').status()).address).toBe('http://grafana.secret');
});

test('whose rights could not be read gets none', async () => {
  const failure = new ViglaError('source_unreachable', 'Rights are not known.');
  const nobody = restrictGrafana(grafana, { objects, view: { namespaces: new Set(), failure } });
  await expect(nobody.dashboards()).rejects.toBe(failure);
});
