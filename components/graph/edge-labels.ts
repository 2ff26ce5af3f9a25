import type { GraphEdge } from '#lib/contract/graph.ts';
import type { GraphExtra } from '#lib/contract/graph-query.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatRateFigure } from '#lib/format-rate.ts';
import { formatShare } from '#lib/format-share.ts';
import { protocolTitles } from './node-words.ts';
import { splitParts } from './split-words.ts';

export const edgeLabelIds = [
  'rate',
  'errors',
  'split',
  'mtls',
  'protocol',
  'p50',
  'p95',
  'p99',
  'throughput',
] as const;
export type EdgeLabelId = (typeof edgeLabelIds)[number];

export type EdgeLabelEntry = {
  title: string;
  description: string;
  /** What the answer must hold for it, as `include` of the graph's query. */
  needs?: GraphExtra;
  /** The part, or parts, of the label; undefined or none where the edge has nothing to say about it. */
  text: (edge: GraphEdge) => string | readonly string[] | undefined;
};

/** What an edge's label can say, in the order in which the parts stand. Locks are drawn, not written. */
export const edgeLabels: Record<EdgeLabelId, EdgeLabelEntry> = {
  rate: {
    title: 'Rate',
    description: 'Requests per second; bytes per second of TCP',
    text: (edge) =>
      edge.protocol === 'tcp'
        ? known(edge.bytesSentPerSecond ?? edge.bytesReceivedPerSecond, formatBytesPerSecond)
        : known(edge.requestsPerSecond, formatRateFigure),
  },
  errors: {
    title: 'Errors',
    description: 'Share of requests that failed',
    text: (edge) => (edge.errorShare === 0 ? undefined : known(edge.errorShare, formatShare)),
  },
  split: {
    title: 'Split',
    description: 'Configured and observed share of each version; stands there alone',
    text: splitParts,
  },
  mtls: { title: 'mTLS', description: 'A lock where mutual TLS was seen', text: () => undefined },
  protocol: {
    title: 'Protocol',
    description: 'HTTP, gRPC or TCP',
    text: (edge) => protocolTitles[edge.protocol],
  },
  p50: {
    title: 'Median',
    description: 'Median response time at the called side',
    needs: 'latency',
    text: (edge) => known(edge.responseTimeMs?.p50, formatMs),
  },
  p95: {
    title: 'p95',
    description: '95th percentile of the response time at the called side',
    needs: 'latency',
    text: (edge) => known(edge.responseTimeMs?.p95, formatMs),
  },
  p99: {
    title: 'p99',
    description: '99th percentile of the response time at the called side',
    needs: 'latency',
    text: (edge) => known(edge.responseTimeMs?.p99, formatMs),
  },
  throughput: {
    title: 'Throughput',
    description: 'Bytes of responses per second over HTTP and gRPC',
    needs: 'throughput',
    text: (edge) => known(edge.responseBytesPerSecond, formatBytesPerSecond),
  },
};

export const defaultEdgeLabels: readonly EdgeLabelId[] = ['rate', 'errors', 'split', 'mtls'];

function known(value: number | undefined, format: (value: number) => string): string | undefined {
  return value === undefined ? undefined : format(value);
}
