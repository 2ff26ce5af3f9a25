import type { ObjectReference } from '#lib/contract/evidence.ts';
import type { AppliedPlace } from '#lib/contract/objects.ts';
import {
  objectsThatApplyToService,
  objectsThatApplyToWorkload,
} from '#server/mesh/applies/objects-that-apply.ts';
import { inventoryOf } from '#server/mesh/inventory/inventory.ts';
import type { MeshObjects } from '#server/mesh/mesh-objects.ts';

type Mesh = { objects: MeshObjects; rootNamespace: string };
type PlacesByObject = ReadonlyMap<string, readonly AppliedPlace[]>;

const kept = new WeakMap<MeshObjects, PlacesByObject>();

/** The workloads and services that an object says something about: what their own pages list, seen from the object. */
export function appliedPlaces(object: ObjectReference, mesh: Mesh): readonly AppliedPlace[] {
  return placesByObject(mesh).get(keyOf(object)) ?? [];
}

function placesByObject(mesh: Mesh): PlacesByObject {
  const known = kept.get(mesh.objects);
  if (known !== undefined) return known;
  const places = new Map<string, AppliedPlace[]>();
  const add = (object: ObjectReference, place: AppliedPlace) => {
    const key = keyOf(object);
    const sharing = places.get(key);
    if (sharing === undefined) places.set(key, [place]);
    else sharing.push(place);
  };
  const inventory = inventoryOf(mesh.objects, mesh.rootNamespace);
  for (const workload of inventory.workloads) {
    const { namespace, name, labels, membership } = workload;
    const services = inventory.servicesOf(workload).map(({ metadata }) => metadata.name);
    const subject = { namespace, name, labels, services, isOutOfMesh: membership.mode === 'none' };
    for (const { object, why } of objectsThatApplyToWorkload(subject, mesh))
      add(object, { kind: 'workload', namespace, name, why });
  }
  const services = [
    ...mesh.objects.Service.map(({ metadata }) => ({ kind: 'Service' as const, metadata, hosts: [] })),
    ...mesh.objects.ServiceEntry.map(({ metadata, spec }) => ({
      kind: 'ServiceEntry' as const,
      metadata,
      hosts: spec.hosts,
    })),
  ];
  for (const { kind, metadata, hosts } of services) {
    const { namespace = '', name } = metadata;
    for (const { object, why } of objectsThatApplyToService({ kind, namespace, name, hosts }, mesh))
      add(object, { kind: 'service', namespace, name, why });
  }
  kept.set(mesh.objects, places);
  return places;
}

function keyOf({ kind, namespace, name }: ObjectReference): string {
  return `${kind}/${namespace}/${name}`;
}
