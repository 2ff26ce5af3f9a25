import type { Column } from '#components/ui/data-table/column.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { GraphEdge, GraphNode } from '#lib/contract/graph.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatMsFigure } from '#lib/format-ms.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import { protocolTitles } from '../node-words.ts';
import type { EdgeVerdict } from '../split-verdicts.ts';
import { tableWords } from '../words.ts';
import { SplitVerdictCell, splitVerdictText } from './split-verdict-cell.tsx';

/** One row of the edges' table: the edge with its two ends. */
export type EdgeRow = {
  edge: GraphEdge;
  source: GraphNode;
  target: GraphNode;
  verdicts: readonly EdgeVerdict[];
};

type Figure = {
  id: string;
  title: string;
  unit?: string;
  read: (edge: GraphEdge) => number | undefined;
  format: (value: number | undefined) => string;
  width?: number;
  isHidden?: boolean;
};

const percent = (share: number | undefined) => (share === undefined ? undefined : share * 100);

const figures: readonly Figure[] = [
  {
    id: 'rate',
    title: tableWords.rate,
    unit: 'req/s',
    read: (edge) => edge.requestsPerSecond,
    format: formatRateFigure,
  },
  {
    id: 'errors',
    title: tableWords.errors,
    unit: '%',
    read: (edge) => edge.errorShare,
    format: formatShareFigure,
  },
  {
    id: 'clientErrors',
    title: '4xx',
    unit: '%',
    read: (edge) => edge.clientErrorShare,
    format: formatShareFigure,
    isHidden: true,
  },
  {
    id: 'p50',
    title: 'p50',
    unit: 'ms',
    read: (edge) => edge.responseTimeMs?.p50,
    format: formatMsFigure,
    isHidden: true,
  },
  { id: 'p95', title: 'p95', unit: 'ms', read: (edge) => edge.responseTimeMs?.p95, format: formatMsFigure },
  {
    id: 'configured',
    title: tableWords.configured,
    unit: '%',
    read: (edge) => edge.split?.configuredShare,
    format: formatShareFigure,
    width: 104,
  },
  {
    id: 'split',
    title: tableWords.split,
    unit: '%',
    read: (edge) => edge.split?.observedShare ?? edge.splitShare,
    format: formatShareFigure,
  },
  { id: 'mtls', title: 'mTLS', unit: '%', read: (edge) => edge.mtlsShare, format: formatShareFigure },
  {
    id: 'requests',
    title: tableWords.requests,
    read: (edge) => edge.requestCount,
    format: formatCount,
    isHidden: true,
    width: 96,
  },
  {
    id: 'sent',
    title: tableWords.sent,
    read: (edge) => edge.bytesSentPerSecond,
    format: formatBytesPerSecond,
    width: 96,
  },
  {
    id: 'received',
    title: tableWords.received,
    read: (edge) => edge.bytesReceivedPerSecond,
    format: formatBytesPerSecond,
    width: 96,
    isHidden: true,
  },
];

const shares = new Set(['errors', 'clientErrors', 'configured', 'split', 'mtls']);

const splitVerdict: Column<EdgeRow> = {
  id: 'splitVerdict',
  title: tableWords.splitVerdict,
  value: ({ verdicts }) => splitVerdictText(verdicts),
  cell: ({ verdicts }) => <SplitVerdictCell verdicts={verdicts} />,
  width: 184,
};

/** Columns of the edges' table. */
export const edgeColumns: readonly Column<EdgeRow>[] = [
  {
    id: 'health',
    title: tableWords.state,
    value: ({ edge }) => edge.health.status,
    cell: ({ edge }) => <StatusBadge status={edge.health.status} />,
    width: 108,
  },
  { id: 'source', title: tableWords.source, value: ({ source }) => nodeName(source), width: 168 },
  {
    id: 'sourceNamespace',
    title: tableWords.sourceNamespace,
    value: ({ source }) => source.namespace,
    isHiddenByDefault: true,
    width: 112,
  },
  { id: 'target', title: tableWords.target, value: ({ target }) => nodeName(target), width: 168 },
  {
    id: 'targetNamespace',
    title: tableWords.targetNamespace,
    value: ({ target }) => target.namespace,
    width: 112,
  },
  {
    id: 'protocol',
    title: tableWords.protocol,
    value: ({ edge }) => protocolTitles[edge.protocol],
    width: 80,
  },
  ...figures.flatMap((figure) =>
    figure.id === 'split' ? [figureColumn(figure), splitVerdict] : [figureColumn(figure)],
  ),
  {
    id: 'reasons',
    title: tableWords.reason,
    value: ({ edge }) => edge.health.reasons.map((reason) => reason.text).join(' '),
    width: 360,
  },
];

function figureColumn({ id, title, unit, read, format, width = 80, isHidden }: Figure): Column<EdgeRow> {
  return {
    id,
    title,
    unit,
    isNumber: true,
    width,
    isHiddenByDefault: isHidden,
    value: ({ edge }) => (shares.has(id) ? percent(read(edge)) : read(edge)),
    cell: ({ edge }) => format(read(edge)),
  };
}
