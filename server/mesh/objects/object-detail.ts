import { z } from 'zod';
import type { ObjectDetail } from '#lib/contract/objects.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { manifestOf } from '#lib/objects/manifest.ts';
import { sayingsOf } from '#server/mesh/config/sayings-of.ts';
import { apiVersionOf } from './api-version.ts';
import { objectCommands } from './commands.ts';
import type { FoundObject } from './find-object.ts';
import { writeManifest } from './write-manifest.ts';

/** An object that does not have the shape of its kind. */
export type Rejected = { kind: ObjectKind; namespace: string; name: string; reason: string };

const isoTime = z.iso.datetime({ offset: true });

/** Everything that a page says of one object. */
export function objectDetail({ kind, object }: FoundObject): ObjectDetail {
  const { name, namespace = '', labels, annotations, creationTimestamp } = object.metadata;
  const reference = { kind, namespace, name };
  const createdAt = isoTime.safeParse(creationTimestamp);
  return {
    object: reference,
    apiVersion: apiVersionOf(kind, manifestOf(object)),
    ...(createdAt.success ? { createdAt: createdAt.data } : {}),
    labels,
    annotations,
    manifest: writeManifest(kind, object),
    says: sayingsOf(kind, object),
    commands: objectCommands(kind, reference),
  };
}

/** What is left to say of an object that does not have the shape of its kind: its text, and what is wrong with it. */
export function rejectedDetail(rejected: Rejected): ObjectDetail {
  const { kind, namespace, name, reason } = rejected;
  const reference = { kind, namespace, name };
  return {
    object: reference,
    apiVersion: apiVersionOf(kind, manifestOf(rejected)),
    labels: {},
    annotations: {},
    manifest: writeManifest(kind, rejected),
    says: [],
    commands: objectCommands(kind, reference),
    rejected: reason,
  };
}
