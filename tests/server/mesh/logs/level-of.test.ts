import { describe, expect, test } from 'vitest';
import type { LogLevel } from '#lib/contract/logs.ts';
import { parseLine } from '#server/mesh/logs/parse-line.ts';

const origin = { namespace: 'shop', pod: 'cart-1', container: 'istio-proxy' };

function levelOf(text: string): LogLevel {
  return parseLine({ text }, origin, 'id').level;
}

const table: readonly [text: string, level: LogLevel][] = [
  ['2026-11-21T01:59:32.390023Z\tinfo\tFLAG: --concurrency="0"', 'info'],
  ['2026-11-21T01:59:32.390023Z\twarn\tkeys\tcould not load an error page', 'warning'],
  ['2026-11-21T01:59:32.390023Z\terror\tads\tfailed', 'error'],
  ['2026-11-21T01:59:32.390023Z\twarning\tenvoy config external/envoy/source\tgRPC', 'warning'],
  ['[2026-11-21 01:59:31.553][15][warning][config] [source/a.cc:152] gRPC stream closed', 'warning'],
  ['[2026-11-21 01:59:31.553][1][critical][main] exiting', 'error'],
  ['[2026-11-21 01:59:31.553][1][debug][http] end stream', 'debug'],
  ['E1121 01:59:31.553300       1 reflector.go:158] "Unhandled Error"', 'error'],
  ['W1121 01:59:31.553300       1 client_config.go:667] no kubeconfig', 'warning'],
  ['I1121 01:59:31.553300       1 leaderelection.go:1] lost an ERROR', 'info'],
  ['{"level":"error","ts":1795226479.1,"msg":"no stock"}', 'error'],
  ['{"severity":"WARNING","message":"slow"}', 'warning'],
  ['{"level":30,"msg":"started"}', 'info'],
  ['{"level":50,"msg":"failed"}', 'error'],
  ['{"message":"says no level, only error"}', 'unknown'],
  ['time="2026-11-21T01:59:31Z" level=warning msg="an error, almost"', 'warning'],
  ['2026/11/21 01:59:35 ERROR failed to set GOMEMLIMIT', 'error'],
  ['2026-11-21 01:59:35,123 DEBUG [main] o.a.Foo - bar', 'debug'],
  ['2026-11-21 01:59:35,123 - WARNING - slow', 'warning'],
  ['[ERROR] no stock', 'error'],
  ['INFO:     Started server process [1]', 'info'],
  ['Warning: deprecated', 'warning'],
  ['Traceback (most recent call last):', 'error'],
  ['java.lang.IllegalStateException: no stock', 'error'],
  ['informational pages were asked for', 'unknown'],
  ['server.port=8080', 'unknown'],
  ['', 'unknown'],
];
for (const [text, level] of table) {
  test(`${level}: ${text}`, () => {
    expect(levelOf(text)).toBe(level);
  });
}

describe('an access line is as serious as its outcome', () => {
  const rest = '- "-" 0 0 1 - "-" "-" "-" "-" "-" - - - - - -';
  const outcomes: readonly [outcome: string, level: LogLevel][] = [
    ['"GET / HTTP/1.1" 200 - via_upstream', 'info'],
    ['"GET / HTTP/1.1" 301 - direct_response', 'info'],
    ['"GET / HTTP/1.1" 404 NR route_not_found', 'warning'],
    ['"GET / HTTP/1.1" 403 - rbac_access_denied_matched_policy[none]', 'warning'],
    ['"GET / HTTP/1.1" 503 UF -', 'error'],
    ['"GET / HTTP/1.1" 0 DC downstream_remote_disconnect', 'error'],
    ['"- - -" 0 - -', 'info'],
    ['"- - -" 0 UH -', 'error'],
    ['"- - -" 0 NR filter_chain_not_found', 'error'],
    ['"- - -" 0 UR -', 'warning'],
  ];
  for (const [outcome, level] of outcomes) {
    test(`${outcome} is ${level}`, () => {
      expect(levelOf(`[2026-11-21T02:01:20.422Z] ${outcome} ${rest}`)).toBe(level);
    });
  }
});
