import type { Graph } from '#lib/contract/graph.ts';

/** The same graph with a cluster called by another name, so that what has the same name in both is the same. */
export function inCluster(graph: Graph, { from, to }: { from: string; to: string }): Graph {
  if (from === to) return graph;
  const renamed = (id: string) => renamedId(id, { from, to });
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({
      ...node,
      id: renamed(node.id),
      cluster: node.cluster === from ? to : node.cluster,
    })),
    edges: graph.edges.map((edge) => {
      const [source, target] = [renamed(edge.source), renamed(edge.target)];
      return { ...edge, source, target, id: `${source}|${target}|${edge.protocol}` };
    }),
    boxes: graph.boxes.map((box) => ({
      ...box,
      id: renamed(box.id),
      name: box.kind === 'cluster' && box.name === from ? to : box.name,
      ...(box.parent === undefined ? {} : { parent: renamed(box.parent) }),
      members: box.members.map(renamed),
    })),
  };
}

/** `workload:<cluster>/…`, `unknown:<cluster>`, `box:namespace:<cluster>/…` */
function renamedId(id: string, { from, to }: { from: string; to: string }): string {
  const start = /^(box:)?[A-Za-z]+:/.exec(id)?.[0] ?? '';
  const rest = id.slice(start.length);
  if (rest !== from && !rest.startsWith(`${from}/`)) return id;
  return `${start}${to}${rest.slice(from.length)}`;
}
