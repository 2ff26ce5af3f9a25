import type { Point } from '../visible-graph.ts';
import type { Arrangement } from './arrangement.ts';
import type { Topology, TopologyNode } from './topology.ts';

const rowGap = 14;
/** Between two that talk: room for the words on their line. */
const lineGap = 34;
const mostNodes = 8;

/** Whether the parts of a box hang together so loosely that one column says as much as several. */
export function isStackable({ nodes, edges, boxes }: Topology): boolean {
  return (
    boxes.length === 0 && nodes.length > 2 && nodes.length <= mostNodes && edges.length < nodes.length - 1
  );
}

/** All nodes in one column, those that talk to each other side by side; narrow where columns would be wide. */
export function stack(content: Topology): Arrangement {
  const positions = new Map<string, Point>();
  let bottom = 0;
  let above: TopologyNode | undefined;
  for (const node of inOrder(content)) {
    const talks = above !== undefined && areJoined(content, above.id, node.id);
    const y = above === undefined ? node.extent.top : bottom + (talks ? lineGap : rowGap) + node.extent.top;
    positions.set(node.id, { x: 0, y });
    bottom = y + node.extent.bottom;
    above = node;
  }
  return { positions, routes: new Map() };
}

/** Every node that has neighbours stands in the midst of those that are not placed yet, the best connected first. */
function inOrder(content: Topology): TopologyNode[] {
  const neighboursOf = (id: string) =>
    content.nodes.filter((other) => other.id !== id && areJoined(content, id, other.id));
  const hubs = [...content.nodes].sort((a, b) => neighboursOf(b.id).length - neighboursOf(a.id).length);
  const order: TopologyNode[] = [];
  for (const hub of hubs) {
    if (order.includes(hub)) continue;
    const around = neighboursOf(hub.id).filter((node) => !order.includes(node));
    const half = Math.floor(around.length / 2);
    order.push(...around.slice(0, half), hub, ...around.slice(half));
  }
  return order;
}

function areJoined({ edges }: Topology, a: string, b: string): boolean {
  return edges.some(({ source, target }) => (source === a && target === b) || (source === b && target === a));
}
