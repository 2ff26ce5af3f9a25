import { expect, test } from 'vitest';
import { restrictedName } from '#lib/restricted-name.ts';
import { restrictSources } from '#server/access/restrict/restrict-sources.ts';
import { ViglaError } from '#server/errors.ts';
import type { Sources } from '#server/sources/interface.ts';
import { createRecording } from '#server/sources/recording/recording.ts';

const recording = createRecording({});
const signal = new AbortController().signal;
const seeing = (...namespaces: string[]) => ({ namespaces: new Set(namespaces) });
const shop = restrictSources(recording, seeing('shop'));
const checkout = { namespace: 'shop', pod: 'checkout-99n5fqdxdr-m2n4z' };
const reviews = { namespace: 'bookinfo', pod: 'reviews-v1-8nlmnvhdvc-qrsdk' };

function partOf<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('the recording has no such source');
  return part;
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('where all is visible the sources are the same, and for the same rights the restricted ones are', () => {
  expect(restrictSources(recording, { namespaces: 'all' })).toBe(recording);
  expect(restrictSources(recording, seeing('legacy', 'shop'))).toBe(
    restrictSources(recording, seeing('shop', 'legacy')),
  );
  expect(restrictSources(recording, seeing('legacy'))).not.toBe(shop);
});

test('of 200 sets of rights the longest unused is forgotten first', () => {
  const first = restrictSources(recording, seeing('first'));
  for (let count = 0; count < 199; count++) restrictSources(recording, seeing(`team-${count}`));
  expect(restrictSources(recording, seeing('first'))).toBe(first);
  restrictSources(recording, seeing('one-more'));
  expect(restrictSources(recording, seeing('first'))).toBe(first);
});

test('objects are those of visible namespaces, in one and the same snapshot', async () => {
  const snapshot = await shop.objects.snapshot();
  expect(await shop.objects.snapshot()).toBe(snapshot);
  const namespaces = new Set(
    Object.values(snapshot.objects)
      .flat()
      .map(({ metadata }) => metadata.namespace ?? `cluster-scoped ${metadata.name}`),
  );
  expect([...namespaces]).toEqual(['cluster-scoped shop', 'shop']);
  expect(snapshot.rootNamespace).toBe(restrictedName);
  expect(snapshot.unread.map(({ kind }) => kind)).toEqual(['ConfigMap', 'MutatingWebhookConfiguration']);
  const whole = (await recording.objects.snapshot()).objects;
  expect(snapshot.objects.Pod.length).toBe(
    whole.Pod.filter(({ metadata }) => metadata.namespace === 'shop').length,
  );
});

test('who sees the root namespace sees what belongs to no namespace, and the control plane', async () => {
  const sources = restrictSources(recording, seeing('shop', 'istio-system'));
  const { objects, rootNamespace, unread } = await sources.objects.snapshot();
  expect([rootNamespace, unread]).toEqual(['istio-system', []]);
  expect(objects.MutatingWebhookConfiguration.length).toBeGreaterThan(0);
  const [answer] = await partOf(sources.istiod).ask({ endpoint: 'mesh' });
  expect(answer?.body?.length).toBeGreaterThan(0);
});

test('proxies and logs of other namespaces are not there', async () => {
  const envoy = partOf(shop.envoy);
  expect((await envoy.admin(checkout, { path: 'server_info' })).length).toBeGreaterThan(0);
  await expect(envoy.admin(reviews, { path: 'server_info' })).rejects.toMatchObject({
    code: 'not_found',
    message: 'There is no pod bookinfo/reviews-v1-8nlmnvhdvc-qrsdk.',
  });
  const read = partOf(shop.logs).read({ ...reviews, container: 'istio-proxy', tailLines: 5 }, signal);
  await expect(read[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'not_found' });
});

test("istiod's lists hold visible proxies alone, and what is of the mesh is refused", async () => {
  const istiod = partOf(shop.istiod);
  const [syncz] = await istiod.ask({ endpoint: 'syncz' });
  expect(textOf(syncz?.body)).toContain('checkout-99n5fqdxdr-m2n4z.shop');
  expect(textOf(syncz?.body)).not.toMatch(/bookinfo|istio-system|external/);
  expect(syncz?.replica).toBe('replica 1');
  const [dump] = await istiod.ask({
    endpoint: 'config_dump',
    parameters: { proxyID: `${reviews.pod}.bookinfo` },
  });
  expect(dump?.failure?.code).toBe('not_connected');
  for (const endpoint of ['registryz', 'configz', 'mesh', 'push_status', 'metrics'] as const)
    await expect(istiod.ask({ endpoint })).rejects.toMatchObject({ code: 'forbidden' });
});

test('traces are those with a visible span, without the others', async () => {
  const traces = partOf(shop.traces);
  expect(await traces.services()).toEqual(
    (await partOf(recording.traces).services()).filter((name) => name.endsWith('.shop')),
  );
  // Spans of bookinfo and shop, and of bookinfo alone.
  const mixed = await traces.trace('d47e3af7b44dce69ffdb42657775329d');
  expect([...new Set(mixed?.spans.map(({ service }) => service.split('.').at(-1)))]).toEqual(['shop']);
  expect(await traces.trace('35f156e2f20b8b038324cb9708116ebe')).toBeUndefined();
  const search = { tags: {}, fromMs: recording.now() - 600_000, toMs: recording.now(), errorsOnly: false };
  const found = await traces.search({ ...search, limit: 20 });
  expect(found.traces.length).toBe(20);
  expect(
    JSON.stringify(found.traces.map(({ services, rootService }) => [services, rootService])),
  ).not.toMatch(/bookinfo|external|legacy|istio-system/);
  const guess = await traces.search({ ...search, service: 'reviews.bookinfo', limit: 20 });
  expect(guess.traces).toEqual([]);
});

test('metrics of the control plane are for those who see it', async () => {
  const query = { fn: 'sum', selector: { metric: 'pilot_xds', matchers: [] }, by: [] } as const;
  const { rows, warnings } = await shop.metrics.query(query, 0);
  expect([rows, warnings.length]).toEqual([[], 1]);
});

test('a quantile by names is of visible ends alone', async () => {
  const { rows } = await shop.metrics.query(
    {
      fn: 'quantile',
      quantile: 0.5,
      selector: { metric: 'istio_request_duration_milliseconds', matchers: [] },
      windowSeconds: 600,
      by: ['source_workload_namespace'],
    },
    Math.floor(recording.now() / 1000),
  );
  expect(rows.map(({ labels }) => labels.source_workload_namespace)).toContain('shop');
  for (const { labels } of rows) expect(['shop', 'unknown']).toContain(labels.source_workload_namespace);
});

test('where rights could not be read every question is answered with the reason, and states are told', async () => {
  const failure = new ViglaError('source_unreachable', 'The Kubernetes API is away.');
  const sources: Sources = restrictSources(recording, { ...seeing(), failure });
  await expect(sources.objects.snapshot()).rejects.toBe(failure);
  await expect(partOf(sources.traces).services()).rejects.toBe(failure);
  await expect(partOf(sources.envoy).admin(checkout, { path: 'server_info' })).rejects.toBe(failure);
  expect(await sources.metrics.status()).toEqual({ id: 'prometheus', state: 'ok' });
});
