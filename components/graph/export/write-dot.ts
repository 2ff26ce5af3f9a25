import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import { labelText } from '../canvas/edge-look.ts';
import { defaultEdgeLabels } from '../edge-labels.ts';
import type { VisibleGraph } from '../visible-graph.ts';

/** The graph in the DOT language of Graphviz: nodes in clusters by box, edges with rate and errors as their labels. */
export function writeDot({ nodes, edges, boxes }: VisibleGraph): string {
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const boxed = new Set(boxes.flatMap(({ members }) => members));
  const childrenOf = Map.groupBy(boxes, ({ parent }) => parent);
  const known = new Set(boxes.map(({ id }) => id));
  const writeBox = (box: VisibleGraph['boxes'][number], indent: string): string[] => [
    `${indent}subgraph ${quoted(`cluster ${box.id}`)} {`,
    `${indent}  label=${quoted(box.name)};`,
    ...(childrenOf.get(box.id) ?? []).flatMap((child) => writeBox(child, `${indent}  `)),
    ...box.members.flatMap((id) => {
      const node = nodeById.get(id);
      return node === undefined ? [] : [`${indent}  ${dotNode(node)}`];
    }),
    `${indent}}`,
  ];
  const outermost = boxes.filter(({ parent }) => parent === undefined || !known.has(parent));
  return [
    'digraph mesh {',
    '  rankdir=LR;',
    ...outermost.flatMap((box) => writeBox(box, '  ')),
    ...nodes.filter(({ id }) => !boxed.has(id)).map((node) => `  ${dotNode(node)}`),
    ...edges.map((edge) => `  ${dotEdge(edge)}`),
    '}',
    '',
  ].join('\n');
}

function dotNode(node: GraphNode): string {
  return `${quoted(node.id)} [label=${quoted(nodeName(node))}, kind=${quoted(node.kind)}, health=${quoted(node.health.status)}];`;
}

function dotEdge(edge: GraphEdge): string {
  const label = labelText(edge, defaultEdgeLabels).replaceAll('\u00a0', ' ');
  return `${quoted(edge.source)} -> ${quoted(edge.target)} [label=${quoted(label)}, protocol=${quoted(edge.protocol)}, health=${quoted(edge.health.status)}];`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
