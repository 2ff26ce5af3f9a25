import { Lock, LockOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { KeyValueList } from '#components/ui/key-value-list.tsx';
import type { GraphEdge } from '#lib/contract/graph.ts';
import { formatBytesPerSecond } from '#lib/format-bytes.ts';
import { formatCount } from '#lib/format-count.ts';
import { formatMs } from '#lib/format-ms.ts';
import { formatRate } from '#lib/format-rate.ts';
import { formatShare } from '#lib/format-share.ts';
import { hostsOfEdge } from '#lib/graph/edge-hosts.ts';
import { partSeparator } from '../canvas/edge-look.ts';
import { splitParts } from '../split-words.ts';
import { panelWords } from './panel-words.ts';

type EdgePropertiesProps = {
  edge: GraphEdge;
  /** Shares of a split stand elsewhere: only the route behind it is told. */
  hasSplitSection?: boolean;
};

/** Everything else that is known of an edge, one property a line. */
export function EdgeProperties({ edge, hasSplitSection = false }: EdgePropertiesProps) {
  const destination = edge.reporters?.destination?.responseTimeMs;
  const source = edge.reporters?.source?.responseTimeMs;
  return (
    <KeyValueList
      rows={[
        { key: panelWords.mtls, value: <MtlsShare share={edge.mtlsShare} /> },
        { key: panelWords.split, value: splitText(edge, hasSplitSection) },
        { key: panelWords.hostsAsked, value: <Monos texts={hostsOfEdge(edge)} /> },
        { key: panelWords.client, value: <Monos texts={edge.principals?.source} /> },
        { key: panelWords.server, value: <Monos texts={edge.principals?.destination} /> },
        { key: panelWords.clientErrors, value: edge.clientErrorShare && formatShare(edge.clientErrorShare) },
        {
          key: panelWords.requestCount,
          value: edge.requestCount !== undefined && formatCount(edge.requestCount),
        },
        { key: panelWords.p95Source, value: source?.p95 !== undefined && formatMs(source.p95) },
        { key: panelWords.p99, value: destination?.p99 !== undefined && formatMs(destination.p99) },
        {
          key: panelWords.requestBytes,
          value: bytes(edge.protocol === 'tcp' ? undefined : edge.requestBytesPerSecond),
        },
        {
          key: panelWords.responseBytes,
          value: bytes(edge.protocol === 'tcp' ? undefined : edge.responseBytesPerSecond),
        },
        { key: panelWords.messagesSent, value: messages(edge.messagesSentPerSecond) },
        { key: panelWords.messagesReceived, value: messages(edge.messagesReceivedPerSecond) },
      ].filter(({ value }) => value !== false && value !== 0)}
    />
  );
}

function MtlsShare({ share }: { share: number | undefined }): ReactNode {
  if (share === undefined) return <span className="text-ink-muted">{panelWords.mtlsNotKnown}</span>;
  const Icon = share === 1 ? Lock : LockOpen;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon size={12} aria-hidden className={share === 1 ? 'text-ok' : 'text-warn'} />
      {formatShare(share)}
    </span>
  );
}

function splitText(edge: GraphEdge, isRouteAlone: boolean): ReactNode {
  if (edge.splitShare === undefined) return undefined;
  const by =
    edge.route === undefined ? undefined : `${edge.route.kind} ${edge.route.namespace}/${edge.route.name}`;
  return (
    <>
      {!isRouteAlone && (splitParts(edge).join(partSeparator) || formatShare(edge.splitShare))}
      {by !== undefined && <span className="text-ink-muted"> {panelWords.splitBy} </span>}
      {by !== undefined && <span className="mono">{by}</span>}
    </>
  );
}

function Monos({ texts = [] }: { texts?: readonly string[] }): ReactNode {
  if (texts.length === 0) return <span className="text-ink-muted">{panelWords.none}</span>;
  return texts.map((text) => (
    <span key={text} className="mono block truncate" title={text}>
      {text.replace(/^spiffe:\/\/[^/]+\//, '…/')}
    </span>
  ));
}

function bytes(perSecond: number | undefined): ReactNode {
  return perSecond === undefined ? false : formatBytesPerSecond(perSecond);
}

function messages(perSecond: number | undefined): ReactNode {
  return perSecond === undefined ? false : formatRate(perSecond).replace('req', 'msg');
}
