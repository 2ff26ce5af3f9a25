/** What an Envoy response flag says, and where to look next. Source: Envoy's access log documentation, %RESPONSE_FLAGS%. */
export type ResponseFlag = { meaning: string; next: string };

export const responseFlags: Readonly<Record<string, ResponseFlag>> = {
  DC: {
    meaning: 'The caller closed the connection before the answer was complete.',
    next: "Compare the caller's own timeout with the response time.",
  },
  DF: {
    meaning: 'The host name could not be resolved.',
    next: 'Check the hosts and resolution of the ServiceEntry, and the DNS of the pod.',
  },
  DI: {
    meaning: 'The request was delayed by a fault that is configured.',
    next: 'Look for fault.delay in the VirtualService of the host.',
  },
  DO: {
    meaning: 'An overload manager of the proxy dropped the request.',
    next: "Check the proxy's memory and connection limits.",
  },
  DPE: {
    meaning: "The caller's request was no valid HTTP.",
    next: 'Check whether the port is named for the protocol that is really spoken.',
  },
  DR: {
    meaning: 'The caller reset the stream.',
    next: "Compare the caller's own timeout with the response time.",
  },
  DT: {
    meaning: 'The request or connection lasted longer than it may.',
    next: 'Check the maximum durations configured for the proxy.',
  },
  FI: {
    meaning: 'The request was answered with an error by a fault that is configured; it never left the proxy.',
    next: 'Look for fault.abort in the VirtualService of the host.',
  },
  IH: {
    meaning: 'A strictly checked header had a value that is not allowed.',
    next: 'Check the x-envoy headers that the caller sends.',
  },
  LH: {
    meaning: 'The proxy itself failed its health check.',
    next: "Check the readiness of the pod's proxy.",
  },
  LR: {
    meaning: 'The proxy reset the connection.',
    next: "Check the proxy's log for the reason.",
  },
  NC: {
    meaning: 'The route leads to a cluster that the proxy does not have.',
    next: 'Check the destination host and subset of the route, and whether the proxy is in sync.',
  },
  NFCF: {
    meaning: 'No filter chain of the listener fits the connection.',
    next: 'A plaintext call to a STRICT port looks so; check the PeerAuthentication.',
  },
  NR: {
    meaning: 'No route fits the request.',
    next: "Check the hosts and matches of the VirtualService, and the request's host and path.",
  },
  OM: {
    meaning: 'The overload manager ended the request.',
    next: "Check the proxy's memory and connection limits.",
  },
  RL: {
    meaning: 'The request was refused by a rate limit.',
    next: 'Check the local and global rate limits for this host.',
  },
  RLSE: {
    meaning: 'The rate limit service failed, so the request was refused.',
    next: 'Check whether the rate limit service runs and answers.',
  },
  SI: {
    meaning: 'The stream was idle longer than it may be.',
    next: 'Check the idle timeout of the route and the connection pool.',
  },
  UAEX: {
    meaning: 'The external authorization service denied the request.',
    next: "Check the CUSTOM AuthorizationPolicy and its provider's log.",
  },
  UC: {
    meaning: 'The called side closed the connection.',
    next: 'Look for restarts and keep-alive settings of the called workload.',
  },
  UF: {
    meaning: 'No connection to the called side could be made.',
    next: 'Check that the port is served, mutual TLS settings of both sides, and network policies.',
  },
  UH: {
    meaning: 'The called service has no healthy endpoint.',
    next: 'Check ready pods, the labels of the subset and ejections by outlier detection.',
  },
  UMSDR: {
    meaning: 'The called side reset the stream after it reached its longest duration.',
    next: 'Check the maximum stream duration of the route.',
  },
  UO: {
    meaning: 'A circuit breaker was open, so the request was not sent.',
    next: "Check the connection pool limits of the host's DestinationRule.",
  },
  UPE: {
    meaning: "The called side's answer was no valid HTTP.",
    next: 'Check whether the port is named for the protocol that is really spoken.',
  },
  UR: {
    meaning: 'The called side reset the stream.',
    next: 'Look into the log of the called workload at that time.',
  },
  URX: {
    meaning: 'All retries failed, or all connection attempts of a TCP call.',
    next: 'Look at the flags beside it for what made each try fail.',
  },
  UT: {
    meaning: 'The answer took longer than the timeout of the route.',
    next: 'Compare the timeout in the VirtualService with the response time.',
  },
};

/** The flags of one log field or label: `UF,URX` are two, `-` is none. Unknown flags stay, without an explanation. */
export function splitResponseFlags(text: string): string[] {
  return text.split(',').filter((flag) => flag !== '' && flag !== '-');
}
