import type { GraphBox, GraphNode } from '#lib/contract/graph.ts';

/**
 * Boxes round the nodes: clusters (only where there are several), namespaces, and applications of two or more nodes.
 * Nodes without a known place (unknown callers, Passthrough, BlackHole) stand in no namespace.
 */
export function boxesOf(nodes: readonly GraphNode[]): GraphBox[] {
  const placed = nodes.filter(({ namespace }) => namespace !== undefined && namespace !== 'unknown');
  const clusters = new Set(placed.map(({ cluster }) => cluster).filter((cluster) => cluster !== 'unknown'));
  const clusterBoxes = clusters.size > 1 ? clusters : new Set<string>();

  const appCounts = new Map<string, number>();
  for (const node of placed)
    if (node.kind === 'application' || node.kind === 'workload') {
      const id = appBoxId(node);
      if (id !== undefined) appCounts.set(id, (appCounts.get(id) ?? 0) + 1);
    }

  const boxes = new Map<string, GraphBox>();
  const open = (box: Omit<GraphBox, 'members'>): GraphBox => {
    const known = boxes.get(box.id) ?? { ...box, members: [] };
    boxes.set(box.id, known);
    return known;
  };
  for (const node of placed) {
    const clusterId = clusterBoxes.has(node.cluster) ? `box:cluster:${node.cluster}` : undefined;
    if (clusterId !== undefined) open({ id: clusterId, kind: 'cluster', name: node.cluster });
    // Summed by namespace, the node itself is the namespace.
    if (node.kind === 'namespace') {
      if (clusterId !== undefined) boxes.get(clusterId)?.members.push(node.id);
      continue;
    }
    const namespaceId = `box:namespace:${node.cluster}/${node.namespace}`;
    const namespaceBox = open({
      id: namespaceId,
      kind: 'namespace',
      name: node.namespace ?? '',
      ...(clusterId === undefined ? {} : { parent: clusterId }),
    });
    const appId = appBoxId(node);
    if (appId !== undefined && (appCounts.get(appId) ?? 0) > 1)
      open({ id: appId, kind: 'app', name: node.app ?? '', parent: namespaceId }).members.push(node.id);
    else namespaceBox.members.push(node.id);
  }
  return [...boxes.values()]
    .map((box) => ({ ...box, members: box.members.sort() }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

function appBoxId({ cluster, namespace, app }: GraphNode): string | undefined {
  return app === undefined ? undefined : `box:app:${cluster}/${namespace}/${app}`;
}
