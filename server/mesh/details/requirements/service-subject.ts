import type { Endpoint } from '#lib/contract/details.ts';
import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import type { InventoryWorkload } from '#server/mesh/inventory/inventory.ts';

/** A Service with what a requirement of it may look at. */
export type ServiceSubject = {
  service: ObjectOf<'Service'>;
  workloads: readonly InventoryWorkload[];
  /** Other Services that stand before the same workloads, and this one. */
  neighbours: readonly ObjectOf<'Service'>[];
  endpoints: readonly Endpoint[];
  unread: readonly ObjectKind[];
};

export function serviceName({ service: { metadata } }: ServiceSubject): string {
  return `Service ${metadata.namespace}/${metadata.name}`;
}
