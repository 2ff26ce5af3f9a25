import type { AccessLog, LineSpan, LogLine } from '#lib/contract/logs.ts';
import type { Span } from '#lib/contract/traces.ts';

/** Envoy's clocks for log and span are read at different moments of one request. */
const nearMs = 5;
/** Spans shown beside one line. */
const mostSpans = 5;

/** Finds the spans that belong to a line. */
export type SpanIndex = (line: LogLine, namespace: string) => LineSpan[];

/**
 * Spans by request id, else by trace id, else by time: then the same proxy, method and path, started within a few
 * milliseconds. Of a request that several proxies saw, the spans of the line's own proxy are those of the line.
 */
export function spanIndex(spans: readonly Span[]): SpanIndex {
  const byRequest = Map.groupBy(spans, requestIdOf);
  const byTrace = Map.groupBy(spans, ({ traceId }) => traceId);
  const byProxy = Map.groupBy(spans, proxyOf);

  return (line, namespace) => {
    const { access } = line;
    if (access === undefined) return [];
    const proxy = `${line.pod}.${namespace}`;
    const { requestId, traceId } = access;
    const ofRequest = requestId === undefined ? undefined : byRequest.get(requestId);
    if (ofRequest !== undefined) return ofLine(ofRequest, access, proxy).map(beside('requestId'));
    const ofTrace = traceId === undefined ? undefined : byTrace.get(traceId.padStart(32, '0'));
    if (ofTrace !== undefined) return ofLine(ofTrace, access, proxy).map(beside('traceId'));
    return (byProxy.get(proxy) ?? []).filter((span) => isNear(span, access)).map(beside('time'));
  };
}

function ofLine(spans: readonly Span[], access: AccessLog, proxy: string): Span[] {
  const own = spans.filter((span) => proxyOf(span) === proxy);
  const kind = access.upstreamCluster?.startsWith('inbound|') === true ? 'server' : 'client';
  const ofKind = own.filter((span) => span.kind === kind);
  const sameCall = ofKind.filter((span) => isNear(span, access));
  const [chosen = spans] = [sameCall, ofKind, own].filter(({ length }) => length > 0);
  return chosen.toSorted((a, b) => a.startMs - b.startMs).slice(0, mostSpans);
}

function isNear({ startMs, attributes }: Span, { startMs: loggedMs, method, path }: AccessLog): boolean {
  if (loggedMs === undefined || path === undefined || Math.abs(startMs - loggedMs) > nearMs) return false;
  const url = attributes['http.url'] ?? attributes['url.full'] ?? '';
  const spanMethod = attributes['http.method'] ?? attributes['http.request.method'];
  return url.endsWith(path) && (spanMethod === undefined || spanMethod === method);
}

export function requestIdOf({ attributes }: Span): string | undefined {
  return attributes['guid:x-request-id'];
}

/** `<pod>.<namespace>` out of Istio's node id, e.g. `sidecar~10.0.0.1~reviews-1.bookinfo~bookinfo.svc.cluster.local`. */
function proxyOf({ attributes, resource }: Span): string | undefined {
  return (attributes.node_id ?? resource.node_id)?.split('~')[2];
}

export function beside(by: LineSpan['by']): (span: Span) => LineSpan {
  return ({ traceId, spanId, service, operation, durationMs, isError }) => ({
    traceId,
    spanId,
    service,
    operation,
    durationMs,
    isError,
    by,
  });
}
