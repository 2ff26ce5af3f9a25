import { expect, test } from 'vitest';
import { splitsOf } from '#server/mesh/canary/configured/splits-of.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import { type Manifest, meshObjects } from '#tests/support/objects-snapshot.ts';
import { deployed, service } from '#tests/support/weighted-routes.ts';

const count = 1000;
/** On a slow core; it grows with the number of objects, not with its square. */
const mostMs = 4000;

test(`${count} splits are read in a moment`, () => {
  const manifests = Array.from({ length: count }, (_, index) => serviceWithSplit(`s${index}`)).flat();
  const objects = meshObjects(manifests);
  // Every page has it at hand.
  inventoryOf(objects, 'istio-system');
  const startMs = performance.now();
  const splits = splitsOf(objects, 'istio-system');
  const tookMs = performance.now() - startMs;
  console.info(`${splits.length} splits read in ${Math.round(tookMs)} ms`);
  expect(splits).toHaveLength(count);
  expect(splits.at(-1)).toMatchObject({ versions: [{ share: 0.9 }, { share: 0.1 }], problems: [] });
  expect(tookMs).toBeLessThan(mostMs);
});

function serviceWithSplit(name: string): Manifest[] {
  const destination = (subset: string) => ({ host: name, subset });
  const versions = ['v1', 'v2'];
  return [
    service(name, { app: name }),
    ...versions.flatMap((version) =>
      deployed(`${name}-${version}`, { service: name, labels: { app: name, version } }),
    ),
    {
      kind: 'DestinationRule',
      namespace: 'shop',
      name,
      spec: {
        host: name,
        subsets: versions.map((version) => ({ name: version, labels: { version } })),
      },
    },
    {
      kind: 'VirtualService',
      namespace: 'shop',
      name,
      spec: {
        hosts: [name],
        http: [
          { match: [{ headers: { beta: {} } }], route: [{ destination: destination('v2') }] },
          {
            route: [
              { destination: destination('v1'), weight: 90 },
              { destination: destination('v2'), weight: 10 },
            ],
          },
        ],
      },
    },
  ];
}
