import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatRate } from '#lib/format-rate.ts';
import { formatShare } from '#lib/format-share.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import { nodeKindTitles, protocolTitles } from '../node-words.ts';
import type { Selection } from '../selection.ts';
import { splitParts, splitWords } from '../split-words.ts';
import type { VisibleGraph } from '../visible-graph.ts';

export const canvasWords = {
  label: (nodes: number, edges: number) => `Mesh graph of ${nodes} nodes and ${edges} edges`,
  instructions:
    'Arrow keys move along the edges, Enter opens, the menu key shows the actions, plus, minus and 0 zoom. The table shows the same as text.',
  arranging: 'Arranging the graph',
  layoutFailed: (reason: string) =>
    `The layout could not be computed (${reason}). The nodes stand in plain columns.`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show everything',
  legend: 'Legend',
  exportTitle: 'Mesh graph',
  failed: (share: string) => `${share} failed`,
  noPicture: 'The browser could not make the picture.',
} as const;

/** A selected thing as it is read out, with its full name. */
export function sayPart(
  selection: Selection | undefined,
  graph: VisibleGraph,
  mismatches: ReadonlyMap<string, readonly string[]>,
): string {
  const nodeById = (id: string) => graph.nodes.find((node) => node.id === id);
  if (selection?.kind === 'node') return sayNode(nodeById(selection.id));
  if (selection?.kind === 'box') return graph.boxes.find(({ id }) => id === selection.id)?.name ?? '';
  const edge = graph.edges.find(({ id }) => id === selection?.id);
  if (edge === undefined) return '';
  const said = sayEdge(edge, nodeById(edge.source), nodeById(edge.target));
  return [said, ...mismatchText(mismatches.get(edge.id))].join(', ');
}

/** What a pointer over a thing is told: full names, and what an edge carries. */
export function hoverText(
  part: Selection,
  graph: VisibleGraph,
  mismatches: ReadonlyMap<string, readonly string[]>,
): string {
  const edge = part.kind === 'edge' ? graph.edges.find(({ id }) => id === part.id) : undefined;
  if (edge === undefined) return sayPart(part, graph, mismatches);
  const name = (id: string) => {
    const node = graph.nodes.find((candidate) => candidate.id === id);
    return node === undefined ? id : nodeName(node);
  };
  const bytes = edge.bytesSentPerSecond ?? edge.bytesReceivedPerSecond;
  const traffic =
    edge.protocol === 'tcp'
      ? [bytes === undefined ? undefined : formatBytesPerSecond(bytes)]
      : [
          edge.requestsPerSecond === undefined ? undefined : formatRate(edge.requestsPerSecond),
          edge.errorShare === undefined ? undefined : canvasWords.failed(formatShare(edge.errorShare)),
        ];
  return [
    `${name(edge.source)} → ${name(edge.target)}`,
    ...traffic,
    ...splitParts(edge),
    ...mismatchText(mismatches.get(edge.id)),
  ]
    .filter((text) => text !== undefined)
    .join(' · ');
}

function mismatchText(callers: readonly string[] | undefined): string[] {
  return callers === undefined ? [] : [splitWords.mismatchOf(callers)];
}

function sayNode(node: GraphNode | undefined): string {
  if (node === undefined) return '';
  const place = node.namespace === undefined ? '' : ` in ${node.namespace}`;
  return `${nodeName(node)}, ${nodeKindTitles[node.kind]}${place}, ${node.health.status}`;
}

function sayEdge(edge: GraphEdge, source: GraphNode | undefined, target: GraphNode | undefined): string {
  const ends = `${source === undefined ? '' : nodeName(source)} → ${target === undefined ? '' : nodeName(target)}`;
  return `${ends}, ${protocolTitles[edge.protocol]}, ${edge.health.status}`;
}
