import { expect, test } from 'vitest';
import { withEnvoyFieldNames } from '#server/mesh/proxy/dump/envoy-field-names.ts';

test.each([
  [
    { virtualHosts: [{ includeRequestAttemptCount: true }] },
    { virtual_hosts: [{ include_request_attempt_count: true }] },
  ],
  [
    { transportSocketMatches: [{ match: { tlsMode: 'istio' }, transportSocket: { typedConfig: {} } }] },
    { transport_socket_matches: [{ match: { tlsMode: 'istio' }, transport_socket: { typed_config: {} } }] },
  ],
  [
    { routes: [{ match: { safeRegex: { regex: 'a' } } }] },
    { routes: [{ match: { safe_regex: { regex: 'a' } } }] },
  ],
  [{ outlierDetection: { consecutive5xx: 5 } }, { outlier_detection: { consecutive_5xx: 5 } }],
  [{ proxy100Continue: true }, { proxy_100_continue: true }],
  [{ http2ProtocolOptions: {} }, { http2_protocol_options: {} }],
  [
    { typedPerFilterConfig: { 'envoy.filters.http.fault': { maxActiveFaults: 1 } } },
    { typed_per_filter_config: { 'envoy.filters.http.fault': { max_active_faults: 1 } } },
  ],
  [
    { metadata: { filterMetadata: { istio: { alpnOverride: 'x' } } } },
    { metadata: { filter_metadata: { istio: { alpnOverride: 'x' } } } },
  ],
])('%j gets Envoy’s names', (istiods, envoys) => {
  expect(withEnvoyFieldNames(istiods)).toEqual(envoys);
});
