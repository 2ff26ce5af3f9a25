import { describe, expect, test } from 'vitest';
import type { Explanation } from '#lib/contract/evidence.ts';
import { parseLine } from '#server/mesh/logs/parse-line.ts';

const origin = { namespace: 'shop', pod: 'cart-1', container: 'istio-proxy' };

type Line = {
  outcome: string;
  reason?: string;
  cluster?: string;
  route?: string;
  request?: string;
  host?: string;
};

function explain(line: Line): Explanation | undefined {
  const {
    outcome,
    reason = '-',
    cluster = 'outbound|8080||orders.shop.svc.cluster.local',
    route = 'default',
  } = line;
  const { request = '"GET /o HTTP/1.1"', host = '10.0.0.9:8080' } = line;
  const text = `[2026-11-21T02:01:20.422Z] ${request} ${outcome} "${reason}" 0 19 250 - "-" "-" "id-1" "orders:8080" "${host}" ${cluster} - 10.1.0.7:8080 10.0.0.1:1 - ${route}`;
  return parseLine({ text }, origin, 'id').explanation;
}

const tcp = { request: '"- - -"' };

describe('each way to fail is told by what stands in its line', () => {
  const table: readonly [name: string, line: Line, text: string, fix: string][] = [
    [
      'no ALLOW rule matched',
      { outcome: '403 - rbac_access_denied_matched_policy[none] -', cluster: 'inbound|8080||' },
      'No rule of an ALLOW AuthorizationPolicy at this workload matches the request, so it was refused.',
      'identity',
    ],
    [
      'a DENY rule matched',
      { outcome: '403 - rbac_access_denied_matched_policy[ns[shop]-policy[no-admin]-rule[2]] -' },
      'The DENY AuthorizationPolicy shop/no-admin refused the request: its rule 2 matches.',
      'rule 2',
    ],
    [
      'a TCP connection was refused',
      { ...tcp, outcome: '0 - - rbac_access_denied_matched_policy[none]' },
      'No rule of an ALLOW AuthorizationPolicy at this workload matches the request, so it was refused.',
      'ALLOW',
    ],
    [
      'a token was refused',
      { outcome: '401 - jwt_authn_access_denied{Jwt_is_expired} -' },
      'The token was refused: Jwt is expired.',
      'RequestAuthentication',
    ],
    [
      'plain text to STRICT',
      { ...tcp, outcome: '0 NR filter_chain_not_found -', cluster: '-', route: '-' },
      'No filter chain of this listener fits the connection, so it was closed. A call in plain text to a port where mutual TLS is STRICT looks exactly so; such calls have no metrics.',
      'PeerAuthentication',
    ],
    [
      'no route',
      { outcome: '404 NR route_not_found -', cluster: '-', route: '-' },
      'No route of this proxy fits GET /o on the host orders:8080.',
      'VirtualService',
    ],
    [
      'no cluster',
      { outcome: '503 NC cluster_not_found -', cluster: '-', route: 'to-v9' },
      'The route to-v9 leads to a cluster that this proxy does not have.',
      'DestinationRule',
    ],
    [
      'no healthy endpoint',
      { outcome: '503 UH no_healthy_upstream -' },
      'outbound|8080||orders.shop.svc.cluster.local has no healthy endpoint.',
      'outlier detection',
    ],
    [
      'REGISTRY_ONLY over HTTP',
      { outcome: '502 - direct_response -', cluster: '-', route: 'block_all' },
      'orders:8080 is not known to this proxy, and outbound traffic to unknown hosts is blocked (REGISTRY_ONLY).',
      'ServiceEntry',
    ],
    [
      'REGISTRY_ONLY over TCP',
      { ...tcp, outcome: '0 UH - -', cluster: 'BlackHoleCluster' },
      'orders:8080 is not known to this proxy, and outbound traffic to unknown hosts is blocked (REGISTRY_ONLY).',
      'ServiceEntry',
    ],
    [
      'a configured answer',
      { outcome: '418 - direct_response -', cluster: '-', route: 'teapot' },
      'The route teapot is configured to answer 418; the request was not passed on.',
      'directResponse',
    ],
    [
      'a connection that nothing takes',
      {
        outcome:
          '503 UF upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_Connection_refused} -',
      },
      'No connection to 10.0.0.9:8080 could be made. Nothing listens at that address and port.',
      'targetPort',
    ],
    [
      'TLS to plain text',
      {
        outcome:
          '503 URX,UF upstream_reset_before_response_started{remote_connection_failure|TLS_error:|268435703:SSL_routines:OPENSSL_internal:WRONG_VERSION_NUMBER:TLS_error_end} -',
      },
      'No connection to 10.0.0.9:8080 could be made. TLS was spoken to a port that answers in plain text.',
      'DestinationRule',
    ],
    [
      'the same over TCP',
      { ...tcp, outcome: '0 UF,URX - -', reason: 'delayed_connect_error:_Connection_refused' },
      'Nothing listens at that address and port.',
      'targetPort',
    ],
    [
      'an open circuit breaker',
      { outcome: '503 UO upstream_reset_before_response_started{overflow} -' },
      'A circuit breaker for orders:8080 was open, so the request was not sent.',
      'connectionPool',
    ],
    [
      'a connection that was closed',
      { outcome: '503 UC upstream_reset_before_response_started{connection_termination} -' },
      '10.0.0.9:8080 closed the connection before it answered.',
      'restarts',
    ],
    [
      'a timeout of the route',
      { outcome: '504 UT response_timeout -' },
      'orders:8080 did not answer within the timeout of the route; the proxy gave up after 250 ms.',
      'timeout',
    ],
    [
      'a timeout of each try',
      { outcome: '504 UT upstream_per_try_timeout -' },
      'No try of orders:8080 answered within the time for one try.',
      'perTryTimeout',
    ],
    [
      'a fault',
      { outcome: '555 FI fault_filter_abort -', route: 'wish' },
      'A fault that is configured answered 555; the request never left the proxy.',
      'VirtualService of orders.shop.svc.cluster.local, route wish',
    ],
    [
      'a caller who went',
      { outcome: '0 DC downstream_remote_disconnect -' },
      'The caller closed the connection before the answer was complete.',
      'timeout',
    ],
    [
      'no valid HTTP',
      { outcome: '400 DPE http1.codec_error -', cluster: '-' },
      'The proxy takes this for no valid HTTP request: http1.codec error.',
      'protocol',
    ],
    [
      "the app's own answer",
      { outcome: '500 - via_upstream -', cluster: 'inbound|8080||' },
      "This workload's app answered 500 itself; the proxy passed it on.",
      "app's log",
    ],
    [
      "the called side's answer after retries",
      { outcome: '503 URX via_upstream -' },
      '10.0.0.9:8080 answered 503 itself, also after all retries; the proxy passed it on.',
      'proxy log',
    ],
    [
      'a delay on a good answer',
      { outcome: '200 DI via_upstream -' },
      'The request was delayed by a fault that is configured.',
      'fault.delay',
    ],
    [
      'details that are not known, by their flag',
      { outcome: '503 UMSDR some_new_detail -' },
      'The called side reset the stream after it reached its longest duration.',
      'maximum stream duration',
    ],
  ];
  for (const [name, line, text, fix] of table) {
    test(name, () => {
      const explanation = explain(line);
      expect(explanation?.text).toBe(text);
      expect(explanation?.fix).toContain(fix);
      expect(explanation?.evidence[0]?.text).toContain(line.outcome.split(' ')[0]);
    });
  }
});

test('a policy that refused is evidence, with the command that shows it', () => {
  const explanation = explain({
    outcome: '403 - rbac_access_denied_matched_policy[ns[shop]-policy[no-admin]-rule[2]] -',
  });
  expect(explanation?.evidence).toContainEqual({
    kind: 'object',
    text: 'AuthorizationPolicy shop/no-admin: spec.rules[2] matches',
    link: '/config/shop/AuthorizationPolicy/no-admin?path=spec.rules%5B2%5D',
  });
  expect(explanation?.command).toBe('kubectl get authorizationpolicy no-admin -n shop -o yaml');
});

for (const outcome of ['200 - via_upstream -', '301 - direct_response -', '204 - via_upstream -'])
  test(`${outcome} needs no explanation`, () => {
    expect(explain({ outcome })).toBeUndefined();
  });
