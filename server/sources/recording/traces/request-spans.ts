import type { Span } from '#lib/contract/traces.ts';
import type { Workload } from '../model/workloads.ts';
import { userAgentOf } from '../traffic/clients.ts';
import { type Place, type Places, visitorAddress } from '../traffic/places.ts';
import { requestIdOf, spanIdOf, traceIdOf } from '../traffic/request-ids.ts';
import type { TimedHop, TimedReport, TimedRequest } from '../traffic/timed-request.ts';
import {
  clusterTags,
  dryRunTags,
  isFailure,
  isGateway,
  outcomeTags,
  proxyTags,
  requestTags,
} from './span-tags.ts';

type Node = { workload: Workload; place: Place };
type NewSpan = {
  kind: 'client' | 'server';
  parentSpanId: string | undefined;
  node: Node;
  operation: string;
  startMs: number;
  durationMs: number;
  code: string;
  tags: Readonly<Record<string, string>>;
};

/** Every span that the proxies report of a traced request; none where no proxy saw HTTP. */
export function spansOfRequest(request: TimedRequest, places: Places): Span[] {
  const spans: Span[] = [];
  const traceId = traceIdOf(request.key);
  /** The span in which each hop was served, by the hop's index: the parent of what was called meanwhile. */
  const servedIn: (string | undefined)[] = [];

  function add({ kind, parentSpanId, node, operation, startMs, durationMs, code, tags }: NewSpan): string {
    const spanId = spanIdOf(request.key, spans.length);
    const service = `${node.workload.canonicalService}.${node.workload.namespace}`;
    spans.push({
      traceId,
      spanId,
      ...(parentSpanId !== undefined && { parentSpanId }),
      service,
      operation,
      kind,
      startMs,
      durationMs,
      isError: isFailure(code),
      attributes: { ...tags },
      resource: { 'service.name': service },
      events: [{ atMs: startMs + durationMs, name: kind === 'client' ? 'cr' : 'ss', attributes: {} }],
    });
    return spanId;
  }

  for (const hop of request.hops) {
    const { wire } = hop.exchange;
    const above = hop.parent === undefined ? undefined : servedIn[hop.parent];
    // Copies are sent apart from the request's own span, and TCP is never traced.
    servedIn.push(wire.isTcp || wire.isMirrored ? above : addHop(hop, above));
  }
  return spans;

  function addHop(hop: TimedHop, above: string | undefined): string | undefined {
    const { wire } = hop.exchange;
    const { caller, callee } = wire;
    const callerNode = { workload: caller, place: places.of(caller, hop.callerNumber) };
    const isAtGateway = isGateway(caller);
    const common = {
      wire,
      size: hop.size,
      requestId: requestIdOfHop(request, hop),
      userAgent: userAgentOf(request.flowName),
    };
    let sent = above;
    if (hop.source !== undefined) {
      const { labels } = hop.source.report;
      const { response_code: code = '', response_flags: flags = '' } = labels;
      const peer = hop.parent === undefined ? visitorAddress : undefined;
      sent = add({
        kind: isAtGateway ? 'server' : 'client',
        parentSpanId: above,
        node: callerNode,
        operation: wire.operation,
        startMs: hop.source.startMs,
        durationMs: hop.source.durationMs,
        code,
        tags: {
          ...requestTags({ ...common, node: callerNode, isCallee: false }),
          ...clusterTags(wire.cluster),
          ...outcomeTags(code, flags),
          'peer.address': isAtGateway ? (peer ?? peerBefore(hop)) : callerNode.place.ip,
        },
      });
    }
    const calleeNode =
      callee === undefined ? undefined : { workload: callee, place: places.of(callee, hop.number) };
    const attempts = isAtGateway
      ? addAttempts({ hop, node: callerNode, calleeNode, parentSpanId: sent })
      : [];
    let served = attempts.at(-1) ?? sent;
    for (const [index, { report, startMs, durationMs }] of hop.tries.entries()) {
      if (report.protocol !== 'http' || calleeNode === undefined) continue;
      const { response_code: code = '', response_flags: flags = '' } = report.labels;
      served = add({
        kind: 'server',
        parentSpanId: attempts[index] ?? sent,
        node: calleeNode,
        operation: wire.operation,
        startMs,
        durationMs,
        code,
        tags: {
          ...requestTags({ ...common, node: calleeNode, isCallee: true }),
          ...clusterTags(`inbound|${wire.podPort}||`),
          ...outcomeTags(code, flags),
          ...dryRunTags(calleeNode.workload),
          'peer.address': callerNode.place.ip,
        },
      });
    }
    return served;
  }

  /** Gateways report each of their tries as a span of its own. */
  function addAttempts(input: {
    hop: TimedHop;
    node: Node;
    calleeNode: Node | undefined;
    parentSpanId: string | undefined;
  }): string[] {
    const { hop, node, calleeNode, parentSpanId } = input;
    const { wire, answer } = hop.exchange;
    if (wire.cluster === undefined || answer === 'noHealthyUpstream' || hop.source === undefined) return [];
    const tries: readonly TimedReport[] = hop.tries.length > 0 ? hop.tries : [hop.source];
    const outside = wire.cluster.split('|').slice(1);
    const address =
      calleeNode === undefined
        ? `${places.addressOf(outside[2] ?? '')}:${outside[0]}`
        : `${calleeNode.place.ip}:${wire.podPort}`;
    return tries.map(({ report, startMs, durationMs }, index) => {
      const { response_code: code = '' } = report.labels;
      const isCanceled = isFailure(code) && (index < tries.length - 1 || code === '0');
      const marginMs = hop.tries.length > 0 ? 0.3 : -0.1;
      return add({
        kind: 'client',
        parentSpanId,
        node,
        operation: `router ${wire.cluster}; egress`,
        startMs: startMs - marginMs,
        durationMs: Math.max(0.01, durationMs + 2 * marginMs),
        code,
        tags: {
          ...proxyTags(node.workload, node.place),
          ...clusterTags(wire.cluster),
          ...outcomeTags(code, '-'),
          'http.protocol': 'HTTP/1.1',
          'peer.address': address,
          upstream_address: address,
          ...(index > 0 && { 'retry.count': String(index) }),
          ...(isCanceled && { canceled: 'true' }),
        },
      });
    });
  }

  function peerBefore(hop: TimedHop): string {
    const before = hop.parent === undefined ? undefined : request.hops[hop.parent];
    if (before === undefined) return visitorAddress;
    return places.of(before.exchange.wire.caller, before.callerNumber).ip;
  }
}

/** A gateway inside the mesh gives requests that pass it a new id, as one at the edge does. */
export function requestIdOfHop({ key, isSampled }: TimedRequest, hop: TimedHop): string {
  const isRenewed = hop.parent !== undefined && isGateway(hop.exchange.wire.caller);
  return requestIdOf(key, isSampled, isRenewed);
}
