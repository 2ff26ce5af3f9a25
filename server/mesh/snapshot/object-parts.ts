import type { Json } from '#lib/json/json.ts';
import { objectKindNames } from '#lib/objects/kinds.ts';
import { manifestOf } from '#lib/objects/manifest.ts';
import type { LineOf, SnapshotLine } from '#lib/snapshot/parts.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';
import { redactManifest } from '#server/mesh/objects/redact-manifest.ts';
import type { Collecting } from './collecting.ts';

const objectsInLine = 100;

type ReadObjects = {
  objects: MeshObjects;
  rootNamespace: string;
  unread: readonly LineOf<'unread'>['unread'][number][];
  rejected: readonly LineOf<'unread'>['rejected'][number][];
};

/** The objects of the chosen namespaces and those of the whole mesh, kind by kind and without secrets. */
export function* objectParts(
  { namespaces, missing }: Collecting,
  { objects, rootNamespace, unread, rejected }: ReadObjects,
): Generator<SnapshotLine> {
  const isChosen = (namespace: string) =>
    namespaces === '*' || namespace === '' || namespace === rootNamespace || namespaces.includes(namespace);
  for (const kind of objectKindNames) {
    const all: readonly { metadata: { name: string; namespace?: string | undefined } }[] = objects[kind];
    const chosen = all.filter(({ metadata: { namespace = '', name } }) =>
      isChosen(kind === 'Namespace' ? name : namespace),
    );
    for (let start = 0; start < chosen.length; start += objectsInLine)
      yield { part: 'objects', kind, items: chosen.slice(start, start + objectsInLine).map(itemOf) };
  }
  for (const { kind, reason } of unread) missing.add('objects', `${kind}: ${reason}`);
  yield {
    part: 'unread',
    unread: [...unread],
    rejected: rejected
      .filter(({ namespace }) => isChosen(namespace))
      .map((record) => ({ ...record, ...manifestField(record) })),
  };
}

function itemOf(object: object) {
  return { read: withoutSecrets(object), ...manifestField(object) };
}

function manifestField(read: object): { manifest?: Json } {
  const manifest = manifestOf(read);
  return manifest === undefined ? {} : { manifest: withoutSecrets(manifest) };
}

function withoutSecrets(value: unknown): Json {
  // What a source read is JSON; the round trip drops what is undefined in an object made of it.
  const plain: Json = JSON.parse(JSON.stringify(value));
  return redactManifest(plain);
}
