import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { type BadgeId, badgeIds } from '#lib/contract/graph.ts';
import { isOutOfMesh, lockOf } from './canvas/edge-look.ts';
import type { MarkIconId } from './canvas/mark-icons.ts';
import type { NodeShape } from './canvas/node-face.ts';
import type { ColourToken } from './canvas/palette.ts';
import type { LineDash } from './canvas/scene.ts';
import { nodeBadges } from './node-badges.ts';
import { splitWords } from './split-words.ts';
import type { VisibleGraph } from './visible-graph.ts';

export type LegendSymbol =
  | { kind: 'shape'; shape: NodeShape; isDashed: boolean }
  | { kind: 'line'; colour: ColourToken; dash: LineDash; icon?: MarkIconId; iconColour?: ColourToken }
  | { kind: 'icon'; icon: MarkIconId; colour: ColourToken };

export type LegendMark = { group: 'nodes' | 'edges' | 'badges'; title: string; symbol: LegendSymbol };

type Shown = { graph: VisibleGraph; badges: boolean; hasLocks: boolean; hasMismatches: boolean };

type Entry = LegendMark & { isShown: (shown: Shown) => boolean };

const shape = (
  title: string,
  symbol: { shape: NodeShape; isDashed?: boolean },
  isOf: (node: GraphNode) => boolean,
): Entry => ({
  group: 'nodes',
  title,
  symbol: { kind: 'shape', shape: symbol.shape, isDashed: symbol.isDashed ?? false },
  isShown: ({ graph }) => graph.nodes.some(isOf),
});

const line = (
  title: string,
  symbol: Omit<Extract<LegendSymbol, { kind: 'line' }>, 'kind'>,
  isOf: (edge: GraphEdge) => boolean,
): Entry => ({
  group: 'edges',
  title,
  symbol: { kind: 'line', ...symbol },
  isShown: ({ graph }) => graph.edges.some(isOf),
});

const badge = (id: BadgeId): Entry => ({
  group: 'badges',
  title: nodeBadges[id].title,
  symbol: {
    kind: 'icon',
    icon: nodeBadges[id].icon,
    colour: nodeBadges[id].isFault === true ? 'fail' : 'ink-muted',
  },
  isShown: ({ graph, badges }) =>
    badges && graph.nodes.some((node) => node.badges.some((entry) => entry.id === id)),
});

const entries: readonly Entry[] = [
  shape('workload', { shape: 'circle' }, ({ kind }) => kind === 'workload'),
  shape(
    'app version',
    { shape: 'square' },
    ({ kind, version }) => kind === 'application' && version !== undefined,
  ),
  shape('app', { shape: 'square' }, ({ kind, version }) => kind === 'application' && version === undefined),
  shape('namespace', { shape: 'square' }, ({ kind }) => kind === 'namespace'),
  shape('service', { shape: 'diamond' }, (node) => node.kind === 'service' && !isOutOfMesh(node)),
  shape('service entry', { shape: 'notchedDiamond' }, ({ kind }) => kind === 'serviceEntry'),
  shape('operation', { shape: 'hexagon' }, ({ kind }) => kind === 'operation'),
  shape(
    'not in mesh',
    { shape: 'circle', isDashed: true },
    (node) => node.kind === 'unknown' || isOutOfMesh(node),
  ),
  shape('restricted', { shape: 'circle', isDashed: true }, ({ kind }) => kind === 'restricted'),
  line(
    'healthy',
    { colour: 'mark-ok', dash: 'solid' },
    ({ health, protocol }) => health.status === 'healthy' && protocol !== 'tcp',
  ),
  line(
    'degraded',
    { colour: 'mark-warn', dash: 'solid', icon: 'warning', iconColour: 'warn' },
    ({ health }) => health.status === 'degraded',
  ),
  line(
    'failing',
    { colour: 'mark-fail', dash: 'solid', icon: 'failing', iconColour: 'fail' },
    ({ health }) => health.status === 'failing',
  ),
  {
    group: 'edges',
    title: splitWords.legend,
    symbol: { kind: 'line', colour: 'mark-warn', dash: 'solid', icon: 'split', iconColour: 'warn' },
    isShown: ({ hasMismatches }) => hasMismatches,
  },
  line('idle', { colour: 'mark-idle', dash: 'solid' }, ({ health }) => health.status === 'idle'),
  line('TCP', { colour: 'mark-tcp', dash: 'dotted' }, ({ protocol }) => protocol === 'tcp'),
  {
    group: 'edges',
    title: 'no answer in the mesh',
    symbol: { kind: 'line', colour: 'mark-idle', dash: 'dashed' },
    isShown: ({ graph }) => {
      const outside = new Set(graph.nodes.filter(isOutOfMesh).map(({ id }) => id));
      return graph.edges.some(({ target }) => outside.has(target));
    },
  },
  lock('mTLS', 'lock', 'ink-muted'),
  lock('partly mTLS', 'unlock', 'warn'),
  ...badgeIds.map(badge),
];

function lock(title: string, icon: MarkIconId, colour: ColourToken): Entry {
  return {
    group: 'edges',
    title,
    symbol: { kind: 'icon', icon, colour },
    isShown: ({ graph, hasLocks }) => {
      const nodeById = new Map(graph.nodes.map((node) => [node.id, node]));
      return hasLocks && graph.edges.some((edge) => lockOf(edge, nodeById.get(edge.source)) === icon);
    },
  };
}

/** The marks that this very drawing has, and no others. */
export function legendMarks(shown: Shown): LegendMark[] {
  return entries.filter((entry) => entry.isShown(shown)).map(({ isShown: _, ...mark }) => mark);
}
