import { requestIdOfHop } from '../traces/request-spans.ts';
import type { TimedHop, TimedRequest } from '../traffic/timed-request.ts';
import type { ModelledLine } from './access-line.ts';
import { detailsOf } from './response-details.ts';

/** What the apps of the mesh write: one line for each HTTP request that they answered. */
export function appLines(request: TimedRequest, hop: TimedHop): ModelledLine[] {
  const { wire, answer } = hop.exchange;
  const { callee } = wire;
  if (callee === undefined || wire.isTcp || !detailsOf(answer, wire.arrivesAs).isPassedOn) return [];
  return hop.tries.map(({ report, startMs, durationMs }) => {
    // A proxy that takes the stream for TCP sees no code; the caller's does.
    const code = report.labels.response_code ?? hop.source?.report.labels.response_code;
    // The app does not see that its caller has gone.
    const status = code === '0' ? '200' : code;
    const atMs = startMs + Math.max(0, durationMs - 0.3);
    const requestId = requestIdOfHop(request, hop);
    const message = `${wire.method} ${wire.arrivesAs} ${status} request_id=${requestId} traceparent=`;
    return { atMs, text: `${microsecondsOf(atMs)} level=info app=${callee.name} msg="${message}"` };
  });
}

function microsecondsOf(atMs: number): string {
  const fraction = String(Math.floor((atMs % 1) * 1000)).padStart(3, '0');
  return new Date(Math.floor(atMs)).toISOString().replace('Z', `${fraction}Z`);
}
