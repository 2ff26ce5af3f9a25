import { isObject, type Json, type JsonObject } from '#lib/json/json.ts';
import type { LineOf } from '#lib/snapshot/parts.ts';

type ObjectsLine = LineOf<'objects'>;
type Item = ObjectsLine['items'][number];

/** What stands in the earlier snapshot for an object, by kind, namespace and name. */
const plants: Readonly<Record<string, (item: Item) => Item[]>> = {
  // Not there yet.
  'AuthorizationPolicy bookinfo/ratings-audit': () => [],
  'ConfigMap shop/istio-ca-crl': () => [],
  // Deleted since.
  'AuthorizationPolicy bookinfo/ratings-viewer': (item) => [
    item,
    changed(item, { metadata: { name: 'old-viewer', uid: 'old' } }),
  ],
  // Written since.
  'AuthorizationPolicy bookinfo/reviews-viewer': (item) => [changed(item, { spec: { action: 'DENY' } })],
  'Deployment shop/checkout': (item) => [changed(item, { spec: { revisionHistoryLimit: 3 } })],
  'Namespace legacy': (item) => [changed(item, { metadata: { labels: { team: 'old' } } })],
  // Reported otherwise, and kept by the server.
  'Deployment bookinfo/details-v1': (item) => [
    changed(item, { status: { observedGeneration: 0 }, metadata: { resourceVersion: '1' } }),
  ],
  'Deployment shop/redis': (item) => [
    changed(item, { metadata: { resourceVersion: '1', generation: 7, managedFields: [] } }),
  ],
  // A pod that was replaced since.
  'Pod bookinfo/reviews-v3-rmwljp4qzb-dj46d': (item) => [
    changed(item, { metadata: { name: 'reviews-v3-rmwljp4qzb-old01', uid: 'old' } }),
  ],
  // A workload that is gone.
  'Pod broken/rejected-sq7gxhrjzn-pccgw': (item) => [
    item,
    changed(item, {
      metadata: { name: 'gone-1', uid: 'gone', ownerReferences: [], labels: { app: 'gone' } },
    }),
  ],
};

/** Objects of the earlier snapshot for those of the later one. */
export function plantObjects(line: ObjectsLine): ObjectsLine {
  return {
    ...line,
    items: line.items.flatMap((item) => plants[`${line.kind} ${placeOf(item)}`]?.(item) ?? [item]),
  };
}

function placeOf({ read }: Item): string {
  const metadata = isObject(read) && isObject(read.metadata) ? read.metadata : {};
  return typeof metadata.namespace === 'string'
    ? `${metadata.namespace}/${metadata.name}`
    : String(metadata.name);
}

function changed({ read, manifest }: Item, patch: JsonObject): Item {
  return {
    read: merged(read, patch),
    ...(manifest === undefined ? {} : { manifest: merged(manifest, patch) }),
  };
}

function merged(value: unknown, patch: JsonObject): Json {
  const base: JsonObject = isObject(value) ? value : {};
  return {
    ...base,
    ...Object.fromEntries(
      Object.entries(patch).map(([key, own]): [string, Json] => [
        key,
        isObject(own) ? merged(base[key], own) : own,
      ]),
    ),
  };
}
