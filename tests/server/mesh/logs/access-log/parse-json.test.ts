import { expect, test } from 'vitest';
import { parseJsonAccessLog } from '#server/mesh/logs/access-log/parse-json.ts';

test("Istio's default JSON fields become columns, null is absent, unknown fields are kept", () => {
  const line = JSON.stringify({
    start_time: '2026-11-21T02:01:20.422Z',
    method: 'GET',
    path: '/cart',
    protocol: 'HTTP/1.1',
    response_code: 503,
    response_flags: 'URX,UF',
    response_code_details: 'via_upstream',
    connection_termination_details: null,
    bytes_received: 0,
    bytes_sent: 91,
    duration: '7',
    upstream_service_time: '-',
    request_id: 'ab-1',
    upstream_cluster: 'outbound|8080||cart.shop.svc.cluster.local',
    route_name: null,
    tenant: 'blue',
    labels: { zone: 'a' },
    traceparent: '00-35f156e2f20b8b038324cb9708116ebe-8324cb9708116ebe-01',
  });
  expect(parseJsonAccessLog(line)).toEqual({
    format: 'json',
    startMs: Date.parse('2026-11-21T02:01:20.422Z'),
    method: 'GET',
    path: '/cart',
    protocol: 'HTTP/1.1',
    responseCode: 503,
    responseFlags: ['URX', 'UF'],
    responseCodeDetails: 'via_upstream',
    bytesReceived: 0,
    bytesSent: 91,
    durationMs: 7,
    requestId: 'ab-1',
    upstreamCluster: 'outbound|8080||cart.shop.svc.cluster.local',
    traceId: '35f156e2f20b8b038324cb9708116ebe',
    others: { tenant: 'blue', labels: '{"zone":"a"}' },
  });
});

const none: readonly [name: string, line: string][] = [
  ["an application's own JSON line", '{"level":"error","msg":"no stock","path":"/cart"}'],
  ['one with a method and a path, but no outcome', '{"method":"GET","path":"/cart","protocol":"x"}'],
  ['half a document', '{"method":"GET","response_code":200,"path":'],
  ['a list', '[{"response_code":200}]'],
  ['text', 'GET /cart'],
];
for (const [name, line] of none) {
  test(`${name} is no access line`, () => {
    expect(parseJsonAccessLog(line)).toBeUndefined();
  });
}
