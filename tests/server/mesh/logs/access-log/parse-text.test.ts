import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccessLog } from '#lib/contract/logs.ts';
import { parseTextAccessLog } from '#server/mesh/logs/access-log/parse-text.ts';
import { bookinfoFolder } from '#tests/support/kubeapi.ts';
import { whyNoSharedFolder } from '#tests/support/shared-folder.ts';

const current =
  '[2026-11-21T02:01:20.422Z] "GET /admin/users?a=b HTTP/1.1" 403 - rbac_access_denied_matched_policy[ns[bookinfo]-policy[productpage-no-admin]-rule[0]] - "-" 0 19 0 - "10.244.0.254" "load/0018" "34b69583-c89e-9f22-b56c-b5bda5d28e86" "bookinfo.example.com" "-" inbound|9080|| - 10.244.2.6:9080 10.244.0.254:0 outbound_.9080_._.productpage.bookinfo.svc.cluster.local default';

test("Istio's default format of today is taken apart, and dashes are left out", () => {
  expect(parseTextAccessLog(current)).toEqual({
    format: 'text',
    startMs: Date.parse('2026-11-21T02:01:20.422Z'),
    method: 'GET',
    path: '/admin/users?a=b',
    protocol: 'HTTP/1.1',
    responseCode: 403,
    responseFlags: [],
    responseCodeDetails:
      'rbac_access_denied_matched_policy[ns[bookinfo]-policy[productpage-no-admin]-rule[0]]',
    bytesReceived: 0,
    bytesSent: 19,
    durationMs: 0,
    forwardedFor: '10.244.0.254',
    userAgent: 'load/0018',
    requestId: '34b69583-c89e-9f22-b56c-b5bda5d28e86',
    authority: 'bookinfo.example.com',
    upstreamCluster: 'inbound|9080||',
    downstreamLocalAddress: '10.244.2.6:9080',
    downstreamRemoteAddress: '10.244.0.254:0',
    requestedServerName: 'outbound_.9080_._.productpage.bookinfo.svc.cluster.local',
    routeName: 'default',
    others: {},
  } satisfies AccessLog);
});

test('a TCP line has its refusal in the termination details, and no request', () => {
  const line =
    '[2026-11-21T02:01:35.885Z] "- - -" 0 - - rbac_access_denied_matched_policy[none] "-" 6 0 2 - "-" "-" "-" "-" "10.244.1.13:6379" inbound|6379|| 127.0.0.6:32768 10.244.1.13:6379 10.244.3.7:33384 outbound_.6379_._.redis.shop.svc.cluster.local -';
  const access = parseTextAccessLog(line);
  expect(access?.connectionTerminationDetails).toBe('rbac_access_denied_matched_policy[none]');
  expect(access?.responseCodeDetails).toBeUndefined();
  expect(access?.method).toBeUndefined();
  expect(access?.responseCode).toBe(0);
});

describe('older formats with fewer columns', () => {
  const end = '0 48 6 5 "-" "curl/7.64.1" "ab-1" "reviews:9080" "10.0.0.8:9080"';
  const later = 'outbound|9080||reviews.default.svc.cluster.local 10.0.0.6:1 10.0.0.7:9080 10.0.0.6:2 -';
  const table: readonly [name: string, line: string, expected: Partial<AccessLog>][] = [
    [
      'with a Mixer status (1.6)',
      `[2020-06-11T08:09:10.111Z] "GET /r HTTP/1.1" 503 UF "-" "TLS error" ${end} ${later} default`,
      { responseFlags: ['UF'], upstreamTransportFailureReason: 'TLS error', routeName: 'default' },
    ],
    [
      'without details and route name (1.1)',
      `[2019-03-11T08:09:10.111Z] "GET /r HTTP/1.1" 200 - ${end} ${later}`,
      { responseFlags: [], upstreamCluster: 'outbound|9080||reviews.default.svc.cluster.local' },
    ],
    [
      "Envoy's own default",
      `[2019-03-11T08:09:10.111Z] "GET /r HTTP/2" 404 NR ${end}`,
      { responseFlags: ['NR'], upstreamHost: '10.0.0.8:9080', protocol: 'HTTP/2' },
    ],
  ];
  for (const [name, line, expected] of table) {
    test(name, () => {
      expect(parseTextAccessLog(line)).toMatchObject({
        bytesSent: 48,
        durationMs: 6,
        upstreamServiceTimeMs: 5,
        requestId: 'ab-1',
        userAgent: 'curl/7.64.1',
        ...expected,
      });
    });
  }
});

test('a trace id that a custom format appends is taken for one, anything else is kept', () => {
  const traceId = '35f156e2f20b8b038324cb9708116ebe';
  expect(parseTextAccessLog(`${current} ${traceId}`)?.traceId).toBe(traceId);
  expect(parseTextAccessLog(`${current} tenant=a b`)?.others).toEqual({ appended: 'tenant=a b' });
});

test('quotes in a user agent, which Envoy does not escape, do not shift the columns', () => {
  const access = parseTextAccessLog(current.replace('load/0018', 'evil" "agent" "x'));
  expect(access?.userAgent).toBe('evil" "agent" "x');
  expect(access?.requestId).toBe('34b69583-c89e-9f22-b56c-b5bda5d28e86');
});

test('other lines are none', () => {
  expect(parseTextAccessLog('2026-11-21T01:59:31.553300Z\tinfo\tFLAG: --concurrency="0"')).toBeUndefined();
  expect(parseTextAccessLog('[2026-11-21 01:59:31.553][15][warning][config] x')).toBeUndefined();
  expect(
    parseTextAccessLog('[2026-11-21T02:01:20.422Z] "GET / HTTP/1.1" 200 - and then text'),
  ).toBeUndefined();
});

test('lines made to be slow are read at once', () => {
  const startedAt = performance.now();
  parseTextAccessLog(`[2026-11-21T02:01:20.422Z] "GET ${'" 200 '.repeat(3000)}`);
  parseTextAccessLog(`${current.slice(0, 180)}${'" "'.repeat(5000)} x`);
  parseTextAccessLog(`${current}${' a'.repeat(8000)}"`);
  expect(performance.now() - startedAt).toBeLessThan(500);
});

test.skipIf(whyNoSharedFolder !== undefined)('every access line of the recorded proxies is found', () => {
  const folder = join(bookinfoFolder, 'logs');
  const lines = readdirSync(folder)
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => /^\[\d{4}-\d\d-\d\dT[^\]]*Z\] "/.test(line));
  const missing = lines.filter((line) => parseTextAccessLog(line) === undefined);
  expect({ found: lines.length - missing.length, missing }).toEqual({ found: 2294, missing: [] });
});

const word = fc.stringMatching(/^[A-Za-z0-9/_.:[\]{}|-]{1,20}$/).filter((text) => text !== '-');
const number = fc.nat({ max: 1_000_000 });
const present = fc.record(
  {
    method: fc.constantFrom('GET', 'POST'),
    path: word,
    protocol: fc.constantFrom('HTTP/1.1', 'HTTP/2'),
    responseCodeDetails: word,
    connectionTerminationDetails: word,
    upstreamTransportFailureReason: word,
    bytesReceived: number,
    bytesSent: number,
    durationMs: number,
    upstreamServiceTimeMs: number,
    forwardedFor: word,
    userAgent: fc
      .stringMatching(/^[A-Za-z0-9"/ ().;-]{1,30}$/)
      .filter((text) => text !== '-' && text.trim() !== ''),
    requestId: word,
    authority: word,
    upstreamHost: word,
    upstreamCluster: word,
    upstreamLocalAddress: word,
    downstreamLocalAddress: word,
    downstreamRemoteAddress: word,
    requestedServerName: word,
    routeName: word,
  },
  { requiredKeys: ['method', 'path', 'protocol'] },
);

/** The format itself, as Istio has it. */
function print(access: Partial<AccessLog>, code: number, flags: string[], startMs: number): string {
  const one = (value: string | number | undefined) => String(value ?? '-');
  const quoted = (value: string | undefined) => `"${one(value)}"`;
  return [
    `[${new Date(startMs).toISOString()}]`,
    `"${one(access.method)} ${one(access.path)} ${one(access.protocol)}"`,
    code,
    flags.join(',') || '-',
    one(access.responseCodeDetails),
    one(access.connectionTerminationDetails),
    quoted(access.upstreamTransportFailureReason),
    one(access.bytesReceived),
    one(access.bytesSent),
    one(access.durationMs),
    one(access.upstreamServiceTimeMs),
    quoted(access.forwardedFor),
    quoted(access.userAgent),
    quoted(access.requestId),
    quoted(access.authority),
    quoted(access.upstreamHost),
    one(access.upstreamCluster),
    one(access.upstreamLocalAddress),
    one(access.downstreamLocalAddress),
    one(access.downstreamRemoteAddress),
    one(access.requestedServerName),
    one(access.routeName),
  ].join(' ');
}

test('what is printed in the format is read back as it was', () => {
  const code = fc.constantFrom(0, 200, 404, 503);
  const flags = fc.uniqueArray(fc.constantFrom('UF', 'URX', 'NR', 'DC'), { maxLength: 2 });
  const start = fc.integer({ min: 1_500_000_000_000, max: 1_900_000_000_000 });
  fc.assert(
    fc.property(present, code, flags, start, (fields, responseCode, responseFlags, startMs) => {
      const expected = { format: 'text', others: {}, ...fields, responseCode, responseFlags, startMs };
      expect(parseTextAccessLog(print(fields, responseCode, responseFlags, startMs))).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
