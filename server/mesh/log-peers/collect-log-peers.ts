import type { LogPeer } from '#lib/contract/log-peers.ts';
import type { AccessLog, LogLine } from '#lib/contract/logs.ts';
import { hostOfAddress, portOfAddress } from './pods-by-address.ts';

type Place = LogPeer['receiver'];

export type ProxyLines = { receiver: Place; lines: readonly LogLine[] };

type Options = {
  direction: LogPeer['direction'];
  placeOf: (address: string) => Place | undefined;
  /** Which lines tell of this target. */
  isWanted: (access: AccessLog) => boolean;
};

/** Lines of proxies put together by who called, where, and what became of it; newest first. */
export function collectLogPeers(read: readonly ProxyLines[], options: Options): LogPeer[] {
  const peers = new Map<string, LogPeer>();
  for (const { receiver, lines } of read)
    for (const line of lines) {
      const { access } = line;
      if (access === undefined || !options.isWanted(access)) continue;
      const peer = peerOf(line, { access, receiver, ...options });
      const key = `${peer.caller.place?.pod ?? peer.caller.address} ${receiver.pod} ${peer.port} ${peer.outcome}`;
      const known = peers.get(key);
      if (known === undefined) peers.set(key, peer);
      else {
        const isNewer = peer.lastAtMs >= known.lastAtMs;
        peers.set(key, { ...(isNewer ? peer : known), count: known.count + 1 });
      }
    }
  return [...peers.values()].sort((one, other) => other.lastAtMs - one.lastAtMs);
}

/**
 * Whether the proxy refused a connection before it chose a filter chain: Istio's metrics are made in the chain's filters,
 * so such a connection is in no metric at all.
 */
export function isUncounted({ responseFlags, responseCodeDetails, connectionTerminationDetails }: AccessLog) {
  const details = `${responseCodeDetails ?? ''} ${connectionTerminationDetails ?? ''}`;
  return responseFlags.includes('NR') && details.includes('filter_chain_not_found');
}

function peerOf(
  line: LogLine,
  {
    access,
    receiver,
    direction,
    placeOf,
  }: Omit<Options, 'isWanted'> & { access: AccessLog; receiver: Place },
): LogPeer {
  const address = hostOfAddress(access.downstreamRemoteAddress ?? 'unknown');
  const place = placeOf(address);
  const port = portOfAddress(access.downstreamLocalAddress ?? '');
  return {
    direction,
    caller: { address, ...(place === undefined ? {} : { place }) },
    receiver,
    ...(port === undefined ? {} : { port }),
    outcome: outcomeOf(access),
    isFailure: line.level === 'error' || line.level === 'warning',
    isUncounted: isUncounted(access),
    count: 1,
    lastAtMs: line.atMs ?? 0,
    line: line.text,
    ...(line.explanation === undefined ? {} : { why: line.explanation }),
  };
}

function outcomeOf(access: AccessLog): string {
  const details = access.responseCodeDetails ?? access.connectionTerminationDetails;
  const isUsual = details === 'via_upstream' && access.responseFlags.length === 0;
  return [
    access.responseCode === undefined ? undefined : String(access.responseCode),
    access.responseFlags.join(',') || undefined,
    isUsual ? undefined : (details ?? access.connectionTerminationDetails),
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}
