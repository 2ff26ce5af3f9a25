import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import type { GraphFacts } from '../facts/graph-facts.ts';
import { factsIn } from '../facts/join-facts.ts';

type Picture = { nodes: readonly GraphNode[]; edges: readonly GraphEdge[] };

/**
 * Takes out what is idle and no more there: workloads and services that the cluster does not have, and callers without
 * identity that do not call. Each removal can leave another node bare, so it goes on until nothing falls.
 */
export function withoutDeadNodes(picture: Picture, facts: GraphFacts): Picture {
  let { nodes, edges } = picture;
  for (;;) {
    const active = new Set(
      edges.filter(({ isIdle }) => isIdle !== true).flatMap(({ source, target }) => [source, target]),
    );
    const sources = new Set(edges.map(({ source }) => source));
    const dead = new Set(
      nodes
        .filter(
          (node) =>
            !active.has(node.id) &&
            isGone(node, { facts: factsIn(facts, node.cluster), isSource: sources.has(node.id) }),
        )
        .map(({ id }) => id),
    );
    if (dead.size === 0) return { nodes, edges };
    nodes = nodes.filter(({ id }) => !dead.has(id));
    edges = edges.filter(({ source, target }) => !dead.has(source) && !dead.has(target));
  }
}

function isGone(node: GraphNode, { facts, isSource }: { facts: GraphFacts; isSource: boolean }): boolean {
  if (node.kind === 'unknown' || node.kind === 'operation') return true;
  // What stands in another cluster is not in these objects.
  const isHere = facts.objectsKnown && (node.cluster === facts.cluster || node.cluster === 'unknown');
  if (node.kind === 'service')
    return isHere ? !facts.services.has(`${node.namespace}/${node.name}`) : !isSource;
  if (!isHere) return false;
  if (node.workload !== undefined) return !facts.workloads.has(`${node.namespace}/${node.workload}`);
  if (node.kind !== 'application') return false;
  return ![...facts.workloads.values()].some(
    ({ namespace, app }) => namespace === node.namespace && app === node.app,
  );
}
