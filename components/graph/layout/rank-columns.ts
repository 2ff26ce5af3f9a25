import type { Point } from '../visible-graph.ts';
import type { Arrangement } from './arrangement.ts';
import type { Topology, TopologyNode } from './topology.ts';

const columnGap = 56;
const rowGap = 14;

/**
 * A layered arrangement in linear time, for graphs on which a thorough one would keep people waiting: columns by
 * distance from where traffic comes in, rows by the mean height of the callers, long columns broken into several.
 */
export function arrangeByRank(topology: Topology): Arrangement {
  const ranks = ranksOf(topology);
  const callers = Map.groupBy(topology.edges, ({ target }) => target);
  const columns = [...Map.groupBy(topology.nodes, ({ id }) => ranks.get(id) ?? 0)].sort(([a], [b]) => a - b);
  const rowsPerColumn = Math.max(4, Math.ceil(Math.sqrt(topology.nodes.length * 1.2)));
  const positions = new Map<string, Point>();
  let x = 0;
  for (const [, column] of columns) {
    const wanted = (node: TopologyNode) => {
      const heights = (callers.get(node.id) ?? []).flatMap(({ source }) => positions.get(source)?.y ?? []);
      return heights.length === 0 ? 0 : heights.reduce((total, y) => total + y, 0) / heights.length;
    };
    const order = column
      .map((node) => ({ node, y: wanted(node) }))
      .sort((a, b) => a.y - b.y || (a.node.id < b.node.id ? -1 : 1));
    for (let start = 0; start < order.length; start += rowsPerColumn) {
      const part = order.slice(start, start + rowsPerColumn).map(({ node }) => node);
      const half = Math.max(...part.map(({ extent }) => extent.left));
      let y = 0;
      for (const { id, extent } of part) {
        positions.set(id, { x: x + half, y: y + extent.top });
        y += extent.top + extent.bottom + rowGap;
      }
      x += 2 * half + columnGap;
    }
  }
  return { positions, routes: new Map() };
}

/** Steps from the nearest node that nothing calls; nodes only on circles follow from any of their callers. */
function ranksOf({ nodes, edges }: Topology): Map<string, number> {
  const called = new Set(edges.map(({ target }) => target));
  const callees = Map.groupBy(edges, ({ source }) => source);
  const ranks = new Map<string, number>();
  const starts = [...nodes.filter(({ id }) => !called.has(id)), ...nodes];
  for (const start of starts) {
    if (ranks.has(start.id)) continue;
    ranks.set(start.id, 0);
    const queue = [start.id];
    for (let index = 0; index < queue.length; index += 1) {
      const id = queue[index] ?? '';
      for (const { target } of callees.get(id) ?? []) {
        if (ranks.has(target)) continue;
        ranks.set(target, (ranks.get(id) ?? 0) + 1);
        queue.push(target);
      }
    }
  }
  return ranks;
}
