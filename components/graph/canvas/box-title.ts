import type { GraphBox } from '#lib/contract/graph.ts';
import type { BoxBy } from '../graph-canvas-props.ts';
import type { VisibleGraph } from '../visible-graph.ts';

/** What stands on a frame; a namespace names its cluster where the clusters are not framed themselves. */
export function boxTitle(
  { kind, name, parent }: GraphBox,
  { graph, boxBy }: { graph: VisibleGraph; boxBy: readonly BoxBy[] },
): string {
  if (kind !== 'namespace' || boxBy.includes('cluster')) return name;
  const cluster = graph.boxes.find((box) => box.id === parent && box.kind === 'cluster');
  return cluster === undefined ? name : `${name} · ${cluster.name}`;
}
