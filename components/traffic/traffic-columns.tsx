import type { Column } from '#components/ui/data-table/column.ts';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import type { EdgeProtocol, GraphEdge } from '#lib/contract/graph.ts';
import type { TrafficRow } from '#lib/contract/traffic.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatMsFigure } from '#lib/format-ms.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShareFigure } from '#lib/format-share.ts';
import { hostsOfEdge } from '#lib/graph/edge-hosts.ts';
import { nodeName } from '#lib/graph/node-name.ts';
import { codeShares, flagShares } from './code-shares.ts';
import { CodesCell } from './codes-cell.tsx';
import { MtlsCell } from './mtls-cell.tsx';
import { PeerCell } from './peer-cell.tsx';
import { type Direction, words } from './words.ts';

const protocolTitles: Record<EdgeProtocol, string> = { http: 'HTTP', grpc: 'gRPC', tcp: 'TCP' };
const percent = (share: number | undefined) => (share === undefined ? undefined : share * 100);

type Figure = {
  id: string;
  title: string;
  unit?: string;
  width: number;
  value: (edge: GraphEdge) => number | undefined;
  text: (edge: GraphEdge) => string;
  isHiddenByDefault?: boolean;
  isWideOnly?: boolean;
};

const figures: readonly Figure[] = [
  {
    id: 'rate',
    title: words.rate,
    unit: 'req/s',
    width: 80,
    value: (edge) => edge.requestsPerSecond,
    text: (edge) => formatRateFigure(edge.requestsPerSecond),
  },
  {
    id: 'errors',
    title: words.errors,
    unit: '%',
    width: 76,
    value: (edge) => percent(edge.errorShare),
    text: (edge) => formatShareFigure(edge.errorShare),
  },
  {
    id: 'p50',
    isWideOnly: true,
    title: 'p50',
    unit: 'ms',
    width: 64,
    value: (edge) => edge.responseTimeMs?.p50,
    text: (edge) => formatMsFigure(edge.responseTimeMs?.p50),
  },
  {
    id: 'p95',
    isWideOnly: true,
    title: 'p95',
    unit: 'ms',
    width: 64,
    value: (edge) => edge.responseTimeMs?.p95,
    text: (edge) => formatMsFigure(edge.responseTimeMs?.p95),
  },
  {
    id: 'requests',
    isWideOnly: true,
    title: words.requests,
    width: 92,
    value: (edge) => edge.requestCount,
    text: (edge) => formatCount(edge.requestCount),
    isHiddenByDefault: true,
  },
];

/** Columns of the peers in one direction. */
export function trafficColumns(direction: Direction): readonly Column<TrafficRow>[] {
  return [
    {
      id: 'state',
      title: words.state,
      width: 96,
      isWideOnly: true,
      value: ({ edge }) => edge.health.status,
      cell: ({ edge }) => <StatusBadge status={edge.health.status} />,
    },
    {
      id: 'peer',
      title: direction === 'inbound' ? words.from : words.to,
      width: 184,
      value: ({ peer }) => nodeName(peer),
      cell: ({ peer }) => <PeerCell peer={peer} />,
      narrowCell: ({ edge, peer }) => (
        <span className="flex flex-col leading-[18px]">
          <PeerCell peer={peer} />
          <span className="flex gap-2 text-xs">
            <StatusBadge status={edge.health.status} />
            <span className="text-ink-muted">{protocolTitles[edge.protocol]}</span>
          </span>
        </span>
      ),
    },
    {
      id: 'namespace',
      title: words.namespace,
      width: 96,
      isWideOnly: true,
      value: ({ peer }) => peer.namespace,
    },
    {
      id: 'protocol',
      title: words.protocol,
      width: 68,
      isWideOnly: true,
      value: ({ edge }) => protocolTitles[edge.protocol],
    },
    ...figures.map(
      ({ value, text, ...column }): Column<TrafficRow> => ({
        ...column,
        isNumber: true,
        value: ({ edge }) => value(edge),
        cell: ({ edge }) => text(edge),
      }),
    ),
    {
      id: 'bytes',
      isWideOnly: true,
      title: words.bytes,
      width: 84,
      isNumber: true,
      value: ({ edge }) => bytesOf(edge),
      cell: ({ edge }) => formatBytesPerSecond(bytesOf(edge)),
    },
    {
      id: 'codes',
      isWideOnly: true,
      title: words.codes,
      width: 168,
      value: ({ edge }) =>
        (edge.protocol === 'tcp' ? flagShares(edge) : codeShares(edge)).map(({ code }) => code).join(' '),
      cell: ({ edge }) => <CodesCell edge={edge} />,
    },
    {
      id: 'mtls',
      isWideOnly: true,
      title: words.mtls,
      width: 76,
      value: ({ edge }) => percent(edge.mtlsShare),
      cell: ({ edge }) => <MtlsCell edge={edge} />,
    },
    {
      id: 'hosts',
      isWideOnly: true,
      title: words.hosts,
      width: 220,
      isHiddenByDefault: true,
      value: ({ edge }) => hostsOfEdge(edge).join(', '),
    },
  ];
}

/** Of TCP; requests have rates of their own. */
function bytesOf({ bytesSentPerSecond, bytesReceivedPerSecond }: GraphEdge): number | undefined {
  if (bytesSentPerSecond === undefined && bytesReceivedPerSecond === undefined) return undefined;
  return (bytesSentPerSecond ?? 0) + (bytesReceivedPerSecond ?? 0);
}
