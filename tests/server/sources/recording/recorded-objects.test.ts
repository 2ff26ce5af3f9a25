import { expect, test } from 'vitest';
import { objectKindNames } from '#lib/objects/kinds.ts';
import { parseRecordedObjects } from '#server/sources/recording/recorded-objects.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

const nowMs = Date.UTC(2027, 4, 3, 10, 20, 30);

test('every recorded object has the shape of its kind', async () => {
  const { objects, rejected, unread, cluster, rootNamespace } = await createRecording({
    now: () => nowMs,
  }).objects.snapshot();
  expect(rejected).toEqual([]);
  expect(unread).toEqual([]);
  expect({ cluster, rootNamespace }).toEqual({ cluster: 'Kubernetes', rootNamespace: 'istio-system' });
  expect(objects.Pod).toHaveLength(30);
  expect(objects.Deployment).toHaveLength(29);
  expect(objects.VirtualService).toHaveLength(10);
  expect(objects.HTTPRoute.map(({ metadata }) => metadata.name).sort()).toEqual([
    'catalog-mesh',
    'storefront',
  ]);
  expect(Object.keys(objects)).toEqual(objectKindNames);
});

test('two groups that share a kind are kept apart', async () => {
  const { objects } = await createRecording({}).objects.snapshot();
  expect(objects.IstioGateway.map(({ metadata }) => metadata.name)).toContain('bookinfo-gateway');
  expect(objects.Gateway.map(({ metadata }) => metadata.name)).toEqual(['storefront']);
});

test('the same snapshot is handed out again', async () => {
  const { objects } = createRecording({});
  expect(await objects.snapshot()).toBe(await objects.snapshot());
  expect(await objects.status()).toEqual({ id: 'kubernetes', state: 'ok' });
});

test('an object of another shape is left out and named', () => {
  const packed = {
    '': { services: { items: [{ metadata: { name: 'odd', namespace: 'shop' }, spec: { ports: 'none' } }] } },
  };
  const { objects, rejected } = parseRecordedObjects(packed, 0);
  expect(objects.Service).toEqual([]);
  expect(rejected).toMatchObject([{ kind: 'Service', namespace: 'shop', name: 'odd' }]);
  expect(rejected[0]?.reason).toContain('ports');
});

test('times look as if recorded just now', async () => {
  const { objects } = await createRecording({ now: () => nowMs }).objects.snapshot();
  const created = objects.Pod.map(({ metadata }) => Date.parse(metadata.creationTimestamp ?? ''));
  const ages = created.map((time) => nowMs - time);
  expect(Math.min(...ages)).toBeGreaterThan(0);
  expect(Math.max(...ages)).toBeLessThan(2 * 3_600_000);
});
