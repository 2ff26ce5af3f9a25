import type { Column } from '#components/ui/data-table/column.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { GraphNode } from '#lib/contract/graph.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { nodeKindTitles } from '../node-words.ts';
import { panelWords } from '../panel/panel-words.ts';
import { tableWords } from '../words.ts';

/** Columns of the nodes' table. */
export const nodeColumns: readonly Column<GraphNode>[] = [
  {
    id: 'health',
    title: tableWords.state,
    value: (node) => node.health.status,
    cell: (node) => <StatusBadge status={node.health.status} />,
    width: 112,
  },
  { id: 'name', title: tableWords.name, value: (node) => node.name, width: 208 },
  { id: 'version', title: panelWords.version, value: (node) => node.version, width: 96 },
  { id: 'namespace', title: panelWords.namespace, value: (node) => node.namespace, width: 136 },
  { id: 'kind', title: tableWords.kind, value: (node) => nodeKindTitles[node.kind], width: 128 },
  {
    id: 'cluster',
    title: panelWords.cluster,
    value: (node) => node.cluster,
    width: 120,
    isHiddenByDefault: true,
  },
  {
    id: 'inMesh',
    title: panelWords.inMesh,
    value: (node) => (node.inMesh === undefined ? undefined : node.inMesh ? panelWords.yes : panelWords.no),
    width: 80,
  },
  figure({
    id: 'in',
    title: tableWords.in,
    unit: 'req/s',
    read: (node) => node.requestsInPerSecond,
    format: formatRateFigure,
  }),
  figure({
    id: 'out',
    title: tableWords.out,
    unit: 'req/s',
    read: (node) => node.requestsOutPerSecond,
    format: formatRateFigure,
  }),
  figure({
    id: 'bytesIn',
    title: tableWords.bytesIn,
    read: (node) => node.bytesInPerSecond,
    format: formatBytesPerSecond,
  }),
  figure({
    id: 'bytesOut',
    title: tableWords.bytesOut,
    read: (node) => node.bytesOutPerSecond,
    format: formatBytesPerSecond,
  }),
  figure({ id: 'pods', title: panelWords.pods, read: (node) => node.podCount, format: formatCount }),
  {
    id: 'badges',
    title: panelWords.badges,
    value: (node) => node.badges.map((badge) => badge.text).join('; '),
    width: 360,
  },
];

type Figure = {
  id: string;
  title: string;
  unit?: string;
  read: (node: GraphNode) => number | undefined;
  format: (value: number | undefined) => string;
};

function figure({ id, title, unit, read, format }: Figure): Column<GraphNode> {
  return { id, title, unit, isNumber: true, width: 96, value: read, cell: (node) => format(read(node)) };
}
