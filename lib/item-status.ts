import type { HealthStatus } from './contract/health.ts';
import { healthStatuses } from './contract/health.ts';
import type { ServiceItem, WorkloadItem } from './contract/inventory.ts';

/** What workloads, services and applications have in common. */
export type Item = Pick<WorkloadItem, keyof WorkloadItem & keyof ServiceItem>;

type ItemStatus = HealthStatus | 'notInMesh';

export function itemId({ cluster, namespace, name }: Item): string {
  return `${cluster}/${namespace}/${name}`;
}

/** The word for a thing: its health, or that it stands outside the mesh and the mesh says nothing of it. */
export function itemStatus({ health, inMesh }: Item): ItemStatus {
  return inMesh.mode === 'none' && health.status === 'idle' ? 'notInMesh' : health.status;
}

const order: readonly ItemStatus[] = [...healthStatuses, 'notInMesh'];

/** 0 is the worst. */
export function statusRank(status: ItemStatus): number {
  return order.indexOf(status);
}

/** Worst first; among equals the larger share of errors, then the larger rate, then by name. */
export function compareItems(left: Item, right: Item): number {
  return (
    statusRank(itemStatus(left)) - statusRank(itemStatus(right)) ||
    (right.figures.errorShare ?? 0) - (left.figures.errorShare ?? 0) ||
    (right.figures.requestsPerSecond ?? 0) - (left.figures.requestsPerSecond ?? 0) ||
    itemId(left).localeCompare(itemId(right), 'en', { numeric: true })
  );
}
