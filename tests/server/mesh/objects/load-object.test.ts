import { describe, expect, test } from 'vitest';
import { objectDetailSchema, objectQuery } from '#lib/contract/objects.ts';
import { findPlace } from '#lib/manifest/find-place.ts';
import { configKinds } from '#lib/objects/config-kinds.ts';
import { loadObject } from '#server/mesh/objects/load-object.ts';
import { readObject } from '#server/sources/kubernetes/read-object.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

const recorded = graphContext({ objects: await recordedSnapshot() });

async function load(namespace: string, kind: string, name: string, context = recorded) {
  return (await loadObject(objectQuery.parse({ namespace, kind, name }), context)).data;
}

describe('the recorded mesh', () => {
  test('every object has a page that says what it is, at fields that are there', async () => {
    const { objects } = await recordedSnapshot();
    const kinds = new Set<string>();
    const counts = { objects: 0, says: 0, related: 0, applies: 0, judged: 0, paths: 0 };
    for (const kind of configKinds)
      for (const { metadata } of objects[kind]) {
        const detail = await load(metadata.namespace ?? '_cluster', kind, metadata.name);
        expect(objectDetailSchema.safeParse(detail).error).toBeUndefined();
        kinds.add(kind);
        counts.objects += 1;
        counts.says += detail.says.length > 0 ? 1 : 0;
        counts.related += detail.related.length > 0 ? 1 : 0;
        counts.applies += detail.appliesTo.length > 0 ? 1 : 0;
        counts.judged += detail.force === undefined ? 0 : 1;
        expect(detail.says.map(({ text }) => text)).not.toContain('has a form that could not be read');
        const own = [
          ...detail.says.flatMap(({ path }) => path ?? []),
          ...detail.conditions.map(({ path }) => path),
          ...detail.related.flatMap(({ direction, reasons }) =>
            direction === 'to' ? reasons.map(({ path }) => path) : [],
          ),
        ];
        for (const path of own)
          expect([path, findPlace(detail.manifest.places, path).isExact]).toEqual([path, true]);
        counts.paths += own.length;
      }
    console.log(`object pages: ${kinds.size} kinds, ${JSON.stringify(counts)}`);
    expect(kinds.size).toBeGreaterThanOrEqual(15);
    expect(counts.says).toBe(counts.objects);
    expect(counts).toMatchObject({ objects: 65, judged: 57 });
    expect(counts.related).toBeGreaterThanOrEqual(35);
  });

  test('a rule is told with its match, its actions and where it leads', async () => {
    const { says } = await load('bookinfo', 'VirtualService', 'bookinfo');
    expect(says).toContainEqual({
      text: 'api-v2: path begins with /api/v2/ → goes to productpage:9080; rewrites the matched path to /api/v1/; sets request header x-api: v2; adds response header x-rewritten: yes',
      path: 'spec.http[2]',
    });
  });

  test('a name that two groups share leads to the one that there is', async () => {
    const detail = await load('bookinfo', 'Gateway', 'bookinfo-gateway');
    expect(detail.object).toEqual({
      kind: 'IstioGateway',
      namespace: 'bookinfo',
      name: 'bookinfo-gateway',
    });
    expect(detail.manifest.yaml).toContain('apiVersion: networking.istio.io/v1\nkind: Gateway\n');
    expect((await load('shop', 'Gateway', 'storefront')).object.kind).toBe('Gateway');
  });

  test('conditions are told apart by what each should be', async () => {
    const { conditions, force } = await load('shop', 'Gateway', 'storefront');
    expect(
      conditions.map(({ type, status, verdict, of }) => [of ?? '', type, status, verdict].join(' ').trim()),
    ).toEqual([
      'Accepted True good',
      'Programmed True good',
      'ResolvedRefs True good',
      'listener http Accepted True good',
      'listener http Conflicted False good',
      'listener http Programmed True good',
      'listener http ResolvedRefs True good',
    ]);
    expect(force).toEqual({
      state: 'inForce',
      text: 'Accepted and programmed: Resource programmed, assigned to service(s) storefront-istio.shop.svc.cluster.local:80.',
    });
  });

  test('what is not there is said, with where to look', async () => {
    await expect(load('shop', 'VirtualService', 'nothing')).rejects.toMatchObject({
      code: 'not_found',
      message:
        'Namespace shop has no VirtualService named nothing; /api/config?kinds=VirtualService lists those there are.',
    });
  });
});

test('a kind that is no configuration is refused with the choices', () => {
  const parsed = objectQuery.safeParse({ namespace: 'shop', kind: 'Pod', name: 'a' });
  expect(parsed.error?.issues[0]).toMatchObject({ path: ['kind'], code: 'invalid_value' });
  expect(JSON.stringify(parsed.error?.issues)).toContain('VirtualService');
});

test('an object without the shape of its kind has its text and what is wrong with it', async () => {
  const raw = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'odd', namespace: 'shop', managedFields: [{}] },
    spec: { hosts: 'cart', http: [] },
  };
  const { rejected } = readObject('VirtualService', raw);
  if (rejected === undefined) throw new Error('it is refused');
  const objects = { ...objectsSnapshot([]), rejected: [rejected] };
  const detail = await load('shop', 'VirtualService', 'odd', graphContext({ objects }));
  expect(detail.rejected).toContain('hosts');
  expect(detail.manifest.yaml).toContain('spec:\n  hosts: cart\n  http: []\n');
  expect(detail.manifest.yaml).not.toContain('managedFields');
});

test('defaults of a shape are not in the text, and what was empty stays empty', async () => {
  const raw = { metadata: { name: 'one', namespace: 'shop' }, spec: { hosts: ['a'], tls: [] } };
  const { object } = readObject('VirtualService', raw);
  if (object === undefined) throw new Error('it is read');
  const snapshot = objectsSnapshot([]);
  const objects = { ...snapshot, objects: { ...snapshot.objects, VirtualService: [object] } };
  const detail = await load('shop', 'VirtualService', 'one', graphContext({ objects }));
  expect(detail.manifest.yaml).toContain('spec:\n  hosts:\n  - a\n  tls: []\n');
});

test('a kind that could not be read is said in place of “not found”', async () => {
  const objects = {
    ...objectsSnapshot([]),
    unread: [{ kind: 'Sidecar' as const, reason: 'sidecars is forbidden' }],
  };
  await expect(load('shop', 'Sidecar', 'one', graphContext({ objects }))).rejects.toMatchObject({
    code: 'source_unreachable',
    message:
      'Whether this exists is not known, because Sidecar objects could not be read: sidecars is forbidden',
  });
});
