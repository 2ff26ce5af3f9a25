/** What access logs say about how a request ended, beside code and flags (texts as in the recorded lines). */
export type Details = {
  /** `%RESPONSE_CODE_DETAILS%` at the caller's proxy and at the callee's. */
  sender: string;
  receiver: string;
  transportFailure?: string;
  /** Time that an injected fault kept the request back. */
  delayedMs?: number;
  /** The caller's proxy chose a host. */
  hasHost: boolean;
  /** It had a connection to it. */
  isSent: boolean;
  /** It got an answer from it. */
  isAnswered: boolean;
  /** The callee's proxy passed the request on to its app, and the app answered. */
  isPassedOn: boolean;
  isAnsweredByApp: boolean;
};

const answered: Details = {
  sender: 'via_upstream',
  receiver: 'via_upstream',
  hasHost: true,
  isSent: true,
  isAnswered: true,
  isPassedOn: true,
  isAnsweredByApp: true,
};
const endedAtSender: Details = {
  sender: '-',
  receiver: '-',
  hasHost: false,
  isSent: false,
  isAnswered: false,
  isPassedOn: false,
  isAnsweredByApp: false,
};
const refused: Details = { ...answered, isPassedOn: false, isAnsweredByApp: false };
const connectionRefused = 'delayed_connect_error:_Connection_refused';

const byAnswer: Readonly<Record<string, Details>> = {
  ok: answered,
  retried: answered,
  failed: answered,
  mirrored: answered,
  delayed: { ...answered, delayedMs: 2000 },
  forbidden: { ...refused, receiver: 'rbac_access_denied_matched_policy[none]' },
  unauthorized: { ...refused, receiver: 'jwt_authn_access_denied{Jwt_is_expired}' },
  retriesExhausted: answered,
  timedOut: {
    ...answered,
    sender: 'response_timeout',
    receiver: 'downstream_remote_disconnect',
    isAnswered: false,
    isAnsweredByApp: false,
  },
  refused: endedAtSender,
  connectionFailed: {
    ...endedAtSender,
    sender: `upstream_reset_before_response_started{remote_connection_failure|${connectionRefused}}`,
    transportFailure: connectionRefused,
    hasHost: true,
  },
  connectionReset: {
    ...endedAtSender,
    sender: 'upstream_reset_before_response_started{connection_termination}',
    hasHost: true,
    isSent: true,
  },
  noHealthyUpstream: { ...endedAtSender, sender: 'no_healthy_upstream' },
  noCluster: { ...endedAtSender, sender: 'cluster_not_found' },
  noRoute: { ...endedAtSender, sender: 'route_not_found' },
  blocked: { ...endedAtSender, sender: 'direct_response' },
  redirected: { ...endedAtSender, sender: 'direct_response' },
  aborted: { ...endedAtSender, sender: 'fault_filter_abort' },
};

/** Paths that a DENY policy of productpage names, each by a rule of its own. */
const deniedPaths = ['/admin', '/secure'];

export function detailsOf(answer: string, path: string): Details {
  const details = byAnswer[answer];
  if (details === undefined) throw new Error(`no access-log details for requests that end as ${answer}`);
  const rule = deniedPaths.findIndex((start) => path.startsWith(start));
  if (answer !== 'forbidden' || rule === -1) return details;
  const policy = `ns[bookinfo]-policy[productpage-no-admin]-rule[${rule}]`;
  return { ...details, receiver: `rbac_access_denied_matched_policy[${policy}]` };
}
