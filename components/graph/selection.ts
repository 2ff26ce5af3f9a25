import type { Graph, GraphEdge, GraphNode } from '#lib/contract/graph.ts';

export const selectionKinds = ['node', 'edge', 'box'] as const;
export type Selection = { kind: (typeof selectionKinds)[number]; id: string };

/** A selection as it stands in the address: `edge:workload:…|…|http`. */
export function printSelection(selection: Selection | undefined): string {
  return selection === undefined ? '' : `${selection.kind}:${selection.id}`;
}

/** The selection of an address; undefined for no or an unknown kind. */
export function parseSelection(text: string): Selection | undefined {
  const colon = text.indexOf(':');
  const kind = selectionKinds.find((known) => known === text.slice(0, colon));
  const id = text.slice(colon + 1);
  return kind === undefined || id === '' ? undefined : { kind, id };
}

export type SelectedPart =
  | { kind: 'node'; node: GraphNode }
  | { kind: 'edge'; edge: GraphEdge; source: GraphNode; target: GraphNode }
  | { kind: 'box'; box: Graph['boxes'][number] };

/** What is selected, as it is in this graph; undefined when it is not there (any more). */
export function selectedPart(graph: Graph, selection: Selection | undefined): SelectedPart | undefined {
  if (selection?.kind === 'node') {
    const node = graph.nodes.find(({ id }) => id === selection.id);
    return node === undefined ? undefined : { kind: 'node', node };
  }
  if (selection?.kind === 'box') {
    const box = graph.boxes.find(({ id }) => id === selection.id);
    return box === undefined ? undefined : { kind: 'box', box };
  }
  const edge = graph.edges.find(({ id }) => id === selection?.id);
  const source = graph.nodes.find(({ id }) => id === edge?.source);
  const target = graph.nodes.find(({ id }) => id === edge?.target);
  return edge === undefined || source === undefined || target === undefined
    ? undefined
    : { kind: 'edge', edge, source, target };
}
