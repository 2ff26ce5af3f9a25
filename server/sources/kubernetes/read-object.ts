import { z } from 'zod';
import { cutDeep } from '#lib/json/cut-deep.ts';
import { configKind } from '#lib/objects/config-kinds.ts';
import { type ObjectKind, type ObjectOf, objectKinds } from '#lib/objects/kinds.ts';
import { keepManifest } from '#lib/objects/manifest.ts';
import { specChangedAt } from '#lib/objects/spec-changed-at.ts';
import type { RejectedObject } from '#server/sources/interface.ts';

const kinds: { readonly [Kind in ObjectKind]: { schema: z.ZodType<ObjectOf<Kind>> } } = objectKinds;

const identitySchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string().catch(''),
    namespace: z.string().catch(''),
    uid: z.string().catch(''),
    resourceVersion: z.string().catch(''),
    annotations: z.unknown().optional(),
    managedFields: z.unknown().optional(),
  }),
});

/** What tells one state of one object from any other, read before the object as a whole is trusted. */
export type Identity = { key: string; namespace: string; name: string; state: string };

export function identify(raw: unknown): Identity {
  const parsed = identitySchema.safeParse(raw);
  if (!parsed.success) return { key: '/', namespace: '', name: '', state: '' };
  const { name, namespace, uid, resourceVersion } = parsed.data.metadata;
  // A resource version is opaque: it may only be compared for being the same.
  return { key: `${namespace}/${name}`, namespace, name, state: `${uid} ${resourceVersion}` };
}

export type ReadObject<Kind extends ObjectKind> =
  | { object: ObjectOf<Kind>; rejected?: undefined }
  | { object?: undefined; rejected: RejectedObject };

export function readObject<Kind extends ObjectKind>(kind: Kind, raw: unknown): ReadObject<Kind> {
  const manifest = withoutBookkeeping(cutDeep(raw));
  const parsed = kinds[kind].schema.safeParse(
    configKind(kind) === undefined ? manifest : dated(manifest, raw),
  );
  if (parsed.success) {
    if (configKind(kind) !== undefined) keepManifest(parsed.data, manifest);
    return { object: parsed.data };
  }
  const { namespace, name } = identify(raw);
  const [issue] = parsed.error.issues;
  const reason =
    issue === undefined ? 'not the shape of its kind' : `${issue.path.join('.')}: ${issue.message}`;
  const rejected = { kind, namespace, name, reason };
  if (configKind(kind) !== undefined) keepManifest(rejected, manifest);
  return { rejected };
}

/** The one thing that is kept of who wrote which field. */
function dated(manifest: unknown, raw: unknown): unknown {
  const parsed = identitySchema.safeParse(raw);
  const changedAt = parsed.success ? specChangedAt(parsed.data.metadata.managedFields) : undefined;
  if (changedAt === undefined) return manifest;
  const { metadata, ...rest } = z.looseObject({ metadata: z.looseObject({}) }).parse(manifest);
  return { ...rest, metadata: { ...metadata, specChangedAt: changedAt } };
}

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Who wrote which field, and the manifest once more as text: about half of an object's size, and nobody reads it. */
function withoutBookkeeping(raw: unknown): unknown {
  const parsed = identitySchema.safeParse(raw);
  if (!parsed.success) return raw;
  const original = z.looseObject({ metadata: z.looseObject({}) }).parse(raw);
  const { managedFields: _, annotations, ...metadata } = original.metadata;
  const kept = z.record(z.string(), z.unknown()).safeParse(annotations);
  if (!kept.success)
    return { ...original, metadata: annotations === undefined ? metadata : { ...metadata, annotations } };
  const { [lastApplied]: __, ...rest } = kept.data;
  return { ...original, metadata: { ...metadata, annotations: rest } };
}
