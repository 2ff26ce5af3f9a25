import type { GraphNode, NodeKind } from '#lib/contract/graph.ts';
import { formatQuantity } from '#lib/format-count.ts';
import { maxTitleWidth, subtitleFont, titleFont } from './drawing-sizes.ts';
import type { MarkIconId } from './mark-icons.ts';
import { truncateMiddle } from './text-width.ts';

export type NodeShape = 'circle' | 'square' | 'diamond' | 'notchedDiamond' | 'hexagon';

export type NodeFace = {
  shape: NodeShape;
  isDashed: boolean;
  /** What stands in the node: a short text or an icon. */
  inner: { text: string } | { icon: MarkIconId };
  title: string;
  subtitle: string | undefined;
};

type KindLook = { shape: NodeShape; icon: MarkIconId; isDashed?: boolean };

export const kindLooks: Record<NodeKind, KindLook> = {
  workload: { shape: 'circle', icon: 'workload' },
  application: { shape: 'square', icon: 'workload' },
  service: { shape: 'diamond', icon: 'link' },
  serviceEntry: { shape: 'notchedDiamond', icon: 'external' },
  operation: { shape: 'hexagon', icon: 'operation' },
  unknown: { shape: 'circle', icon: 'workload', isDashed: true },
  passthrough: { shape: 'circle', icon: 'passthrough', isDashed: true },
  blackHole: { shape: 'circle', icon: 'blackHole', isDashed: true },
  restricted: { shape: 'circle', icon: 'lock', isDashed: true },
  namespace: { shape: 'square', icon: 'boxes' },
};

/** Workloads that declare no version count as `latest` in the telemetry; gateways never have one. */
const noVersions = new Set(['latest', 'unknown', '']);
const longestVersion = 4;

/** What a node looks like and says, whatever its place. */
export function faceOf(node: GraphNode): NodeFace {
  const look = kindLooks[node.kind];
  return {
    shape: look.shape,
    isDashed: look.isDashed === true || (node.kind === 'service' && node.cluster === 'unknown'),
    inner: innerOf(node, look),
    title: truncateMiddle(titleOf(node), maxTitleWidth, titleFont),
    subtitle: shortened(subtitleOf(node)),
  };
}

function titleOf(node: GraphNode): string {
  if (node.kind === 'application') return node.app ?? node.name;
  const [host] = node.hosts ?? [];
  return node.kind === 'serviceEntry' && node.hosts?.length === 1 && host !== undefined ? host : node.name;
}

function innerOf(node: GraphNode, look: KindLook): NodeFace['inner'] {
  if (node.badges.some((badge) => badge.id === 'gateway') && node.kind !== 'service')
    return { icon: 'gateway' };
  if (node.kind === 'unknown') return { text: '?' };
  if (node.kind !== 'application') return { icon: look.icon };
  const version = versionOf(node);
  return {
    text:
      version === undefined ? '-' : version.length <= longestVersion ? version : `${version.slice(0, 3)}…`,
  };
}

function versionOf(node: GraphNode): string | undefined {
  return node.version === undefined || noVersions.has(node.version) ? undefined : node.version;
}

function subtitleOf(node: GraphNode): string | undefined {
  if (node.kind === 'serviceEntry') return 'ServiceEntry';
  const [host, ...others] = node.hosts ?? [];
  if (host !== undefined) return others.length === 0 ? host : `${host} + ${others.length}`;
  if (node.isOutside === true && node.namespace !== undefined) return node.namespace;
  if (node.podCount !== undefined && node.podCount > 1) return formatQuantity(node.podCount, 'pod');
  const version = versionOf(node);
  if (version !== undefined && version.length > longestVersion) return version;
  const isGateway = node.badges.some((badge) => badge.id === 'gateway');
  return node.kind === 'application' && version === undefined && !isGateway ? 'no version' : undefined;
}

function shortened(text: string | undefined): string | undefined {
  return text === undefined ? undefined : truncateMiddle(text, maxTitleWidth, subtitleFont);
}
