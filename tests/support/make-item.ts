import type { WorkloadItem } from '#lib/contract/inventory.ts';

/** A healthy workload in the mesh, changed where a test says so. */
export function makeItem(changes: Partial<WorkloadItem> = {}): WorkloadItem {
  return {
    cluster: 'Kubernetes',
    namespace: 'shop',
    name: 'catalog',
    kind: 'Deployment',
    health: { status: 'healthy', reasons: [] },
    inMesh: { mode: 'sidecar', why: { text: 'Its pods have a proxy.', evidence: [] } },
    labels: { app: 'catalog' },
    versions: ['v1'],
    figures: {},
    objects: [],
    pods: { ready: 1, total: 1 },
    services: [],
    ...changes,
  };
}

export function makeHealth(
  status: WorkloadItem['health']['status'],
  reason?: string,
): WorkloadItem['health'] {
  return { status, reasons: reason === undefined ? [] : [{ text: reason, evidence: [] }] };
}

export function makeMembership(mode: WorkloadItem['inMesh']['mode']): WorkloadItem['inMesh'] {
  return { mode, why: { text: 'Because.', evidence: [] } };
}
