import type { HealthStatus } from './contract/health.ts';
import { healthStatuses } from './contract/health.ts';
import type { NamespaceItem } from './contract/namespaces.ts';

/** The word for a namespace: its health, or that it stands outside the mesh and the mesh says nothing of it. */
export function namespaceStatus(item: NamespaceItem): HealthStatus | 'notInMesh' {
  return item.inMesh === 'none' && item.health.status === 'idle' ? 'notInMesh' : item.health.status;
}

/** Worst first; among equals the larger share of errors, then the larger rate, then the name. */
export function compareNamespaces(left: NamespaceItem, right: NamespaceItem): number {
  return (
    place(left) - place(right) ||
    (right.errorShare ?? 0) - (left.errorShare ?? 0) ||
    (right.requestsPerSecond ?? 0) - (left.requestsPerSecond ?? 0) ||
    left.name.localeCompare(right.name)
  );
}

function place(item: NamespaceItem): number {
  const status = namespaceStatus(item);
  return status === 'notInMesh' ? healthStatuses.length : healthStatuses.indexOf(status);
}
