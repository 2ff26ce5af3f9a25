import { calledHost, isInbound, type StoryEntry, spaced } from './story.ts';
import { transportFailures } from './transport-failures.ts';

/** The request was sent, and no whole answer came. Source: Envoy's response code details. */
export const brokenStories: readonly StoryEntry[] = [
  {
    says: /^upstream_reset_before_response_started\{(?:(?:remote_|local_)?connection_failure)(?:\|(.*))?\}/,
    tell([, reason = ''], access) {
      const known = transportFailures.find(({ says }) => says.test(reason));
      const where = access.upstreamHost ?? calledHost(access);
      const why = known?.text ?? (reason === '' ? '' : `Envoy says: ${spaced(reason)}.`);
      return {
        text: `No connection to ${where} could be made. ${why}`.trim(),
        next:
          known?.next ??
          'Check that the port is served, the TLS settings of both sides, and network policies.',
      };
    },
  },
  {
    says: /^upstream_reset_before_response_started\{overflow/,
    tell: (_, access) => ({
      text: `A circuit breaker for ${calledHost(access)} was open, so the request was not sent.`,
      next: "Check the connectionPool limits of the host's DestinationRule.",
    }),
  },
  {
    says: /^upstream_reset_before_response_started\{connection_timeout/,
    tell: (_, access) => ({
      text: `The connection to ${access.upstreamHost ?? calledHost(access)} was not taken in time.`,
      next: 'Check network policies and firewalls on the way, and connectTimeout in the DestinationRule.',
    }),
  },
  {
    says: /^upstream_reset_before_response_started\{connection_termination/,
    tell: (_, access) => ({
      text: `${access.upstreamHost ?? calledHost(access)} closed the connection before it answered.`,
      next: isInbound(access)
        ? "Look at the app's log and restarts; a keep-alive time of the app that is shorter than the proxy's idle timeout looks so, too."
        : "Look at the called workload's restarts and proxy log: a call in the wrong protocol, plain text to a STRICT port or a refusal over TCP is closed so.",
    }),
  },
  {
    says: /^upstream_reset_(?:before|after)_response_started\{(.*)\}/,
    tell: ([, reason = ''], access) => ({
      text: `${access.upstreamHost ?? calledHost(access)} broke the answer off: ${spaced(reason)}.`,
      next: 'Look into the log of the called workload at that time.',
    }),
  },
  {
    says: /^(response_timeout|request_overall_timeout)/,
    tell: (_, access) => ({
      text: `${calledHost(access)} did not answer within the timeout of the route; the proxy gave up after ${access.durationMs ?? 'some'} ms.`,
      next: 'Compare the timeout in the VirtualService or HTTPRoute with the response times of the called workload.',
    }),
  },
  {
    says: /^upstream_per_try_timeout/,
    tell: (_, access) => ({
      text: `No try of ${calledHost(access)} answered within the time for one try.`,
      next: 'Compare retries.perTryTimeout in the VirtualService with the response times of the called workload.',
    }),
  },
  {
    says: /^(stream_idle_timeout|connection_idle_timeout|duration_timeout|max_duration_timeout|upstream_max_stream_duration_reached)/,
    tell: ([detail = '']) => ({
      text: `A time limit of the connection was reached: ${spaced(detail)}.`,
      next: 'Check idle timeouts and maximum durations of the route and of the connection pool.',
    }),
  },
  {
    says: /^downstream_(remote|local)_disconnect/,
    tell: ([, side]) =>
      side === 'local'
        ? {
            text: 'This proxy closed the connection to the caller before the answer was complete.',
            next: "Check the proxy's log around this time, and whether it was being stopped.",
          }
        : {
            text: 'The caller closed the connection before the answer was complete.',
            next: "Compare the caller's own timeout with the response time.",
          },
  },
  {
    says: /^(http[123]?\.[\w.]+|low_version|missing_host_header|request_headers_too_large|request_payload_too_large|response_payload_too_large|path_normalization_failed|invalid_[\w]+)/,
    tell: ([detail = '']) => ({
      text: `The proxy takes this for no valid HTTP request: ${spaced(detail)}.`,
      next: 'Check whether the port is named for the protocol that is really spoken, and the size of the headers.',
    }),
  },
];
