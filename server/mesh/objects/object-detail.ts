import { z } from 'zod';
import type { ObjectDetail } from '#lib/contract/objects.ts';
import type { ObjectKind } from '#lib/objects/kinds.ts';
import { manifestOf } from '#lib/objects/manifest.ts';
import { fullSayingsOf } from '#server/mesh/config/sayings-of.ts';
import { apiVersionOf } from './api-version.ts';
import { appliedPlaces } from './applied-places.ts';
import { objectCommands } from './commands.ts';
import { conditionsOf } from './conditions.ts';
import type { FoundObject } from './find-object.ts';
import { forceOf } from './force/force-of.ts';
import type { MeshSnapshot } from './mesh-snapshot.ts';
import { relatedObjects } from './related-objects.ts';
import { writeManifest } from './write-manifest.ts';

/** An object that does not have the shape of its kind. */
export type Rejected = { kind: ObjectKind; namespace: string; name: string; reason: string };

const isoTime = z.iso.datetime({ offset: true });

/** Everything that a page says of one object. */
export function objectDetail(found: FoundObject, snapshot: MeshSnapshot): ObjectDetail {
  const { kind, object } = found;
  const { name, namespace = '', labels, annotations, creationTimestamp } = object.metadata;
  const reference = { kind, namespace, name };
  const createdAt = isoTime.safeParse(creationTimestamp);
  const force = forceOf(found, snapshot);
  return {
    object: reference,
    apiVersion: apiVersionOf(kind, manifestOf(object)),
    ...(createdAt.success ? { createdAt: createdAt.data } : {}),
    labels,
    annotations,
    manifest: writeManifest(kind, object),
    says: fullSayingsOf(kind, object),
    ...(force === undefined ? {} : { force }),
    appliesTo: [...appliedPlaces(reference, snapshot)],
    related: relatedObjects(reference, snapshot),
    conditions: conditionsOf(object),
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
    appliesTo: [],
    related: [],
    conditions: conditionsOf(rejected),
    commands: objectCommands(kind, reference),
    rejected: reason,
  };
}
