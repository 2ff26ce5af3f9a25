import type { Wire } from '../model/exchange.ts';
import { uniform } from '../model/hash.ts';
import { requestIdOfHop } from '../traces/request-spans.ts';
import { isGateway } from '../traces/span-tags.ts';
import { userAgentOf } from '../traffic/clients.ts';
import { type Places, visitorAddress } from '../traffic/places.ts';
import type { TimedHop, TimedReport, TimedRequest } from '../traffic/timed-request.ts';
import { detailsOf } from './response-details.ts';

/** A line with the moment at which it was written. */
export type ModelledLine = { atMs: number; text: string };

/** Fields of Istio's default text format, in its order (Istio documentation, "Envoy Access Logs"). */
type Fields = {
  startMs: number;
  request: string;
  code: string;
  flags: string;
  details: string;
  terminationDetails?: string;
  transportFailure?: string;
  bytesReceived: number;
  bytesSent: number;
  durationMs: number;
  upstreamMs?: number | undefined;
  forwardedFor?: string | undefined;
  userAgent?: string | undefined;
  requestId?: string | undefined;
  authority?: string | undefined;
  upstreamHost?: string | undefined;
  cluster?: string | undefined;
  upstreamLocal?: string | undefined;
  downstreamLocal: string;
  downstreamRemote: string;
  serverName?: string | undefined;
  routeName?: string | undefined;
};

function line(fields: Fields): ModelledLine {
  const { startMs, durationMs, code, flags, details, bytesReceived, bytesSent } = fields;
  const quoted = (value = '-') => `"${value}"`;
  const text = [
    `[${new Date(startMs).toISOString()}]`,
    quoted(fields.request),
    code,
    flags,
    details,
    fields.terminationDetails ?? '-',
    quoted(fields.transportFailure),
    bytesReceived,
    bytesSent,
    Math.floor(durationMs),
    fields.upstreamMs === undefined ? '-' : Math.floor(fields.upstreamMs),
    quoted(fields.forwardedFor),
    quoted(fields.userAgent),
    quoted(fields.requestId),
    quoted(fields.authority),
    quoted(fields.upstreamHost),
    fields.cluster ?? '-',
    fields.upstreamLocal ?? '-',
    fields.downstreamLocal,
    fields.downstreamRemote,
    fields.serverName ?? '-',
    fields.routeName ?? '-',
  ].join(' ');
  return { atMs: startMs + durationMs, text };
}

/** What the caller's proxy writes of a call: one line for each report. */
export function senderLines(request: TimedRequest, hop: TimedHop, places: Places): ModelledLine[] {
  if (hop.source === undefined) return [];
  const { wire, answer } = hop.exchange;
  const { report, startMs, durationMs } = hop.source;
  const place = places.of(wire.caller, hop.callerNumber);
  const isAtGateway = isGateway(wire.caller);
  const { code, flags } = outcomeOf(report.labels);
  const [, port = '', , host = ''] = wire.cluster?.split('|') ?? [];
  const details = detailsOf(answer, wire.arrivesAs);
  const dialled = dialledAddress(wire, places);
  const upstreamHost =
    wire.callee === undefined
      ? `${places.addressOf(host) ?? dialled.split(':')[0]}:${port === '' ? dialled.split(':')[1] : port}`
      : `${places.of(wire.callee, hop.number).ip}:${wire.podPort}`;
  const hasConnection = details.isSent && wire.cluster !== undefined;
  const peer = peerOf(request, hop, places);
  const gatewayPort = wire.caller.name === 'storefront-istio' ? 80 : 8080;
  return [
    line({
      startMs,
      request: wire.isTcp
        ? '- - -'
        : `${wire.method} ${wire.path} ${isRenewing(hop) ? 'HTTP/2' : 'HTTP/1.1'}`,
      code,
      flags,
      details: wire.isTcp ? '-' : details.sender,
      ...(details.transportFailure !== undefined && { transportFailure: details.transportFailure }),
      ...bytesOf(hop),
      durationMs,
      upstreamMs: !wire.isTcp && details.isAnswered ? durationMs - 0.5 - (details.delayedMs ?? 0) : undefined,
      ...(!wire.isTcp && {
        forwardedFor: isAtGateway ? peer.ip : '-',
        userAgent: userAgentOf(request.flowName),
        requestId: requestIdOfHop(request, hop),
        authority: wire.authority,
      }),
      upstreamHost: details.hasHost && wire.cluster !== undefined ? upstreamHost : '-',
      cluster: wire.cluster,
      upstreamLocal: hasConnection ? `${place.ip}:${portOf(hop, 1)}` : '-',
      downstreamLocal: isAtGateway ? `${place.ip}:${gatewayPort}` : dialled,
      downstreamRemote: `${isAtGateway ? peer.ip : place.ip}:${portOf(hop, 2)}`,
      serverName: isRenewing(hop) ? wire.authority : '-',
      routeName: wire.routeName,
    }),
  ];
}

/** What the callee's proxy writes: one line for each try that it saw, also of such as came to nothing. */
export function receiverLines(request: TimedRequest, hop: TimedHop, places: Places): ModelledLine[] {
  const { wire, answer } = hop.exchange;
  if (wire.callee?.proxy === undefined) return [];
  const place = places.of(wire.callee, hop.number);
  const sender = places.of(wire.caller, hop.callerNumber);
  const isFromGateway = isGateway(wire.caller);
  const address = `${place.ip}:${wire.podPort}`;
  if (answer === 'refused' || answer === 'connectionReset') {
    return [refusedLine(hop, address, `${sender.ip}:${portOf(hop, 1)}`)];
  }
  const details = detailsOf(answer, wire.arrivesAs);
  const isMutualTls = hop.tries.some(
    ({ report }) => report.labels.connection_security_policy === 'mutual_tls',
  );
  const isForwarded = isFromGateway || wire.isMirrored;
  const forwardedFor = isFromGateway ? peerOf(request, hop, places).ip : sender.ip;
  return hop.tries.map(({ report, startMs, durationMs }: TimedReport, index) => {
    const isTcp = report.protocol === 'tcp';
    const { code, flags } = outcomeOf(report.labels);
    return line({
      startMs,
      request: isTcp ? '- - -' : `${wire.method} ${wire.arrivesAs} HTTP/1.1`,
      code,
      flags,
      details: isTcp ? '-' : details.receiver,
      ...bytesOf(hop),
      durationMs,
      upstreamMs: isTcp || !details.isAnsweredByApp ? undefined : Math.max(0, durationMs - 0.6),
      ...(!isTcp && {
        forwardedFor: isForwarded ? forwardedFor : '-',
        userAgent: userAgentOf(request.flowName),
        requestId: requestIdOfHop(request, hop),
        authority: wire.authority,
      }),
      upstreamHost: isTcp || details.isPassedOn ? address : '-',
      cluster: `inbound|${wire.podPort}||`,
      upstreamLocal: isTcp || details.isPassedOn ? `127.0.0.6:${portOf(hop, 3 + index)}` : '-',
      downstreamLocal: address,
      downstreamRemote: isForwarded ? `${forwardedFor}:0` : `${sender.ip}:${portOf(hop, 1)}`,
      serverName: isMutualTls ? serverNameOf(wire.cluster) : '-',
      routeName: isTcp ? '-' : 'default',
    });
  });
}

/** Plaintext at a port that takes mutual TLS only: the connection ends before anything is known of it. */
function refusedLine(hop: TimedHop, downstreamLocal: string, downstreamRemote: string): ModelledLine {
  return line({
    startMs: hop.startMs,
    request: '- - -',
    code: '0',
    flags: 'NR',
    details: 'filter_chain_not_found',
    bytesReceived: 0,
    bytesSent: 0,
    durationMs: 0,
    downstreamLocal,
    downstreamRemote,
  });
}

function outcomeOf(labels: Readonly<Record<string, string>>): { code: string; flags: string } {
  return { code: labels.response_code ?? '0', flags: labels.response_flags ?? '-' };
}

/** Bodies only, as Envoy counts them: a GET has none. Whole streams for TCP. */
function bytesOf({ exchange, size }: TimedHop): { bytesReceived: number; bytesSent: number } {
  const { isTcp, method } = exchange.wire;
  const bytesReceived = isTcp || method === 'POST' ? (size?.requestBytes ?? 0) : 0;
  return { bytesReceived, bytesSent: size?.responseBytes ?? 0 };
}

/** The address that the caller dialled: of the Service that it named, else of the host outside. */
function dialledAddress({ authority, caller }: Wire, places: Places): string {
  const [name = '', port = '80'] = authority.split(':');
  const [service = '', namespace = caller.namespace] = name.split('.');
  const address = places.addressOf(`${service}.${namespace}.svc.cluster.local`) ?? places.addressOf(name);
  return `${address ?? '-'}:${port}`;
}

/** Who is in front of a gateway: a visitor, or the pod that sent the request there. */
function peerOf(request: TimedRequest, hop: TimedHop, places: Places): { ip: string } {
  const before = hop.parent === undefined ? undefined : request.hops[hop.parent];
  if (before === undefined) return { ip: visitorAddress };
  return places.of(before.exchange.wire.caller, before.callerNumber);
}

/** A gateway inside the mesh is reached over HTTP/2 and names the server. */
function isRenewing({ parent, exchange }: TimedHop): boolean {
  return parent !== undefined && isGateway(exchange.wire.caller);
}

/** The name that Istio's proxies ask for in TLS: the cluster with its bars as dots. */
function serverNameOf(cluster = ''): string {
  return cluster.split('|').join('_.');
}

function portOf({ number }: TimedHop, use: number): number {
  return 32_768 + Math.floor(uniform(3, use, number) * 28_000);
}
