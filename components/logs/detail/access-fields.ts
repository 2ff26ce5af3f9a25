import type { AccessLog } from '#lib/contract/logs.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { formatMs } from '#lib/format-ms.ts';

type FieldId = Exclude<keyof AccessLog, 'format' | 'startMs' | 'others'>;

type AccessField = {
  /** As in Istio's accessLogFormat. */
  operator: string;
  meaning: string;
  value: (access: AccessLog) => string | undefined;
};

/**
 * Every field of an access line with the operator that writes it and what it says, in the order of Istio's default
 * format. Source: Envoy's access log documentation.
 */
export const accessFields: Record<FieldId, AccessField> = {
  method: {
    operator: 'REQ(:METHOD)',
    meaning: 'Method of the request.',
    value: ({ method }) => method,
  },
  path: {
    operator: 'REQ(X-ENVOY-ORIGINAL-PATH?:PATH)',
    meaning: 'Path as the caller sent it, before a route rewrote it.',
    value: ({ path }) => path,
  },
  protocol: {
    operator: 'PROTOCOL',
    meaning: 'Protocol between the caller and this proxy.',
    value: ({ protocol }) => protocol,
  },
  responseCode: {
    operator: 'RESPONSE_CODE',
    meaning: 'Status that the caller got; 0 for a connection without HTTP, or when no answer was sent.',
    value: ({ responseCode }) => responseCode?.toString(),
  },
  responseFlags: {
    operator: 'RESPONSE_FLAGS',
    meaning: 'What the proxy itself noticed about the request; none when all went well.',
    value: ({ responseFlags }) => (responseFlags.length === 0 ? undefined : responseFlags.join(', ')),
  },
  responseCodeDetails: {
    operator: 'RESPONSE_CODE_DETAILS',
    meaning: 'Who set the status and why: via_upstream is the called side, anything else the proxy.',
    value: ({ responseCodeDetails }) => responseCodeDetails,
  },
  connectionTerminationDetails: {
    operator: 'CONNECTION_TERMINATION_DETAILS',
    meaning: 'Why the proxy ended the connection of the caller.',
    value: ({ connectionTerminationDetails }) => connectionTerminationDetails,
  },
  upstreamTransportFailureReason: {
    operator: 'UPSTREAM_TRANSPORT_FAILURE_REASON',
    meaning: 'Why the connection to the called side failed, often a TLS error.',
    value: ({ upstreamTransportFailureReason }) => upstreamTransportFailureReason,
  },
  bytesReceived: {
    operator: 'BYTES_RECEIVED',
    meaning: 'Body of the request, or bytes from the caller.',
    value: ({ bytesReceived }) => bytesText(bytesReceived),
  },
  bytesSent: {
    operator: 'BYTES_SENT',
    meaning: 'Body of the answer, or bytes to the caller.',
    value: ({ bytesSent }) => bytesText(bytesSent),
  },
  durationMs: {
    operator: 'DURATION',
    meaning: 'From the first byte of the request to the last byte of the answer.',
    value: ({ durationMs }) => msText(durationMs),
  },
  upstreamServiceTimeMs: {
    operator: 'RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)',
    meaning: 'How long the called side took, with the network on the way.',
    value: ({ upstreamServiceTimeMs }) => msText(upstreamServiceTimeMs),
  },
  forwardedFor: {
    operator: 'REQ(X-FORWARDED-FOR)',
    meaning: 'Addresses that the request came through, as proxies before this one wrote them.',
    value: ({ forwardedFor }) => forwardedFor,
  },
  userAgent: {
    operator: 'REQ(USER-AGENT)',
    meaning: "The caller's program.",
    value: ({ userAgent }) => userAgent,
  },
  requestId: {
    operator: 'REQ(X-REQUEST-ID)',
    meaning: 'Made by the first proxy; applications pass it on. Its spans have it, too.',
    value: ({ requestId }) => requestId,
  },
  traceId: {
    operator: 'TRACE_ID',
    meaning: 'The trace that the request belongs to.',
    value: ({ traceId }) => traceId,
  },
  authority: {
    operator: 'REQ(:AUTHORITY)',
    meaning: 'Host that the caller asked for; routes are chosen by it.',
    value: ({ authority }) => authority,
  },
  upstreamHost: {
    operator: 'UPSTREAM_HOST',
    meaning: 'Address that the request was sent to; none when it was not sent.',
    value: ({ upstreamHost }) => upstreamHost,
  },
  upstreamCluster: {
    operator: 'UPSTREAM_CLUSTER_RAW',
    meaning: "Envoy's cluster: direction, port, subset and host. None when no route was chosen.",
    value: ({ upstreamCluster }) => upstreamCluster,
  },
  upstreamLocalAddress: {
    operator: 'UPSTREAM_LOCAL_ADDRESS',
    meaning: "This proxy's end of the connection to the called side.",
    value: ({ upstreamLocalAddress }) => upstreamLocalAddress,
  },
  downstreamLocalAddress: {
    operator: 'DOWNSTREAM_LOCAL_ADDRESS',
    meaning: 'Address that the caller dialled.',
    value: ({ downstreamLocalAddress }) => downstreamLocalAddress,
  },
  downstreamRemoteAddress: {
    operator: 'DOWNSTREAM_REMOTE_ADDRESS',
    meaning: 'Address of the caller.',
    value: ({ downstreamRemoteAddress }) => downstreamRemoteAddress,
  },
  requestedServerName: {
    operator: 'REQUESTED_SERVER_NAME',
    meaning: 'Server name (SNI) of the TLS connection.',
    value: ({ requestedServerName }) => requestedServerName,
  },
  routeName: {
    operator: 'ROUTE_NAME',
    meaning: 'Route that was chosen, as the VirtualService or HTTPRoute names it.',
    value: ({ routeName }) => routeName,
  },
};

function bytesText(bytes: number | undefined): string | undefined {
  return bytes === undefined ? undefined : formatBytes(bytes);
}

function msText(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : formatMs(milliseconds);
}
