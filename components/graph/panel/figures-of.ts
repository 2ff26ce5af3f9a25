import type { GraphEdge } from '#lib/contract/graph.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatMs } from '#lib/format-ms.ts';
import { notKnown } from '#lib/format-number.ts';
import { formatRate } from '#lib/format-rate.ts';
import { formatShare } from '#lib/format-share.ts';
import { type KeyFigure, keyFigure } from './key-figures.tsx';
import { panelWords } from './panel-words.ts';

/** The four figures of an edge: requests, or bytes and connections of TCP. */
export function figuresOfEdge(edge: GraphEdge): KeyFigure[] {
  if (edge.protocol === 'tcp') {
    return [
      keyFigure(panelWords.sent, formatBytesPerSecond(edge.bytesSentPerSecond)),
      keyFigure(panelWords.received, formatBytesPerSecond(edge.bytesReceivedPerSecond)),
      keyFigure(panelWords.opened, perSecond(edge.connectionsOpenedPerSecond)),
    ];
  }
  return [
    keyFigure(panelWords.rate, formatRate(edge.requestsPerSecond)),
    keyFigure(
      panelWords.errors,
      formatShare(edge.errorShare),
      isPositive(edge.errorShare) ? 'fail' : undefined,
    ),
    keyFigure('p50', formatMs(edge.responseTimeMs?.p50)),
    keyFigure('p95', formatMs(edge.responseTimeMs?.p95)),
  ];
}

function perSecond(rate: number | undefined): string {
  return rate === undefined ? notKnown : formatRate(rate).replace('req', 'conn');
}

function isPositive(share: number | undefined): boolean {
  return share !== undefined && share > 0;
}
