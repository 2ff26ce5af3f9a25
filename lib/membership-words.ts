import type { MeshMode } from './contract/inventory.ts';

/** How the ways of being in the mesh are said. */
export const membershipWords: Record<MeshMode, string> = {
  sidecar: 'Sidecar',
  gateway: 'Gateway',
  ambient: 'Ambient',
  waypoint: 'Waypoint',
  partial: 'In part',
  none: 'Not in mesh',
  controlPlane: 'Control plane',
  unknown: 'Unknown',
};
