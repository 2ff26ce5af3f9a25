import { expect, test } from 'vitest';
import { objectsQuery, objectsSchema } from '#lib/contract/objects.ts';
import { loadObjects } from '#server/mesh/objects/load-objects.ts';
import { graphContext } from '#tests/support/graph-context.ts';
import { objectsSnapshot } from '#tests/support/objects-snapshot.ts';
import { recordedSnapshot } from '#tests/support/recorded-snapshot.ts';

const recorded = graphContext({ objects: await recordedSnapshot() });

async function load(query: object, context = recorded) {
  return loadObjects(objectsQuery.parse(query), context);
}

test('the recorded mesh has all of its objects, each with a line of what it says', async () => {
  const { data, warnings } = await load({});
  expect(objectsSchema.safeParse(data).error).toBeUndefined();
  expect(warnings).toEqual([]);
  const kinds = Map.groupBy(data.items, ({ object }) => object.kind);
  console.log(
    `objects: ${data.items.length}; ${[...kinds].map(([kind, of]) => `${kind} ${of.length}`).join(', ')}`,
  );
  expect(data.items).toHaveLength(65);
  expect(kinds.size).toBe(15);
  expect(data.items.filter(({ says }) => says === '')).toEqual([]);
});

test('what is broken on purpose shows in the list', async () => {
  const { data } = await load({ namespaces: 'broken' });
  const found = data.items
    .filter(({ object }) => object.namespace === 'broken')
    .map(({ object: { kind, name }, force, missing }) =>
      [`${kind} ${name}`, force?.state ?? '–', ...missing.map((one) => `${one.kind} ${one.name}`)].join(
        ' | ',
      ),
    );
  expect(found.toSorted()).toEqual([
    'AuthorizationPolicy nobody | idle',
    'DestinationRule beta | inForce',
    'DestinationRule beta-again | inForce',
    'DestinationRule unknown-host | idle | Service delta',
    'IstioGateway no-such-secret | inForce',
    'IstioGateway nobody-serves | idle',
    'PeerAuthentication nobody | idle',
    'PeerAuthentication strict | inForce',
    'ServiceEntry twice | –',
    'Sidecar hides-the-collector | inForce',
    'Sidecar one | inForce',
    'Sidecar two | overridden',
    'VirtualService no-such-gateway | idle | IstioGateway missing-gateway',
    'VirtualService no-such-host | inForce | Service gamma | Service gamma',
    'VirtualService no-such-subset | inForce | DestinationRule subset v7 of alpha',
    'VirtualService same-host-again | overridden',
    'VirtualService too-much-weight | inForce',
  ]);
});

test('kinds and namespaces narrow it; what belongs to no namespace stays', async () => {
  const keys = async (query: object) =>
    (await load(query)).data.items.map(
      ({ object: { kind, namespace, name } }) => `${kind} ${namespace}/${name}`,
    );
  expect(await keys({ namespaces: 'shop', kinds: 'Gateway,GatewayClass,IstioGateway' })).toEqual([
    'GatewayClass /istio',
    'GatewayClass /istio-remote',
    'Gateway shop/storefront',
  ]);
});

test('a kind that is none is refused by name', () => {
  expect(objectsQuery.safeParse({ kinds: 'VirtualService,Pod' }).error?.issues[0]?.message).toContain(
    '"Pod"',
  );
});

test('what could not be read, and a namespace that there is not, are warnings; what has no shape is listed', async () => {
  const objects = {
    ...objectsSnapshot([{ kind: 'Namespace', name: 'shop' }]),
    unread: [{ kind: 'EnvoyFilter' as const, reason: 'forbidden' }],
    rejected: [{ kind: 'Telemetry' as const, namespace: 'shop', name: 'odd', reason: 'spec: is text' }],
  };
  const { data, warnings } = await load({ namespaces: 'shop,far' }, graphContext({ objects }));
  expect(data.items).toMatchObject([
    { object: { kind: 'Telemetry', name: 'odd' }, rejected: 'spec: is text' },
  ]);
  expect(warnings.map(({ message }) => message)).toEqual([
    'EnvoyFilter objects could not be read, so they are not in this list: forbidden',
    'Cluster Kubernetes, whose objects these are, has no namespace far.',
  ]);
});
