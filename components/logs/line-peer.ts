import type { AccessLog } from '#lib/contract/logs.ts';

export type LinePeer = {
  /** Absent where the proxy refused before it knew where the request should go. */
  direction?: 'inbound' | 'outbound';
  /** The host of an outbound request, the address of an inbound one's caller. */
  name: string;
  subset?: string;
};

const unrouted: Readonly<Record<string, string>> = {
  PassthroughCluster: 'PassthroughCluster',
  BlackHoleCluster: 'BlackHoleCluster',
  InboundPassthroughCluster: 'InboundPassthroughCluster',
};

/** Istio names clusters `outbound|9080|v1|reviews.bookinfo.svc.cluster.local` and `inbound|9080||`. */
const clusterName = /^(inbound|outbound)(?:_\.|\|)(\d+)(?:_\._?|\|)([^|]*?)(?:_\._?|\|)(.*)$/;

/** With whom the line's proxy spoke, read out of the upstream cluster's name and the addresses. */
export function linePeer({ upstreamCluster, downstreamRemoteAddress }: AccessLog): LinePeer | undefined {
  const caller = addressOnly(downstreamRemoteAddress);
  if (upstreamCluster === undefined) return caller === undefined ? undefined : { name: caller };
  const parts = clusterName.exec(upstreamCluster);
  const isInbound = parts?.[1] === 'inbound' || upstreamCluster === 'InboundPassthroughCluster';
  if (isInbound) return { direction: 'inbound', name: caller ?? upstreamCluster };
  if (parts === null) return { direction: 'outbound', name: unrouted[upstreamCluster] ?? upstreamCluster };
  const [, , , subset = '', host = ''] = parts;
  return { direction: 'outbound', name: shortHost(host), ...(subset === '' ? {} : { subset }) };
}

/** `reviews.bookinfo` for `reviews.bookinfo.svc.cluster.local`; other hosts stay whole. */
function shortHost(host: string): string {
  return /^([^.]+\.[^.]+)\.svc(?:\.|$)/.exec(host)?.[1] ?? host;
}

/** Without the port, which is a new one with each connection. */
function addressOnly(address: string | undefined): string | undefined {
  return address?.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
}
