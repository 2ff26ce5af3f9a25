import type { BadgeId } from '#lib/contract/graph.ts';
import type { MarkIconId } from './canvas/mark-icons.ts';

export type NodeBadgeEntry = {
  title: string;
  icon: MarkIconId;
  /** The mark says that something is wrong, so it is drawn in the colour of a failure. */
  isFault?: boolean;
};

/** The marks at a node's top right, most telling first: where there is no room for all, the first ones stay. */
export const nodeBadges: Record<BadgeId, NodeBadgeEntry> = {
  missingSidecar: { title: 'no sidecar', icon: 'noSidecar', isFault: true },
  faultInjection: { title: 'fault', icon: 'bolt' },
  circuitBreaker: { title: 'circuit breaker', icon: 'breaker' },
  trafficSplit: { title: 'split', icon: 'split' },
  mirroring: { title: 'mirror', icon: 'mirror' },
  requestTimeout: { title: 'timeout', icon: 'clock' },
  virtualService: { title: 'virtual service', icon: 'route' },
  gateway: { title: 'gateway', icon: 'gateway' },
  workloadEntry: { title: 'workload entry', icon: 'machine' },
  waypoint: { title: 'waypoint', icon: 'waypoint' },
};
