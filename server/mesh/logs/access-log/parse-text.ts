import type { AccessLog } from '#lib/contract/logs.ts';
import { accessLogOf } from './field-names.ts';

/** `[start] "method path protocol" code flags …` */
const head = /^\[(\d{4}-\d\d-\d\dT[^\]]{8,30})\] "(.*?)" (\d{1,3}) (\S+) (.*)$/;

/**
 * Up to the service time. Between flags and bytes stand, since Istio 1.9, the response-code details, the termination
 * details and the transport failure in quotes; before, a Mixer status in quotes and the transport failure; in the first
 * releases and in Envoy's own default format, nothing.
 */
const middle = /^(?:(?:(\S+) )?(\S+) "(.*?)" )?(\d+|-) (\d+|-) (\d+|-) (\d+|-) "(.*)$/;

/** The quoted fields from the first one on; only the user agent may hold quotes, and Envoy does not escape them. */
const tail =
  /^([^"]*)" "(.*)" "([^"]*)" "([^"]*)" "([^"]*)"(?: ([^\s"]+) ([^\s"]+) ([^\s"]+) ([^\s"]+) ([^\s"]+)(?: ([^\s"]+))?(?: (.*))?)?$/;

const traceId = /^[0-9a-f]{16}(?:[0-9a-f]{16})?$/;

/**
 * A line in Istio's default text format, of today or of an earlier release; undefined when it is none. Source: Istio,
 * `EnvoyTextLogFormat`. A custom format that only appends to it keeps its columns; a trace id at the end is taken for one.
 */
export function parseTextAccessLog(line: string): AccessLog | undefined {
  const [, start = '', request = '', responseCode, responseFlags, rest = ''] = head.exec(line) ?? [];
  const inMiddle = middle.exec(rest);
  const atEnd = tail.exec(inMiddle?.[8] ?? '');
  if (inMiddle === null || atEnd === null) return undefined;
  const [, details, termination, failure, bytesReceived, bytesSent, durationMs, upstreamServiceTimeMs] =
    inMiddle;
  const appended = atEnd[12];
  const isTraceId = appended !== undefined && traceId.test(appended);
  return accessLogOf(
    'text',
    {
      ...requestLine(request),
      responseCode,
      responseFlags,
      ...outcome(details, termination, failure),
      bytesReceived,
      bytesSent,
      durationMs,
      upstreamServiceTimeMs,
      forwardedFor: atEnd[1],
      userAgent: atEnd[2],
      requestId: atEnd[3],
      authority: atEnd[4],
      upstreamHost: atEnd[5],
      upstreamCluster: atEnd[6],
      upstreamLocalAddress: atEnd[7],
      downstreamLocalAddress: atEnd[8],
      downstreamRemoteAddress: atEnd[9],
      requestedServerName: atEnd[10],
      routeName: atEnd[11],
      traceId: isTraceId ? appended : undefined,
    },
    { startMs: Date.parse(start), others: appended === undefined || isTraceId ? {} : { appended } },
  );
}

/** A path may hold anything but spaces; should it hold them all the same, method and protocol stand at the ends. */
function requestLine(text: string) {
  const words = text.split(' ');
  if (words.length < 3) return { path: text };
  return { method: words[0], path: words.slice(1, -1).join(' '), protocol: words.at(-1) };
}

/** The old format has a Mixer status in quotes where the two kinds of details stand today. */
function outcome(details: string | undefined, termination: string | undefined, failure: string | undefined) {
  if (details === undefined && termination?.startsWith('"') === true)
    return { upstreamTransportFailureReason: failure };
  if (details === undefined)
    return { responseCodeDetails: termination, upstreamTransportFailureReason: failure };
  return {
    responseCodeDetails: details,
    connectionTerminationDetails: termination,
    upstreamTransportFailureReason: failure,
  };
}
