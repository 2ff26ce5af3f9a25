import { z } from 'zod';
import { type ObjectKind, type ObjectOf, objectKindNames, objectKinds } from '#lib/objects/kinds.ts';
import { keepManifest } from '#lib/objects/manifest.ts';
import { ViglaError } from '#server/errors.ts';
import type { ObjectsSnapshot, RejectedObject } from '#server/sources/interface.ts';
import type { OpenedFile } from './read-lines.ts';

type ObjectsByKind = { -readonly [Kind in ObjectKind]: ObjectOf<Kind>[] };
const kinds: { readonly [Kind in ObjectKind]: { schema: z.ZodType<ObjectOf<Kind>> } } = objectKinds;

/** The objects of a snapshot. One that does not have the shape of its kind is rejected, as those of a cluster are. */
export function snapshotObjects({ manifest, of }: OpenedFile): ObjectsSnapshot {
  const { cluster, rootNamespace } = manifest;
  const notes = of('unread');
  const rejected: RejectedObject[] = notes.flatMap((note) =>
    note.rejected.map(({ manifest: text, ...record }) => withManifest(record, text)),
  );
  const objects: Partial<ObjectsByKind> = {};
  for (const kind of objectKindNames) readKind(kind);
  if (!isComplete(objects)) throw new ViglaError('internal', 'A kind of object was not read.');
  return { cluster, rootNamespace, objects, unread: notes.flatMap(({ unread }) => unread), rejected };

  function readKind<Kind extends ObjectKind>(kind: Kind): void {
    const read: Partial<Record<Kind, ObjectOf<Kind>[]>> = objects;
    read[kind] = of('objects')
      .filter((line) => line.kind === kind)
      .flatMap(({ items }) => items)
      .flatMap((item) => {
        const parsed = kinds[kind].schema.safeParse(item.read);
        if (parsed.success) return [withManifest(parsed.data, item.manifest)];
        const [issue] = parsed.error.issues;
        rejected.push({ kind, ...placeOf(item.read), reason: `${issue?.path.join('.')}: ${issue?.message}` });
        return [];
      });
  }
}

function withManifest<Kept>(read: Kept, manifest: unknown): Kept {
  if (typeof read === 'object' && read !== null && manifest !== undefined) keepManifest(read, manifest);
  return read;
}

const identity = z.looseObject({
  metadata: z.looseObject({ name: z.string().catch('?'), namespace: z.string().catch('') }),
});

function placeOf(read: unknown): { namespace: string; name: string } {
  const parsed = identity.safeParse(read);
  if (!parsed.success) return { namespace: '', name: '?' };
  const { namespace, name } = parsed.data.metadata;
  return { namespace, name };
}

function isComplete(objects: Partial<ObjectsByKind>): objects is ObjectsByKind {
  return objectKindNames.every((kind) => objects[kind] !== undefined);
}
