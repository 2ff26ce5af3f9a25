import { z } from 'zod';
import type { ObjectItem } from '#lib/contract/objects.ts';
import { manifestOf } from '#lib/objects/manifest.ts';
import { sayingsOf } from '#server/mesh/config/sayings-of.ts';
import { apiVersionOf } from './api-version.ts';
import { appliedPlaces } from './applied-places.ts';
import { conditionsOf } from './conditions.ts';
import type { FoundObject } from './find-object.ts';
import { forceOf } from './force/force-of.ts';
import type { MeshSnapshot } from './mesh-snapshot.ts';
import { namedGateways, namedHosts } from './named-hosts.ts';
import type { Rejected } from './object-detail.ts';
import { relatedObjects } from './related-objects.ts';

const isoTime = z.iso.datetime({ offset: true });

/** One row of the list of objects. */
export function objectItem(found: FoundObject, snapshot: MeshSnapshot): ObjectItem {
  const { kind, object } = found;
  const { name, namespace = '', labels, creationTimestamp } = object.metadata;
  const reference = { kind, namespace, name };
  const createdAt = isoTime.safeParse(creationTimestamp);
  const places = appliedPlaces(reference, snapshot);
  const force = forceOf(found, snapshot);
  return {
    object: reference,
    apiVersion: apiVersionOf(kind, manifestOf(object)),
    ...(createdAt.success ? { createdAt: createdAt.data } : {}),
    labels,
    says: sayingsOf(kind, object)
      .map(({ text }) => text)
      .join('; '),
    workloads: places.filter((place) => place.kind === 'workload').length,
    services: places.filter((place) => place.kind === 'service').length,
    hosts: namedHosts(object),
    gateways: namedGateways(object),
    ...(force === undefined ? {} : { force }),
    badConditions: conditionsOf(object).filter(({ verdict }) => verdict === 'bad'),
    missing: relatedObjects(reference, snapshot)
      .filter(({ isMissing }) => isMissing)
      .map((related) => related.object),
  };
}

/** The row of an object that does not have the shape of its kind. */
export function rejectedItem(rejected: Rejected): ObjectItem {
  const { kind, namespace, name, reason } = rejected;
  return {
    object: { kind, namespace, name },
    apiVersion: apiVersionOf(kind, manifestOf(rejected)),
    labels: {},
    says: '',
    workloads: 0,
    services: 0,
    hosts: [],
    gateways: [],
    badConditions: [],
    missing: [],
    rejected: reason,
  };
}
