import { z } from 'zod';
import { moveTimes } from '#lib/json/move-times.ts';
import { configKind } from '#lib/objects/config-kinds.ts';
import { type ObjectKind, objectKindNames, objectKinds } from '#lib/objects/kinds.ts';
import { keepManifest } from '#lib/objects/manifest.ts';
import type { ObjectSource, ObjectsSnapshot, RejectedObject } from '#server/sources/interface.ts';

const listsByGroup = z.record(
  z.string(),
  z.record(z.string(), z.looseObject({ items: z.array(z.unknown()) })),
);
const namedObject = z.looseObject({
  metadata: z.looseObject({ name: z.string().default('?'), namespace: z.string().default('') }),
});

/** The recorded objects of all kinds that Vigla reads, with their times moved to now. */
export function parseRecordedObjects(packed: unknown, shiftMs: number): ObjectsSnapshot {
  const groups = listsByGroup.parse(packed);
  const rejected: RejectedObject[] = [];
  const parsed: unknown[][] = objectKindNames.map((kind) => {
    const { group, plural } = objectKinds[kind];
    const items = groups[group]?.[plural]?.items ?? [];
    return [kind, items.flatMap((item) => parseObject(kind, moveTimes(item, shiftMs), rejected))];
  });
  return {
    cluster: 'Kubernetes',
    rootNamespace: 'istio-system',
    objects: Object.fromEntries(parsed),
    unread: [],
    rejected,
  };
}

function parseObject(kind: ObjectKind, item: unknown, rejected: RejectedObject[]): unknown[] {
  const parsed = objectKinds[kind].schema.safeParse(item);
  if (parsed.success) {
    if (configKind(kind) !== undefined) keepManifest(parsed.data, item);
    return [parsed.data];
  }
  const named = namedObject.safeParse(item);
  const { name, namespace } = named.success ? named.data.metadata : { name: '?', namespace: '' };
  const record = { kind, namespace, name, reason: z.prettifyError(parsed.error) };
  if (configKind(kind) !== undefined) keepManifest(record, item);
  rejected.push(record);
  return [];
}

export function recordedObjectSource(snapshot: () => Promise<ObjectsSnapshot>): ObjectSource {
  return {
    snapshot,
    status: async () => {
      const { rejected } = await snapshot();
      const reason = `${rejected.length} recorded objects do not have the shape of their kind`;
      return {
        id: 'kubernetes',
        state: rejected.length > 0 ? 'degraded' : 'ok',
        ...(rejected.length > 0 && { reason }),
      };
    },
  };
}
