import { expect, test } from 'vitest';
import { lineEdges } from '#components/logs/detail/line-edges.ts';
import type { AccessLog } from '#lib/contract/logs.ts';
import type { TrafficRow } from '#lib/contract/traffic.ts';
import { accessLog } from '#tests/support/log-line.ts';

const health = { status: 'healthy' as const, reasons: [] };

function row(
  name: string,
  said: { version?: string; host: string; code: string; flags?: string },
): TrafficRow {
  const { version, host, code, flags = '-' } = said;
  return {
    edge: {
      id: name,
      source: 'a',
      target: name,
      protocol: 'http',
      health,
      responses: [{ code, flags, host, share: 1, requestsPerSecond: 1, reporter: 'source' }],
    },
    peer: { id: name, kind: 'workload', cluster: 'c', name, version, labels: {}, health, badges: [] },
  };
}

const host = 'reviews.bookinfo.svc.cluster.local';
const traffic = {
  inbound: [
    row('gateway', { host: 'own', code: '200' }),
    row('batch', { host: 'own', code: '503', flags: 'UC' }),
  ],
  outbound: [
    row('reviews-v1', { version: 'v1', host, code: '200' }),
    row('reviews-v2', { version: 'v2', host, code: '503' }),
    row('details-v1', { version: 'v1', host: 'details.bookinfo.svc.cluster.local', code: '200' }),
  ],
};

test.each<[string, Partial<AccessLog>, string]>([
  ['its host and subset', { upstreamCluster: `outbound|9080|v1|${host}`, responseCode: 200 }, 'reviews-v1'],
  ['its host and code', { upstreamCluster: `outbound|9080||${host}`, responseCode: 503 }, 'reviews-v2'],
  [
    'its host alone',
    { upstreamCluster: `outbound|9080||${host}`, responseCode: 404 },
    'reviews-v1 reviews-v2',
  ],
  [
    'its outcome, for a caller it does not name',
    { upstreamCluster: 'inbound|9080||', responseCode: 503, responseFlags: ['UC'] },
    'batch',
  ],
  ['nothing, when it was never routed', { responseCode: 0, responseFlags: ['NR'] }, ''],
  ['nothing, for a host without traffic', { upstreamCluster: 'outbound|80||x.y.svc.cluster.local' }, ''],
])('a line leads to edges by %s', (_, said, expected) => {
  const rows = lineEdges(traffic, accessLog({ method: 'GET', ...said }));
  expect(rows.map(({ edge }) => edge.id).join(' ')).toBe(expected);
});
