import type { Topology, TopologyBox } from './topology.ts';

/** What is arranged on its own before the parts are put together: the content of a box, or a node outside all boxes. */
export type Island = {
  id: string;
  /** The box that is drawn round it. */
  box: string | undefined;
  /** The box in which it stands beside others; undefined on the open canvas. */
  group: string | undefined;
  content: Topology;
};

/**
 * Cuts a topology into islands. Namespaces are islands with the apps in them; clusters only hold islands. Without
 * boxes of namespaces the whole is one island, so that the flow through it stays visible.
 */
export function islandsOf(topology: Topology): Island[] {
  const boxById = new Map(topology.boxes.map((box) => [box.id, box]));
  const islandBoxes = topology.boxes.filter((box) => box.kind === 'namespace');
  if (islandBoxes.length === 0 && !topology.boxes.some(({ kind }) => kind === 'cluster'))
    return [{ id: 'all', box: undefined, group: undefined, content: topology }];
  const islandOf = (id: string | undefined): TopologyBox | undefined => {
    const box = id === undefined ? undefined : boxById.get(id);
    return box === undefined || box.kind === 'namespace' ? box : islandOf(box.parent);
  };
  const clusterOf = (id: string | undefined): string | undefined => {
    const box = id === undefined ? undefined : boxById.get(id);
    return box === undefined || box.kind === 'cluster' ? box?.id : clusterOf(box.parent);
  };
  const inBoxes = islandBoxes.map((island): Island => {
    const nodes = topology.nodes
      .filter((node) => islandOf(node.box)?.id === island.id)
      .map((node) => ({ ...node, box: node.box === island.id ? undefined : node.box }));
    const boxes = topology.boxes
      .filter((box) => box.id !== island.id && islandOf(box.parent)?.id === island.id)
      .map((box) => ({ ...box, parent: box.parent === island.id ? undefined : box.parent }));
    return {
      id: island.id,
      box: island.id,
      group: clusterOf(island.parent),
      content: within(topology, { nodes, boxes }),
    };
  });
  const alone = topology.nodes
    .filter((node) => islandOf(node.box) === undefined)
    .map(
      (node): Island => ({
        id: node.id,
        box: undefined,
        group: clusterOf(node.box),
        content: within(topology, { nodes: [{ ...node, box: undefined }], boxes: [] }),
      }),
    );
  return [...inBoxes, ...alone];
}

function within(topology: Topology, { nodes, boxes }: Pick<Topology, 'nodes' | 'boxes'>): Topology {
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    nodes,
    boxes,
    edges: topology.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  };
}
